import { describe, expect, test } from 'vitest'
import { databases } from '../databases.ts'
import { describeWith, sharedLines } from '../corpora.ts'
import { questionOf } from '../desk.ts'
import { newServer, PAGE, questionsFrom } from '../http.ts'

const ASK = '/v1/questions?site=pk_shop'

interface Abuse {
  readonly name: string
  readonly raw?: string
  readonly b64?: string
  readonly gen?: { open?: string; close?: string; n?: number; mid?: string; special?: string }
}

const specials: Record<string, () => string> = {
  '10k keys': () => JSON.stringify(Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`k${i}`, i]))),
  '100k key name': () => JSON.stringify({ ['k'.repeat(100_000)]: 1 }),
  '1MB q': () => JSON.stringify({ questions: 'q'.repeat(1_000_000) }),
  '10k array': () => JSON.stringify({ questions: Array(10_000).fill('q') }),
}

function bodyOf({ raw, b64, gen }: Abuse): string | Uint8Array<ArrayBuffer> {
  if (raw !== undefined) return raw
  if (b64 !== undefined) return new Uint8Array(Buffer.from(b64, 'base64'))
  const { open = '', close = '', n = 0, mid = '', special } = gen ?? {}
  return special === undefined ? open.repeat(n) + mid + close.repeat(n) : specials[special]!()
}

describeWith('corpora/json-abuse.jsonl', 'bodies made to break servers', () => {
  test.each(['questions', 'sign-in', 'an entry'])('are refused as %s, and change no object of ours', async (target) => {
    const { fetch, desk, site, signedIn } = await newServer('SQLite')
    const cookie = await signedIn('admin')
    for (const [i, abuse] of sharedLines<Abuse>('corpora/json-abuse.jsonl').entries()) {
      const from = `192.0.2.${i}`
      const headers = { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin', cookie }
      const init = { method: 'POST', headers, body: bodyOf(abuse), from }
      const path = { questions: ASK, 'sign-in': '/api/session', 'an entry': `/api/sites/${site.id}/entries` }[target]!
      const { status } = await fetch(path, init)
      expect(status, abuse.name).toBeGreaterThanOrEqual(400)
      expect(status, abuse.name).toBeLessThan(500)
    }
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(await desk.storage.questions.ungrouped(site.id, 9)).toEqual([])
  })
})

describeWith('corpora/naughty.blns.jsonl', 'naughty strings', () => {
  describe.each(databases)('on %s', (database) => {
    test('are questions like others', async () => {
      const { fetch, desk, site } = await newServer(database)
      const values = sharedLines<{ value: string }>('corpora/naughty.blns.jsonl').map(({ value }) => value)
      let accepted = 0
      for (const value of values) {
        const batch = questionsFrom(PAGE, [questionOf(value.slice(0, 500), { page: value.slice(0, 500) })])
        const { status } = await fetch(ASK, { ...batch, from: `192.0.2.${accepted % 250}` })
        expect([202, 422], value).toContain(status)
        if (status === 202) accepted++
      }
      expect(accepted).toBeGreaterThan(values.length * 0.9)
      expect(await desk.storage.questions.ungrouped(site.id, 999)).toHaveLength(accepted)
    })

    test('are entries, searches and keys like others', async () => {
      const { send, fetch, site, signedIn } = await newServer(database)
      const cookie = await signedIn('admin')
      for (const { value } of sharedLines<{ value: string }>('corpora/naughty.blns.jsonl')) {
        const text = { question: value, answer: value, phrasings: [value], tags: [value.slice(0, 60)], locale: 'en' }
        const saved = await send('POST', `/api/sites/${site.id}/entries`, text, cookie)
        expect([201, 422], value).toContain(saved.status)
        const query = new URLSearchParams({ text: value, cursor: value })
        const listed = await send('GET', `/api/sites/${site.id}/entries?${query}`, undefined, cookie)
        expect([200, 404, 422], value).toContain(listed.status)
        const key = encodeURIComponent(value.toWellFormed())
        expect([200, 404, 429], value).toContain((await fetch(`/v1/sites/${key}/head`)).status)
        expect([401, 422, 429], value).toContain(
          (await send('POST', '/api/session', { email: value, password: value })).status,
        )
      }
    })
  })
})

test('a sign-in with characters that no database holds is wrong, not broken', async () => {
  const { send } = await newServer('PostgreSQL')
  for (const email of ['a\0@b.example', '\uD800', '']) {
    expect((await send('POST', '/api/session', { email, password: 'x\0\uD800' })).status).toBe(401)
  }
})
