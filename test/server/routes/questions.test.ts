import { describe, expect, test } from 'vitest'
import type { Problem } from '../../../shared/contract.ts'
import { databases, newDatabase, openedStorage } from '../../databases.ts'
import { deskOn, newSite, questionOf } from '../../desk.ts'
import { newServer, PAGE, questionsFrom } from '../../http.ts'
import { createApp } from '../../../server/app.ts'
import { createVault } from '../../../server/work/vault.ts'
import { silent } from '../../desk.ts'

const ASK = '/v1/questions?site=pk_shop'
const problemOf = async (response: Response) => (await response.json()) as Problem

describe.each(databases)('questions over HTTP, on %s', (database) => {
  test('202 says that every question is on disk: another process reads them', async () => {
    const url = await newDatabase(database)
    const desk = deskOn(await openedStorage(url))
    const site = await newSite(desk, { allowedOrigins: [PAGE] })
    const app = createApp({
      ...{ desk, workers: desk.workers, live: desk.live, log: silent, vault: createVault(), files: new Map() },
      ...{ asked: () => undefined, trustedProxyHops: 0, ownOrigins: ['https://help.example.com'] },
    })
    const other = await openedStorage(url)
    const batch = [questionOf('One?'), questionOf('Two?')]
    const response = await app.request(ASK, questionsFrom(PAGE, batch))
    const stored = await other.questions.ungrouped(site.id, 9)
    expect(response.status).toBe(202)
    expect(await response.json()).toEqual({ accepted: batch.map(({ id }) => id) })
    expect(stored.map(({ text }) => text)).toEqual(['One?', 'Two?'])
  })

  test('a batch sent twice counts once, and is acknowledged twice', async () => {
    const { fetch, desk, site, asked } = await newServer(database)
    const batch = questionsFrom(PAGE, [questionOf('One?'), questionOf('Two?')])
    const answers = [await fetch(ASK, batch), await fetch(ASK, batch)]
    expect(answers.map(({ status }) => status)).toEqual([202, 202])
    expect(await desk.storage.questions.ungrouped(site.id, 9)).toHaveLength(2)
    expect(asked).toEqual([site.id, site.id])
  })

  test('a batch with one wrong question is refused whole, and says where', async () => {
    const { fetch, desk, site } = await newServer(database)
    const wrong = { ...questionOf(' '), id: 'x', locale: 'english language', seen: ['../x'] }
    const response = await fetch(ASK, questionsFrom(PAGE, [questionOf('Fine?'), wrong]))
    expect(response.status).toBe(422)
    const pointers = (await problemOf(response)).errors?.map(({ pointer }) => pointer)
    expect(pointers?.toSorted()).toEqual([
      '/questions/1/id',
      '/questions/1/locale',
      '/questions/1/seen/0',
      '/questions/1/text',
    ])
    expect(await desk.storage.questions.ungrouped(site.id, 9)).toEqual([])
  })

  test.each([
    ['a list in place of the batch', '[]', 422, ''],
    ['no questions', '{"questions":[]}', 422, '/questions'],
    ['nothing', '{}', 422, '/questions'],
  ])('%s is refused', async (_, body, status, pointer) => {
    const { fetch } = await newServer(database)
    const response = await fetch(ASK, { ...questionsFrom(PAGE, []), body })
    expect(response.status).toBe(status)
    expect((await problemOf(response)).errors).toMatchObject([{ pointer }])
  })

  test('more than fifty at once are refused', async () => {
    const { fetch } = await newServer(database)
    const many = Array.from({ length: 51 }, () => questionOf('x'))
    expect((await fetch(ASK, questionsFrom(PAGE, many))).status).toBe(422)
    expect((await fetch(ASK, questionsFrom(PAGE, many.slice(1)))).status).toBe(202)
  })

  test.each(['{', '{"questions":', 'null,', ''])('%j is no JSON and refused as such', async (body) => {
    const { fetch } = await newServer(database)
    const response = await fetch(ASK, { ...questionsFrom(PAGE, []), body })
    expect(response.status).toBe(400)
    expect((await problemOf(response)).title).toBe('The request is not well formed')
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonx',
  ])('what comes as %s, which any page can send, is refused', async (type) => {
    const { fetch, desk, site } = await newServer(database)
    const request = questionsFrom(PAGE, [questionOf('One?')])
    expect((await fetch(ASK, { ...request, headers: { Origin: PAGE, 'Content-Type': type } })).status).toBe(422)
    expect(await desk.storage.questions.ungrouped(site.id, 9)).toEqual([])
  })

  test('a body over the limit is refused, with a length and without, and the size of one allowed is not', async () => {
    const { fetch } = await newServer(database)
    const long = { ...questionsFrom(PAGE, []), body: JSON.stringify({ questions: ['x'.repeat(300_000)] }) }
    expect((await fetch(ASK, long)).status).toBe(413)
    const headers = { ...(long.headers as Record<string, string>), 'Content-Length': String(long.body.length) }
    expect((await fetch(ASK, { ...long, headers })).status).toBe(413)
    const pieces = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 30; i++) controller.enqueue(new TextEncoder().encode('x'.repeat(10_000)))
        controller.close()
      },
    })
    expect((await fetch(ASK, { ...long, body: pieces, duplex: 'half' } as RequestInit)).status).toBe(413)
    const full = Array.from({ length: 50 }, () => questionOf('退'.repeat(500), { page: `/${'p'.repeat(499)}` }))
    expect((await fetch(ASK, questionsFrom(PAGE, full))).status).toBe(202)
  })

  test('a wrong key is not found, and the problem says what to compare', async () => {
    const { fetch } = await newServer(database)
    for (const path of ['/v1/questions?site=pk_wrong', '/v1/questions']) {
      const response = await fetch(path, questionsFrom(PAGE, [questionOf('x')]))
      expect(response.status).toBe(404)
      expect((await problemOf(response)).detail).toMatch(/Compare data-site/)
    }
  })
})
