// The public API once more, for one agent and one entry: the knowledge as it would be if the entry's newest revision were
// live. The real widget runs on it, unchanged; questions are not logged. Behind `signedIn`, so drafts stay inside.
import { Hono } from 'hono'
import type { Head, Home, PublishedEntry, Receipts } from '../../shared/contract.ts'
import type { Desk, EncodedPack, LiveKnowledge, Workers } from '../domain/ports.ts'
import { need } from '../domain/refusal.ts'
import { asLive, entryById } from '../domain/write-entry.ts'
import type { RequestEnv } from '../request.ts'
import { REVISION, sendPack } from './public.ts'

const KEPT = 8

export function previewRoutes({ desk, workers, live }: { desk: Desk; workers: Workers; live: LiveKnowledge }) {
  const deltas = new Map<string, EncodedPack>()

  return new Hono<RequestEnv>()
    .get('/:entry/v1/sites/:key/head', async (c) => {
      const entry = await entryById(desk, c.req.param('entry'))
      const site = need(await desk.storage.sites.byId(entry.siteId), 'There is no such site.')
      const { head, delta } = await live.preview(site, await asLive(workers, entry))
      deltas.set(delta.hash, delta)
      for (const [oldest] of deltas) if (deltas.size > KEPT) deltas.delete(oldest)
      return c.json({ ...head, search: 'browser' } satisfies Head, 200)
    })
    .get('/:entry/v1/packs/:hash', async (c) => {
      const { siteId } = await entryById(desk, c.req.param('entry'))
      const hash = c.req.param('hash')
      const stored = deltas.has(hash) ? undefined : await desk.storage.packs.byHash(hash)
      const pack = deltas.get(hash) ?? (stored?.siteId === siteId ? stored : undefined)
      const response = sendPack(c, need(pack, 'This preview is too old. Open it again.'))
      response.headers.set('Cache-Control', 'no-store')
      return response
    })
    .get(`/:entry/v1/entries/:id/:revision{${REVISION}}`, async (c) => {
      const entry = await entryById(desk, c.req.param('id'))
      const revision = Number(c.req.param('revision'))
      const asked =
        entry.id === c.req.param('entry')
          ? await asLive(workers, entry)
          : await desk.storage.entries.liveRevision(entry.id, revision)
      const { id, locale, question, html, publishedAt } = need(asked, 'This answer is not published.')
      return c.json({ id, revision, locale, question, html, publishedAt } satisfies PublishedEntry, 200)
    })
    .get('/:entry/v1/sites/:key/home', (c) => c.json({ forPage: [], popular: [] } satisfies Home, 200))
    .get('/:entry/v1/sites/:key/questions', (c) => c.json({ questions: [] } satisfies Receipts, 200))
    .post('/:entry/v1/questions', (c) => c.json({ accepted: [] as string[] }, 202))
}
