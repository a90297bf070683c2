import { describe, expect, test } from 'vitest'
import { type Role, roles } from '../../../server/domain/agent.ts'
import type { Entry } from '../../../server/domain/entry.ts'
import { databases } from '../../databases.ts'
import { ask, draftOf, groupAll, textOf } from '../../desk.ts'
import { newServer, ORIGIN } from '../../http.ts'

/** The least role that each route of the console takes; null: no session. A new route has to be listed here. */
const leastRole: Record<string, Role | null> = {
  'POST /api/invites/accept': null,
  'POST /api/session': null,
  'DELETE /api/session': null,
  'GET /api/session': 'viewer',
  'GET /api/sites/:site/gaps': 'viewer',
  'GET /api/gaps/:id': 'viewer',
  'POST /api/gaps/:id/draft': 'contributor',
  'POST /api/gaps/:id/dismiss': 'contributor',
  'POST /api/gaps/:id/reopen': 'contributor',
  'GET /api/sites/:site/entries': 'viewer',
  'POST /api/sites/:site/entries': 'contributor',
  'GET /api/entries/:id': 'viewer',
  'PUT /api/entries/:id': 'contributor',
  'POST /api/entries/:id/publish': 'publisher',
  'POST /api/entries/:id/archive': 'publisher',
  'GET /api/entries/:id/replay': 'viewer',
  'GET /api/preview/:entry/v1/sites/:key/head': 'viewer',
  'GET /api/preview/:entry/v1/packs/:hash': 'viewer',
  'GET /api/preview/:entry/v1/entries/:id/:revision': 'viewer',
  'GET /api/preview/:entry/v1/sites/:key/home': 'viewer',
  'GET /api/preview/:entry/v1/sites/:key/questions': 'viewer',
  'POST /api/preview/:entry/v1/questions': 'viewer',
}

type Server = Awaited<ReturnType<typeof newServer>>

/** Routes of the console’s API as the app has them, each as `METHOD /path`. */
function consoleRoutes({ app }: Server): string[] {
  const handlers = app.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api'))
  return [...new Set(handlers.map(({ method, path }) => `${method} ${path.replace(/\{.*?\}(?=\/|$)/g, '')}`))]
}

function request(server: Server, route: string, cookie?: string): Promise<Response> {
  const [method = '', path = ''] = route.split(' ')
  const address = path.replace(':revision', '1').replace(/:\w+/g, 'none')
  return server.send(method, address, method === 'GET' ? undefined : {}, cookie)
}

test('every route of the console is known to these tests', async () => {
  expect(consoleRoutes(await newServer('SQLite')).toSorted()).toEqual(Object.keys(leastRole).toSorted())
})

test('without a session, every route but those that begin or end one is refused', async () => {
  const server = await newServer('SQLite')
  for (const route of consoleRoutes(server)) {
    const { status } = await request(server, route)
    if (leastRole[route] === null) expect([204, 422], route).toContain(status)
    else expect(status, route).toBe(401)
  }
  for (const cookie of ['__Host-askwell=', '__Host-askwell=guess', 'askwell=guess']) {
    expect((await request(server, 'GET /api/session', cookie)).status).toBe(401)
  }
  expect((await server.fetch('/api/nothing')).status).toBe(401)
})

test.each(roles)('a %s may do what the role allows and nothing more', async (role) => {
  const server = await newServer('SQLite')
  const cookie = await server.signedIn(role)
  for (const [route, least] of Object.entries(leastRole)) {
    if (least === null) continue
    const { status } = await request(server, route, cookie)
    const allowed = roles.indexOf(role) >= roles.indexOf(least)
    expect(status === 403, `${route}: ${status}`).toBe(!allowed)
    expect(status, route).not.toBe(401)
  }
})

describe('changes that another page asks for in an agent’s name', () => {
  const changes = Object.keys(leastRole).filter((route) => !route.startsWith('GET'))

  test.each([
    [{ 'Sec-Fetch-Site': 'cross-site' }],
    [{ 'Sec-Fetch-Site': 'same-site' }],
    [{ 'Sec-Fetch-Site': 'none' }],
    [{ 'Sec-Fetch-Site': 'cross-site', Origin: ORIGIN }],
    [{ Origin: 'https://evil.example' }],
    [{ Origin: 'https://help.example.com.evil.example' }],
    [{ Origin: 'null' }],
    [{}],
  ])('are refused with %j', async (headers) => {
    const server = await newServer('SQLite')
    const cookie = await server.signedIn('admin')
    for (const route of changes) {
      const [method = '', path = ''] = route.split(' ')
      const init = { method, headers: { 'Content-Type': 'application/json', cookie, ...headers }, body: '{}' }
      expect((await server.fetch(path, init)).status, route).toBe(403)
    }
  })

  test('are taken from the console itself, also in a browser without Fetch Metadata', async () => {
    const server = await newServer('SQLite')
    const cookie = await server.signedIn('admin')
    const init = { method: 'DELETE', headers: { Origin: ORIGIN, cookie } }
    expect((await server.fetch('/api/session', init)).status).toBe(204)
  })
})

describe.each(databases)('the console’s work on %s', (database) => {
  test('from gap to published entry, each step on the revision of the one before', async () => {
    const server = await newServer(database)
    const { desk, site, send } = server
    const cookie = await server.signedIn('publisher')
    await ask(desk, site, 'how do I return a teapot')
    await groupAll(desk, site)
    const inbox = (await (await send('GET', `/api/sites/${site.id}/gaps`, undefined, cookie)).json()) as {
      gaps: { id: string; revision: number }[]
      counts: Record<string, number>
    }
    expect(inbox.counts['open']).toBe(1)
    const [gap] = inbox.gaps
    const drafted = await send('POST', `/api/gaps/${gap!.id}/draft`, { revision: gap!.revision }, cookie)
    expect(drafted.status).toBe(201)
    const { id, revision } = (await drafted.json()) as Entry
    const text = textOf('How do I return a teapot?')
    const saved = (await (await send('PUT', `/api/entries/${id}`, { ...text, revision }, cookie)).json()) as Entry
    expect(saved).toMatchObject({ state: 'draft', question: text.question, updatedBy: 'publisher' })
    const published = await send('POST', `/api/entries/${id}/publish`, { revision: saved.revision }, cookie)
    expect(await published.json()).toMatchObject({ state: 'published' })
    await desk.live.idle()
    const replay = await send('GET', `/api/entries/${id}/replay`, undefined, cookie)
    expect(await replay.json()).toEqual([{ wording: 'how do I return a teapot', found: true }])
  })

  test('a change on an older revision is a conflict, and nothing is overwritten', async () => {
    const server = await newServer(database)
    const { desk, site, send } = server
    const cookie = await server.signedIn('admin')
    const { id } = await draftOf(desk, site, 'Old')
    await send('PUT', `/api/entries/${id}`, { ...textOf('New'), revision: 1 }, cookie)
    for (const [method, path, body] of [
      ['PUT', `/api/entries/${id}`, { ...textOf('Mine'), revision: 1 }],
      ['POST', `/api/entries/${id}/publish`, { revision: 1 }],
      ['POST', `/api/entries/${id}/archive`, { revision: 1 }],
    ] as const) {
      expect((await send(method, path, body, cookie)).status, path).toBe(409)
    }
    const view = await send('GET', `/api/entries/${id}`, undefined, cookie)
    expect(await view.json()).toMatchObject({ entry: { question: 'New', revision: 2, state: 'draft' } })
  })

  test('what an agent can not set is not set', async () => {
    const server = await newServer(database)
    const cookie = await server.signedIn('contributor')
    const more = { id: 'chosen', siteId: 'other', state: 'published', revision: 9, updatedBy: 'admin' }
    const response = await server.send(
      'POST',
      `/api/sites/${server.site.id}/entries`,
      { ...textOf('Q'), ...more },
      cookie,
    )
    const entry = (await response.json()) as Entry
    expect(entry).toMatchObject({ siteId: server.site.id, state: 'draft', revision: 1, updatedBy: 'contributor' })
    expect(entry.id).not.toBe('chosen')
  })
})
