// The published knowledge as packs. Publishing gives its change a number; whatever was committed up to a number is in the
// pack of that number, and the newest number is the head: it moves only forward, whichever process builds it.
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { decodePack } from '../../shared/pack.ts'
import { type Knowledge, openPack } from '../../shared/search.ts'
import type { Desk, LiveKnowledge, Workers } from '../domain/ports.ts'
import { need } from '../domain/refusal.ts'
import type { Site } from '../domain/site.ts'
import { oneAtATime } from './one-at-a-time.ts'

const OPEN_PACKS = 4
const unbrotli = promisify(brotliDecompress)

export interface PackWork extends LiveKnowledge {
  /** Builds what is missing or behind, for every site. */
  catchUp(): Promise<void>
  /** Resolves when every change so far is in a pack. */
  idle(): Promise<void>
}

export interface PackOptions {
  /** Heard after a site has new packs. */
  readonly built?: (siteId: string) => void
  readonly failed: (error: unknown, siteId: string) => void
}

export function packWork(desk: Desk, workers: Workers, { built, failed }: PackOptions): PackWork {
  const { storage, clock } = desk
  const open = new Map<string, Knowledge>()
  const builder = oneAtATime(buildSite, failed)

  async function buildSite(siteId: string): Promise<void> {
    const site = need(await storage.sites.byId(siteId), 'There is no such site.')
    let news = false
    for (const locale of site.locales) news = (await buildLocale(site, locale)) || news
    if (news) built?.(siteId)
  }

  /**
   * Builds the pack if it is behind, and says whether it was. The change is read before the entries, so the pack may hold
   * more than its number says, never less.
   */
  async function buildLocale(site: Site, locale: string): Promise<boolean> {
    const change = await storage.sites.change(site.id)
    const head = await storage.packs.head(site.id, locale)
    if (head && head.change >= change) return false
    const encoded = await workers.pack(site.id, locale, await storage.entries.live(site.id, locale))
    await storage.packs.store({ siteId: site.id, locale, change, ...encoded }, clock())
    return true
  }

  async function head(site: Site, locale: string) {
    const known = await storage.packs.head(site.id, locale)
    if (known) return { site: site.name, locale, pack: known.hash }
    await buildLocale(site, locale)
    const { hash } = need(await storage.packs.head(site.id, locale), 'There is no knowledge for this locale.')
    return { site: site.name, locale, pack: hash }
  }

  return {
    head,
    async of(site, locale) {
      const { pack: hash } = await head(site, locale)
      const knowledge = open.get(hash) ?? (await openStored(hash))
      open.delete(hash) // put last: the map is in the order of use
      open.set(hash, knowledge)
      for (const [oldest] of open) if (open.size > OPEN_PACKS) open.delete(oldest)
      return knowledge
    },
    changed: (siteId) => builder.wake(siteId),
    async catchUp() {
      for (const { id } of await storage.sites.all()) builder.wake(id)
    },
    idle: () => builder.idle(),
  }

  async function openStored(hash: string): Promise<Knowledge> {
    const { brotli } = need(await storage.packs.byHash(hash), 'This knowledge is no longer the newest.')
    return openPack(decodePack((await unbrotli(brotli)).toString()))
  }
}
