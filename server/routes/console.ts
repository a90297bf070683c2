// The console's API. Changes name the revision they were made on; a newer one answers 409 and nothing is overwritten.
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import {
  acceptInviteSchema,
  dismissSchema,
  entryQuerySchema,
  entrySaveSchema,
  entryTextSchema,
  gapQuerySchema,
  onRevisionSchema,
  signInSchema,
} from '../../shared/contract.ts'
import { acceptInvite, signIn, signOut } from '../domain/accounts.ts'
import type { Desk, LiveKnowledge, Vault, Workers } from '../domain/ports.ts'
import { dismissGap, draftForGap, reopenGap, viewGap } from '../domain/work-on-gap.ts'
import { archiveEntry, publishEntry, replayWordings, saveEntry, startEntry, viewEntry } from '../domain/write-entry.ts'
import { limitedTo } from '../rate-limit.ts'
import type { RequestEnv } from '../request.ts'
import { takes } from './content.ts'
import { previewRoutes } from './preview.ts'
import { jsonOnly, tooLarge } from './public.ts'
import { allow, ownPagesOnly, type SessionCookie, signedIn } from './signed-in.ts'

export interface ConsoleParts {
  readonly desk: Desk
  readonly vault: Vault
  readonly workers: Workers
  readonly live: LiveKnowledge
  readonly cookie: SessionCookie
  readonly ownOrigins: readonly string[]
}

const BODY = 4 * 1024 * 1024
const SIGN_IN_RATE = { requests: 10, seconds: 60 }
const PAGE = 50

export function consoleRoutes(parts: ConsoleParts) {
  const { desk, vault, cookie, ownOrigins } = parts
  return new Hono<RequestEnv>()
    .use(ownPagesOnly(ownOrigins))
    .use(bodyLimit({ maxSize: BODY, onError: tooLarge }))
    .use('/session', limitedTo({ requests: 120, seconds: 60 }))
    .post('/invites/accept', limitedTo(SIGN_IN_RATE), jsonOnly, takes('json', acceptInviteSchema), async (c) => {
      cookie.write(c, await acceptInvite(desk, vault, c.req.valid('json')))
      return c.body(null, 204)
    })
    .post('/session', limitedTo(SIGN_IN_RATE), jsonOnly, takes('json', signInSchema), async (c) => {
      const { email, password } = c.req.valid('json')
      cookie.write(c, await signIn(desk, vault, email, password))
      return c.body(null, 204)
    })
    .delete('/session', async (c) => {
      const secret = cookie.read(c)
      if (secret) await signOut(desk, vault, secret)
      cookie.clear(c)
      return c.body(null, 204)
    })
    .use(signedIn(desk, vault, cookie))
    .route('/preview', previewRoutes(parts))
    .route('/', deskRoutes(parts))
}

function deskRoutes({ desk, workers, live }: ConsoleParts) {
  const { storage } = desk
  const contributor = allow('contributor')
  const publisher = allow('publisher')
  return (
    new Hono<RequestEnv>()
      .get('/session', async (c) => c.json({ agent: c.var.agent, sites: await storage.sites.all() }, 200))
      .get('/sites/:site/gaps', takes('query', gapQuerySchema), async (c) => {
        const site = c.req.param('site')
        const [gaps, counts] = await Promise.all([
          storage.gaps.list(site, c.req.valid('query').state),
          storage.gaps.counts(site),
        ])
        return c.json({ gaps, counts }, 200)
      })
      .get('/gaps/:id', async (c) => c.json(await viewGap(desk, c.req.param('id')), 200))
      .post('/gaps/:id/draft', contributor, jsonOnly, takes('json', onRevisionSchema), async (c) => {
        const { revision } = c.req.valid('json')
        return c.json(await draftForGap(desk, c.req.param('id'), revision, c.var.agent.name), 201)
      })
      .post('/gaps/:id/dismiss', contributor, jsonOnly, takes('json', dismissSchema), async (c) => {
        const { revision, reason } = c.req.valid('json')
        return c.json(await dismissGap(desk, c.req.param('id'), revision, reason), 200)
      })
      .post('/gaps/:id/reopen', contributor, jsonOnly, takes('json', onRevisionSchema), async (c) =>
        c.json(await reopenGap(desk, c.req.param('id'), c.req.valid('json').revision), 200),
      )
      .get('/sites/:site/entries', takes('query', entryQuerySchema), async (c) =>
        c.json(await storage.entries.list(c.req.param('site'), { ...c.req.valid('query'), limit: PAGE }), 200),
      )
      .post('/sites/:site/entries', contributor, jsonOnly, takes('json', entryTextSchema), async (c) =>
        c.json(await startEntry(desk, c.req.param('site'), c.req.valid('json'), c.var.agent.name), 201),
      )
      .get('/entries/:id', async (c) => c.json(await viewEntry(desk, c.req.param('id')), 200))
      .put('/entries/:id', contributor, jsonOnly, takes('json', entrySaveSchema), async (c) => {
        const { revision, ...text } = c.req.valid('json')
        return c.json(await saveEntry(desk, c.req.param('id'), revision, text, c.var.agent.name), 200)
      })
      .post('/entries/:id/publish', publisher, jsonOnly, takes('json', onRevisionSchema), async (c) => {
        const { revision } = c.req.valid('json')
        const change = { id: c.req.param('id'), revision, by: c.var.agent.name }
        return c.json(await publishEntry(desk, { workers, live }, change), 200)
      })
      .post('/entries/:id/archive', publisher, jsonOnly, takes('json', onRevisionSchema), async (c) =>
        c.json(await archiveEntry(desk, live, c.req.param('id'), c.req.valid('json').revision, c.var.agent.name), 200),
      )
      /** Tries every wording against the knowledge as it would be with this entry's newest revision. */
      .get('/entries/:id/replay', async (c) =>
        c.json(await replayWordings(desk, { workers, live }, c.req.param('id')), 200),
      )
  )
}
