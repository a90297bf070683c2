import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import type { Problem } from '../../shared/contract.ts'
import { databases } from '../databases.ts'
import { questionOf } from '../desk.ts'
import { newServer, PAGE, questionsFrom } from '../http.ts'

const ASK = '/v1/questions?site=pk_shop'

test('every refusal is a problem in the standard’s form, with the request’s id', async () => {
  const { fetch, send, signedIn } = await newServer('SQLite')
  const cookie = await signedIn('viewer')
  const question = questionsFrom(PAGE, [questionOf('x')])
  const refusals: [number, Promise<Response>][] = [
    [400, fetch(ASK, { ...question, body: '{' })],
    [401, fetch('/api/session')],
    [401, send('POST', '/api/session', { email: 'a@b.example', password: 'wrong' })],
    [403, fetch('/api/session', { method: 'POST' })],
    [403, send('POST', '/api/sites/x/entries', {}, cookie)],
    [404, fetch('/nothing/here')],
    [404, fetch('/v1/packs/none')],
    [404, fetch('/v1/questions?site=none', question)],
    [404, send('GET', '/api/entries/none', undefined, cookie)],
    [413, fetch(ASK, { ...question, body: 'x'.repeat(300_000) })],
    [422, fetch(ASK, { ...question, body: '[]' })],
    [422, send('GET', '/api/sites/x/gaps?state=none', undefined, cookie)],
  ]
  for (const [status, answer] of refusals) {
    const response = await answer
    expect(response.status).toBe(status)
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    const problem = (await response.json()) as Problem
    expect(problem).toMatchObject({ type: 'about:blank', status, instance: response.headers.get('X-Request-Id') })
    expect(problem.title).not.toBe('')
    expect(problem.detail).not.toBe('')
  }
})

describe.each(databases)('when the %s database is gone', (database) => {
  test('the answer says nothing of what went wrong, the log says it with the request’s id', async () => {
    const lines: Record<string, unknown>[] = []
    const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line) as Record<string, unknown>) })
    const { fetch, desk } = await newServer(database, { log })
    await desk.storage.close()
    const response = await fetch('/v1/sites/pk_shop/head')
    expect(response.status).toBe(500)
    const problem = (await response.json()) as Problem
    expect(Object.keys(problem).toSorted()).toEqual(['detail', 'instance', 'status', 'title', 'type'])
    expect(JSON.stringify(problem)).not.toMatch(/driver|destroy|kysely|sql|at /i)
    const logged = lines.find(({ msg }) => msg === 'unexpected error')
    expect(logged).toMatchObject({ requestId: problem.instance, err: { message: expect.any(String) as string } })
  })

  test('the server says that it lives but is not ready', async () => {
    const { fetch, desk } = await newServer(database)
    expect((await fetch('/readyz')).status).toBe(200)
    await desk.storage.close()
    expect((await fetch('/healthz')).status).toBe(200)
    const response = await fetch('/readyz')
    expect(response.status).toBe(503)
    expect(response.headers.get('Retry-After')).toBe('5')
  })
})

test('the log holds no words, no addresses and no query of a request', async () => {
  const lines: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  const { fetch } = await newServer('SQLite', { log })
  const question = questionOf('my private words', { email: 'private@shop.example', page: '/private' })
  await fetch(`${ASK}&q=private`, { ...questionsFrom(PAGE, [question]), from: '203.0.113.99' })
  expect(lines.join('')).toContain('/v1/questions')
  expect(lines.join('')).not.toMatch(/private|203\.0\.113\.99|pk_shop/)
})
