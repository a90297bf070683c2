import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'

test('nothing needs to be set', () => {
  expect(readConfig({})).toEqual({
    ...{ port: 8787, host: '127.0.0.1', publicUrl: undefined, dataDir: resolve('data'), databaseUrl: undefined },
    ...{ trustedProxyHops: 0, logLevel: 'info' },
  })
})

test('an empty or blank variable counts as absent', () => {
  const names = ['PORT', 'HOST', 'PUBLIC_URL', 'DATA_DIR', 'DATABASE_URL', 'TRUSTED_PROXY_HOPS', 'LOG_LEVEL']
  for (const blank of ['', ' ', '\t']) {
    expect(readConfig(Object.fromEntries(names.map((name) => [name, blank])))).toEqual(readConfig({}))
  }
})

describe('taken', () => {
  test.each([
    ['PORT', '0', { port: 0 }],
    ['PORT', '65535', { port: 65535 }],
    ['HOST', '::', { host: '::' }],
    ['PUBLIC_URL', 'https://help.example.com', { publicUrl: 'https://help.example.com' }],
    ['PUBLIC_URL', 'HTTPS://Help.Example.com:443/', { publicUrl: 'https://help.example.com' }],
    ['PUBLIC_URL', 'http://localhost:3000', { publicUrl: 'http://localhost:3000' }],
    ['DATA_DIR', '/var/lib/askwell', { dataDir: '/var/lib/askwell' }],
    ['DATABASE_URL', 'postgres://u:p@db/askwell', { databaseUrl: 'postgres://u:p@db/askwell' }],
    ['DATABASE_URL', 'postgresql://db/askwell', { databaseUrl: 'postgresql://db/askwell' }],
    ['TRUSTED_PROXY_HOPS', '2', { trustedProxyHops: 2 }],
    ['LOG_LEVEL', 'debug', { logLevel: 'debug' }],
  ])('%s=%s', (name, value, config) => {
    expect(readConfig({ [name]: value })).toMatchObject(config)
  })
})

describe('refused, with the name and what to write', () => {
  test.each([
    ...['http', '-1', '65536', '80.5', 'NaN'].map((value) => ['PORT', value]),
    ...[
      'help.example.com',
      'ftp://x.example',
      'https://x.example/help',
      'https://x.example/?a=b',
      'https://u:p@x.example',
      'javascript:x',
    ].map((url) => ['PUBLIC_URL', url]),
    ...['mysql://db/askwell', 'file.sqlite'].map((value) => ['DATABASE_URL', value]),
    ...['-1', '11', '0.5', 'all'].map((value) => ['TRUSTED_PROXY_HOPS', value]),
    ...['verbose', 'INFO'].map((value) => ['LOG_LEVEL', value]),
  ] as [string, string][])('%s=%s', (name, value) => {
    const config = readConfig({ [name]: value })
    expect(config).toEqual({ faults: [expect.stringMatching(new RegExp(`^${name}: (Must|Leave).*\\.$`))] })
  })

  test('all faults at once, so that nobody mends them one by one', () => {
    const config = readConfig({
      PORT: 'x',
      PUBLIC_URL: 'y',
      DATABASE_URL: 'z',
      TRUSTED_PROXY_HOPS: '-1',
      LOG_LEVEL: 'w',
    })
    const names = 'faults' in config ? config.faults.map((fault) => fault.split(':')[0]) : []
    expect(names).toEqual(['PORT', 'PUBLIC_URL', 'DATABASE_URL', 'TRUSTED_PROXY_HOPS', 'LOG_LEVEL'])
  })
})
