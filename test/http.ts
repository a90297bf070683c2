// The whole server without a socket: the real app on a real database, asked with `app.request()`.
import type { QuestionInput } from '../shared/contract.ts'
import { type AppParts, createApp } from '../server/app.ts'
import { inviteAgent } from '../server/domain/accounts.ts'
import type { Role } from '../server/domain/agent.ts'
import type { Site } from '../server/domain/site.ts'
import { createVault } from '../server/work/vault.ts'
import type { DatabaseName } from './databases.ts'
import { newDesk, newSite, silent, type TestDesk } from './desk.ts'

export const ORIGIN = 'https://help.example.com'
export const PAGE = 'https://shop.example.com'

const vault = createVault()

export interface TestServer {
  readonly app: ReturnType<typeof createApp>
  readonly desk: TestDesk
  readonly site: Site
  /** Ids of sites whose questions were handed to grouping. */
  readonly asked: string[]
  /** A request from an address, by default always the same. */
  readonly fetch: (path: string, init?: RequestInit & { from?: string }) => Promise<Response>
  /** What the console sends: JSON from its own page, with the session's cookie. */
  readonly send: (method: string, path: string, body?: unknown, cookie?: string) => Promise<Response>
  /** The cookie of a new agent's session. */
  readonly signedIn: (role: Role) => Promise<string>
}

export async function newServer(database: DatabaseName, parts: Partial<AppParts> = {}): Promise<TestServer> {
  const desk = await newDesk(database)
  const site = await newSite(desk, { allowedOrigins: [PAGE] })
  const asked: string[] = []
  const { workers, live } = desk
  const app = createApp({
    ...{ desk, vault, workers, live, log: silent, files: new Map(), trustedProxyHops: 0, ownOrigins: [ORIGIN] },
    ...{ asked: (siteId: string) => asked.push(siteId), ...parts },
  })
  const server: TestServer = {
    ...{ app, desk, site, asked },
    async fetch(path, { from = '192.0.2.1', ...init } = {}) {
      return app.request(path, init, { incoming: { socket: { remoteAddress: from } } })
    },
    send(method, path, body, cookie) {
      const headers = { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin', ...(cookie && { cookie }) }
      return server.fetch(path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
    },
    async signedIn(role) {
      const invite = await inviteAgent(desk, vault, role)
      const person = { invite, name: role, email: `${role}@shop.example`, password: 'a long enough password' }
      const response = await server.send('POST', '/api/invites/accept', person)
      return cookieOf(response)
    },
  }
  return server
}

/** The cookie that a response sets, as the browser sends it back. */
export function cookieOf(response: Response): string {
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

export function questionsFrom(origin: string | undefined, questions: readonly QuestionInput[]): RequestInit {
  const headers = { 'Content-Type': 'application/json', ...(origin !== undefined && { Origin: origin }) }
  return { method: 'POST', headers, body: JSON.stringify({ questions }) }
}
