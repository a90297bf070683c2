import { describe, expect, test } from 'vitest'
import type { SiteCheck } from '../../../shared/contract.ts'
import { defaultSearch } from '../../../server/domain/site.ts'
import { version } from '../../../server/version.ts'
import { newQuestionId, publishedOf, questionOf } from '../../desk.ts'
import { newServer, ORIGIN, PAGE, questionsFrom } from '../../http.ts'
import { describeWith, sharedLines } from '../../corpora.ts'

const ASK = '/v1/questions?site=pk_shop'
const allowedOrigin = (response: Response) => response.headers.get('Access-Control-Allow-Origin')

async function everyPath() {
  const server = await newServer('SQLite')
  const { id, revision } = await publishedOf(server.desk, server.site, 'Can I return it?')
  const { pack } = await server.desk.live.head(server.site, 'en')
  const ofSite = ['head', 'search?q=it', 'home', `entries/${id}`, `questions?ids=${newQuestionId()}`]
  const gets = [
    ...ofSite.map((path) => `/v1/sites/pk_shop/${path}`),
    `/v1/packs/${pack}`,
    `/v1/entries/${id}/${revision}`,
  ]
  const all = (origin: string | undefined) => {
    const headers: HeadersInit = origin === undefined ? {} : { Origin: origin }
    const questions = questionsFrom(origin, [questionOf('x')])
    return Promise.all([...gets.map((path) => server.fetch(path, { headers })), server.fetch(ASK, questions)])
  }
  return { ...server, all }
}

describe('pages that a site lists', () => {
  test('are answered with exactly their own origin, and caches are told', async () => {
    const { all } = await everyPath()
    for (const origin of [PAGE, ORIGIN]) {
      for (const response of await all(origin)) {
        expect(response.ok).toBe(true)
        expect(allowedOrigin(response)).toBe(origin)
        expect(response.headers.get('Vary')).toContain('Origin')
        expect(response.headers.get('Access-Control-Allow-Credentials')).toBeNull()
      }
    }
  })

  test('can read why they are refused', async () => {
    const { fetch } = await newServer('SQLite')
    const response = await fetch(ASK, { ...questionsFrom(PAGE, []), body: '{' })
    expect(response.status).toBe(400)
    expect(allowedOrigin(response)).toBe(PAGE)
  })

  test('may send JSON after asking', async () => {
    const { fetch, desk, site } = await newServer('SQLite')
    const ask = { method: 'OPTIONS', headers: { Origin: PAGE, 'Access-Control-Request-Method': 'POST' } }
    const response = await fetch(ASK, ask)
    expect(response.status).toBe(204)
    expect(allowedOrigin(response)).toBe(PAGE)
    expect(response.headers.get('Access-Control-Allow-Methods')).toBe('POST')
    expect(response.headers.get('Access-Control-Allow-Headers')).toBe('Content-Type')
    const foreign = await fetch(ASK, { ...ask, headers: { ...ask.headers, Origin: 'https://evil.example' } })
    expect([foreign.status, allowedOrigin(foreign)]).toEqual([403, null])
    expect(await desk.storage.questions.ungrouped(site.id, 9)).toEqual([])
  })

  test('of another site of ours are refused', async () => {
    const { fetch, desk } = await newServer('SQLite')
    const { storage } = desk
    const blog = { id: 'blog', key: 'pk_blog', name: 'Blog', allowedOrigins: ['https://blog.example'] }
    await storage.sites.add({
      ...blog,
      defaultLocale: 'en',
      locales: ['en'],
      search: defaultSearch,
      createdAt: desk.clock(),
    })
    const headers = { Origin: 'https://blog.example' }
    expect((await fetch('/v1/sites/pk_blog/head', { headers })).status).toBe(200)
    expect((await fetch('/v1/sites/pk_shop/head', { headers })).status).toBe(403)
  })
})

test('requests of no page, as from an app, are answered without an origin', async () => {
  const { all } = await everyPath()
  for (const response of await all(undefined)) {
    expect(response.ok).toBe(true)
    expect(allowedOrigin(response)).toBeNull()
  }
})

test.each(['https://evil.example', 'null', '', 'https://shop.example.com:8443', 'https://SHOP.example.com', 'file://'])(
  'a page of %j is refused everywhere, unread',
  async (origin) => {
    const { all, desk, site } = await everyPath()
    for (const response of await all(origin)) {
      expect(response.status).toBe(403)
      expect(allowedOrigin(response)).toBeNull()
      expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    }
    expect(await desk.storage.questions.ungrouped(site.id, 9)).toEqual([])
  },
)

test('any page can ask how it stands', async () => {
  const { fetch } = await newServer('SQLite')
  const ask = async (query: string, headers: HeadersInit = {}) => {
    const response = await fetch(`/v1/sites/pk_shop/check${query}`, { headers })
    expect([response.status, allowedOrigin(response)]).toEqual([200, '*'])
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    return (await response.json()) as SiteCheck
  }
  expect(await ask('?locale=zh-HK', { Origin: PAGE })).toEqual({
    ...{ site: 'Shop', version, origin: PAGE, locales: ['en', 'zh'], locale: 'zh', why: 'language' },
  })
  expect(version).toMatch(/^\d+\.\d+\.\d+/)
  expect(await ask('')).toMatchObject({ origin: null, locale: 'en', why: 'default' })
  expect((await fetch(`/v1/sites/pk_shop/check?locale=${'x'.repeat(36)}`)).status).toBe(422)
})

test('a page that gets no answer can ask why', async () => {
  const { fetch } = await newServer('SQLite')
  const check = (key: string, origin: string) => fetch(`/v1/sites/${key}/check`, { headers: { Origin: origin } })
  for (const [key, origin, status] of [
    ['pk_shop', 'https://evil.example', 403],
    ['pk_wrong', PAGE, 404],
  ] as const) {
    const response = await check(key, origin)
    expect(response.status).toBe(status)
    expect(allowedOrigin(response)).toBe('*')
    expect(await response.text()).not.toContain(PAGE)
  }
})

describeWith('corpora/cors.jsonl', 'origins made to slip through', () => {
  test('are never let in', async () => {
    const { fetch } = await newServer('SQLite')
    for (const { origin } of sharedLines<{ origin: string }>('corpora/cors.jsonl')) {
      if (/[^\x20-\x7e]/.test(origin)) continue // no header can hold it
      const response = await fetch('/v1/sites/pk_shop/head', { headers: { Origin: origin } })
      expect([response.status, allowedOrigin(response)], origin).toEqual([403, null])
    }
  })
})
