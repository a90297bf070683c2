import { describe, expect, test } from 'vitest'
import { cookieOf, newServer } from '../../http.ts'

const person = { name: 'Ada', email: 'ada@shop.example', password: 'a long enough password' }

describe('the session’s cookie', () => {
  test('on HTTPS is out of reach of scripts, other sites, plain HTTP and subdomains', async () => {
    const server = await newServer('SQLite')
    await server.signedIn('viewer')
    const response = await server.send('POST', '/api/session', { ...person, email: 'viewer@shop.example' })
    const flags = response.headers.getSetCookie()[0]!.split('; ').slice(1)
    expect(cookieOf(response)).toMatch(/^__Host-askwell=[\w-]{43}$/)
    expect(flags.toSorted()).toEqual(['HttpOnly', 'Max-Age=604800', 'Path=/', 'SameSite=Lax', 'Secure'])
  })

  test('on plain HTTP works without what needs HTTPS', async () => {
    const server = await newServer('SQLite', { ownOrigins: ['http://localhost:8787'] })
    await server.signedIn('viewer')
    const response = await server.send('POST', '/api/session', { ...person, email: 'viewer@shop.example' })
    const flags = response.headers.getSetCookie()[0]!.split('; ').slice(1)
    expect(cookieOf(response)).toMatch(/^askwell=[\w-]{43}$/)
    expect(flags.toSorted()).toEqual(['HttpOnly', 'Max-Age=604800', 'Path=/', 'SameSite=Lax'])
    expect(response.headers.get('Strict-Transport-Security')).toBeNull()
  })
})

test('signing in says who one is, with nothing secret in it', async () => {
  const server = await newServer('SQLite')
  const cookie = await server.signedIn('publisher')
  const response = await server.send('GET', '/api/session', undefined, cookie)
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  const session = (await response.json()) as { agent: object }
  expect(session.agent).toEqual({
    ...{ id: expect.any(String) as string, name: 'publisher', email: 'publisher@shop.example', role: 'publisher' },
  })
  expect(JSON.stringify(session)).not.toMatch(/hash|secret|argon/i)
})

test('signing out ends the session on the server: the old cookie opens nothing', async () => {
  const server = await newServer('SQLite')
  const cookie = await server.signedIn('admin')
  const response = await server.send('DELETE', '/api/session', undefined, cookie)
  expect(response.status).toBe(204)
  expect(response.headers.getSetCookie()[0]).toMatch(/^__Host-askwell=; Max-Age=0;.*Secure/)
  expect((await server.send('GET', '/api/session', undefined, cookie)).status).toBe(401)
})

test('each sign-in is a session of its own, whatever cookie came with it', async () => {
  const server = await newServer('SQLite')
  const before = await server.signedIn('viewer')
  const again = { email: 'viewer@shop.example', password: person.password }
  const after = cookieOf(await server.send('POST', '/api/session', again, before))
  expect(after).not.toBe(before)
  expect(after).toMatch(/=[\w-]{43}$/)
})

test('an unknown address and a wrong password get the same answer', async () => {
  const server = await newServer('SQLite')
  await server.signedIn('viewer')
  const answer = async (email: string) => {
    const response = await server.send('POST', '/api/session', { email, password: 'wrong' })
    const { detail } = (await response.json()) as { detail: string }
    return [response.status, detail, response.headers.getSetCookie()]
  }
  expect(await answer('nobody@shop.example')).toEqual(await answer('viewer@shop.example'))
})

test('passwords can not be tried without end', async () => {
  const server = await newServer('SQLite')
  const statuses: number[] = []
  for (let i = 0; i < 12; i++) {
    statuses.push((await server.send('POST', '/api/session', { email: 'a@b.example', password: `${i}` })).status)
  }
  expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429])
})

test.each([
  ['a short password', { password: 'elevenchars' }, '/password'],
  ['a password too long to hash', { password: 'x'.repeat(257) }, '/password'],
  ['no name', { name: ' ' }, '/name'],
  ['no address', { email: 'ada' }, '/email'],
])('an invite with %s is refused and can be used again', async (_, wrong, pointer) => {
  const server = await newServer('SQLite')
  const response = await server.send('POST', '/api/invites/accept', { ...person, invite: 'any', ...wrong })
  expect(response.status).toBe(422)
  expect(((await response.json()) as { errors: object[] }).errors).toMatchObject([{ pointer }])
})

test('a guessed invite makes no agent', async () => {
  const server = await newServer('SQLite')
  expect((await server.send('POST', '/api/invites/accept', { ...person, invite: 'guess' })).status).toBe(403)
  expect(await server.desk.storage.agents.count()).toBe(0)
})
