// Who may use the console's API: an agent with a live session, from the console itself, with a role that suffices.
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { whoIs } from '../domain/accounts.ts'
import { mayAct, type Role } from '../domain/agent.ts'
import type { Desk, Vault } from '../domain/ports.ts'
import { Refusal } from '../domain/refusal.ts'
import type { RequestEnv } from '../request.ts'

const WEEK = 7 * 86_400

/** The session's cookie. `__Host-` needs HTTPS; on plain HTTP (localhost) the name says so. */
export function sessionCookie(publicUrl: string) {
  const secure = publicUrl.startsWith('https:')
  const name = secure ? '__Host-askwell' : 'askwell'
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const
  return {
    read: (c: Context) => getCookie(c, name),
    write: (c: Context, secret: string) => setCookie(c, name, secret, { ...options, maxAge: WEEK }),
    clear: (c: Context) => deleteCookie(c, name, options),
  }
}

export type SessionCookie = ReturnType<typeof sessionCookie>

/** Refuses changes that another site's page asks for in the agent's name (Fetch Metadata; Origin for older browsers). */
export function ownPagesOnly(ownOrigins: readonly string[]) {
  return createMiddleware(async function refuseForeignPages(c, next) {
    if (!['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) {
      const site = c.req.header('Sec-Fetch-Site')
      const own = site === undefined ? ownOrigins.includes(c.req.header('Origin') ?? '') : site === 'same-origin'
      if (!own) throw new Refusal('forbidden', 'Changes are taken from the console only.')
    }
    await next()
  })
}

export function signedIn(desk: Desk, vault: Vault, cookie: SessionCookie) {
  return createMiddleware<RequestEnv>(async function requireSession(c, next) {
    const secret = cookie.read(c)
    const agent = secret ? await whoIs(desk, vault, secret) : undefined
    if (!agent) throw new Refusal('unauthenticated', 'Sign in to go on.')
    c.set('agent', agent)
    c.header('Cache-Control', 'no-store')
    await next()
  })
}

/** Behind `signedIn`. */
export function allow(role: Role) {
  return createMiddleware<RequestEnv>(async function requireRole(c, next) {
    if (!mayAct(c.var.agent, role))
      throw new Refusal('forbidden', `This takes the role "${role}"; yours is "${c.var.agent.role}".`)
    await next()
  })
}
