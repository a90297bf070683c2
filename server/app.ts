// All routes on one Hono app. The type of it is what the console's client is made from.
import { Hono } from 'hono'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import type { Logger } from 'pino'
import type { Desk, LiveKnowledge, Vault, Workers } from './domain/ports.ts'
import { answerError, answerNotFound } from './problem.ts'
import { logged, noNul, type RequestEnv } from './request.ts'
import { consoleRoutes } from './routes/console.ts'
import { healthRoutes } from './routes/health.ts'
import { helpRoutes } from './routes/help.ts'
import { pageRoutes } from './routes/pages.ts'
import { publicRoutes } from './routes/public.ts'
import { sessionCookie } from './routes/signed-in.ts'
import type { WebFile } from './web-files.ts'

export interface AppParts {
  readonly desk: Desk
  readonly vault: Vault
  readonly workers: Workers
  readonly live: LiveKnowledge
  /** Hears that questions of a site were logged. */
  readonly asked: (siteId: string) => void
  readonly log: Logger
  readonly files: ReadonlyMap<string, WebFile>
  readonly trustedProxyHops: number
  /** Origins under which this server is reached, the public one first. */
  readonly ownOrigins: readonly [string, ...string[]]
}

const YEAR = 'max-age=31536000; includeSubDomains'

export function createApp(parts: AppParts) {
  const { desk, live, log, files, trustedProxyHops, ownOrigins } = parts
  const cookie = sessionCookie(ownOrigins[0])
  const https = ownOrigins[0].startsWith('https:')
  const app = new Hono<RequestEnv>()
    .use(requestId())
    .use(logged(log, trustedProxyHops))
    .use('/api/*', secureHeaders({ strictTransportSecurity: https && YEAR, crossOriginResourcePolicy: 'same-origin' }))
    .use(secureHeaders({ strictTransportSecurity: https && YEAR, crossOriginResourcePolicy: 'cross-origin' }))
    .use(noNul)
    .route('/', healthRoutes(desk))
    .route('/v1', publicRoutes(parts))
    .route('/api', consoleRoutes({ ...parts, cookie }))
    .route('/', helpRoutes(desk, live))
    .route('/', pageRoutes(desk, files, ownOrigins))
  app.onError(answerError)
  app.notFound(answerNotFound)
  return app
}

export type Api = ReturnType<typeof createApp>
