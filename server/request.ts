// What every request carries: an id, a log that knows it, the address it comes from.
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Logger } from 'pino'
import type { SignedIn } from './domain/agent.ts'
import { Refusal } from './domain/refusal.ts'

export interface RequestEnv {
  Variables: {
    requestId: string
    log: Logger
    /** The client's address as far as trusted proxies tell. */
    address: string
    /** Set behind `signedIn`. */
    agent: SignedIn
  }
}

/** One line a request, at `debug` when all is well: no query (it may hold words), no address, no body. */
export function logged(log: Logger, trustedProxyHops: number) {
  return createMiddleware<RequestEnv>(async function logRequest(c, next) {
    const started = performance.now()
    c.set('log', log.child({ requestId: c.var.requestId }))
    c.set('address', clientAddress(c, trustedProxyHops))
    await next()
    const ms = Math.round(performance.now() - started)
    const level = c.res.status >= 500 ? 'error' : c.res.status >= 400 ? 'info' : 'debug'
    c.var.log[level]({ method: c.req.method, path: c.req.path, status: c.res.status, ms }, 'request')
  })
}

/** Nothing of ours has NUL in its name, and PostgreSQL would not even look. */
export const noNul = createMiddleware(async function refuseNul(c, next) {
  if (c.req.url.includes('%00')) throw new Refusal('not-found', 'There is nothing at this address.')
  await next()
})

/**
 * The socket's address; behind `hops` trusted proxies, the address that the outermost of them saw, which is the
 * hops-th from the right in X-Forwarded-For. What stands further left was written by the client and is not believed.
 */
export function clientAddress(c: Context, hops: number): string {
  const socket = socketAddress(c)
  if (hops === 0) return socket
  const forwarded = (c.req.header('X-Forwarded-For') ?? '').split(',').map((part) => part.trim())
  return forwarded.at(-hops) || socket
}

function socketAddress(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown' // no socket: `app.request()` in tests
  }
}
