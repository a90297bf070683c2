// For whoever keeps the server running.
import { Hono } from 'hono'
import type { Desk } from '../domain/ports.ts'
import { Refusal } from '../domain/refusal.ts'
import type { RequestEnv } from '../request.ts'

export function healthRoutes({ storage }: Desk) {
  return (
    new Hono<RequestEnv>()
      /** The process answers. */
      .get('/healthz', (c) => c.json({ status: 'ok' }, 200))
      /** It can do its work: the database answers. */
      .get('/readyz', async (c) => {
        try {
          await storage.ping()
        } catch (error) {
          c.var.log.warn({ err: error }, 'not ready')
          throw new Refusal('unavailable', 'The database does not answer.', { retryAfter: 5 })
        }
        return c.json({ status: 'ready' }, 200)
      })
  )
}
