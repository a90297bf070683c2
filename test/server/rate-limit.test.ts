import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressBlock } from '../../server/rate-limit.ts'
import { describeWith, sharedLines } from '../corpora.ts'
import { questionOf } from '../desk.ts'
import { newServer, PAGE, questionsFrom } from '../http.ts'

const ASK = '/v1/questions?site=pk_shop'
const LIMIT = 60

/** How many of 70 questions from there are accepted. */
async function accepted(headersOf: (i: number) => Record<string, string>, hops = 0, from?: (i: number) => string) {
  const { fetch } = await newServer('SQLite', { trustedProxyHops: hops })
  let count = 0
  let last: Response | undefined
  for (let i = 0; i < LIMIT + 10; i++) {
    const request = questionsFrom(PAGE, [questionOf('x')])
    const headers = { ...(request.headers as Record<string, string>), ...headersOf(i) }
    last = await fetch(ASK, { ...request, headers, ...(from && { from: from(i) }) })
    if (last.status === 202) count++
  }
  return { count, last: last! }
}

test('who asks too often is told when to try again', async () => {
  const { count, last } = await accepted(() => ({}))
  expect(count).toBe(LIMIT)
  expect(last.status).toBe(429)
  expect(last.headers.get('Content-Type')).toBe('application/problem+json')
  expect(Number(last.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect(Number(last.headers.get('Retry-After'))).toBeLessThanOrEqual(60)
})

test('one who asks too often keeps nobody else from asking', async () => {
  expect(
    (
      await accepted(
        () => ({}),
        0,
        (i) => (i === LIMIT + 9 ? '192.0.2.2' : '192.0.2.1'),
      )
    ).last.status,
  ).toBe(202)
})

test('a made-up X-Forwarded-For does not get around the limit', async () => {
  expect((await accepted((i) => ({ 'X-Forwarded-For': `198.51.100.${i}` }))).count).toBe(LIMIT)
})

test('behind one trusted proxy, the address that it saw counts, not what stands before it', async () => {
  const spoofed = await accepted((i) => ({ 'X-Forwarded-For': `198.51.100.${i}, 203.0.113.7` }), 1)
  expect(spoofed.count).toBe(LIMIT)
  const visitors = await accepted((i) => ({ 'X-Forwarded-For': `198.51.100.1, 203.0.113.${i}` }), 1)
  expect(visitors.count).toBe(LIMIT + 10)
})

test('behind two, the address that the outer one saw', async () => {
  const spoofed = await accepted((i) => ({ 'X-Forwarded-For': `198.51.100.${i}, 203.0.113.7, 10.0.0.1` }), 2)
  expect(spoofed.count).toBe(LIMIT)
})

test('a proxy that adds the port of each connection is understood', async () => {
  expect((await accepted((i) => ({ 'X-Forwarded-For': `203.0.113.7:${40_000 + i}` }), 1)).count).toBe(LIMIT)
})

test('a trusted proxy that says nothing leaves the address of the socket', async () => {
  expect((await accepted(() => ({}), 1)).count).toBe(LIMIT)
})

test('one household’s IPv6 addresses count as one', async () => {
  expect(
    (
      await accepted(
        () => ({}),
        0,
        (i) => `2001:db8:1:2:${i.toString(16)}::1`,
      )
    ).count,
  ).toBe(LIMIT)
  expect(
    (
      await accepted(
        () => ({}),
        0,
        (i) => `2001:db8:1:${i.toString(16)}::1`,
      )
    ).count,
  ).toBe(LIMIT + 10)
})

describe('the block of an address', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['192.0.2.1:8080', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::FFFF:192.0.2.1', '192.0.2.1'],
    ['2001:db8:0:7:1:2:3:4', '2001:db8:0:7'],
    ['2001:0DB8::7:1:2:3:4', '2001:db8:0:7'],
    ['[2001:db8:0:7::1]:443', '2001:db8:0:7'],
    ['[2001:db8:0:7::1]', '2001:db8:0:7'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['::', '0:0:0:0'],
    ['unknown', 'unknown'],
  ])('%s is %s', (address, block) => {
    expect(addressBlock(address)).toBe(block)
  })

  test('is the same for one network in any writing', () => {
    const groups = fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 })
    fc.assert(
      fc.property(
        groups,
        fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 4, maxLength: 4 }),
        (one, rest) => {
          const short = one.map((group) => group.toString(16))
          const long = one.map((group) => group.toString(16).padStart(4, '0').toUpperCase())
          const sibling = [...short.slice(0, 4), ...rest.map((group) => group.toString(16))]
          expect(addressBlock(long.join(':'))).toBe(addressBlock(short.join(':')))
          expect(addressBlock(sibling.join(':'))).toBe(addressBlock(short.join(':')))
          const compressed = short
            .join(':')
            .replace(/\b0(?::0)+\b/, ':')
            .replace(':::', '::')
          expect(addressBlock(compressed)).toBe(addressBlock(short.join(':')))
        },
      ),
    )
  })

  test('of anything at all is a string', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789abcdef:.[]%') }), (address) => {
        expect(addressBlock(address)).toBeTypeOf('string')
      }),
    )
  })
})

describeWith('corpora/xff.jsonl', 'headers made to look like other clients', () => {
  test('all count as one client', async () => {
    const headers = sharedLines<{ header: string; value: string }>('corpora/xff.jsonl')
    const { fetch } = await newServer('SQLite')
    const statuses: number[] = []
    for (const { header, value } of headers) {
      const request = questionsFrom(PAGE, [questionOf('x')])
      const sent = new Headers(request.headers)
      sent.set(header, value.trim())
      statuses.push((await fetch(ASK, { ...request, headers: sent })).status)
    }
    expect(statuses.filter((status) => status === 202)).toHaveLength(LIMIT)
    expect(statuses.filter((status) => status === 429)).toHaveLength(headers.length - LIMIT)
  })
})
