// The published knowledge as packs. Publishing gives its change a number; whatever was committed up to a number is in the
// pack of that number, and the newest number is the head: it moves only forward, whichever process builds it. What changes
// after a pack was built comes as a small delta to it, at once; when deltas grow, they are folded into a new pack.
import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import type { Head } from '../../shared/contract.ts'
import { decodePack } from '../../shared/pack-bytes.ts'
import type { Pack } from '../../shared/pack.ts'
import { type Knowledge, openPack } from '../../shared/search.ts'
import { loadStemmer } from '../../shared/stemmers.ts'
import type { LiveEntry } from '../domain/entry.ts'
import type { Changes, Desk, LiveKnowledge, PackHead, Workers } from '../domain/ports.ts'
import { need } from '../domain/refusal.ts'
import type { Site } from '../domain/site.ts'
import { oneAtATime } from './one-at-a-time.ts'

/** Entries in a delta. More of them are folded into a new pack; of very many, no delta is made first. */
const FOLDED_FROM = 200
const MOST_IN_DELTA = 1000
const SMALL = 32_768
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
  /** Bytes. A pack of less is built anew after every change: that is as quick to fetch. */
  readonly small?: number
}

export function packWork(desk: Desk, workers: Workers, { built, failed, small = SMALL }: PackOptions): PackWork {
  const { storage, clock } = desk
  const open = new Map<string, Knowledge>()
  const builder = oneAtATime(buildSite, failed)

  async function buildSite(siteId: string): Promise<void> {
    const site = need(await storage.sites.byId(siteId), 'There is no such site.')
    const ripe: string[] = []
    let news = false
    for (const locale of site.locales) {
      const { isNew, isRipe } = await buildLocale(site, locale)
      news ||= isNew
      if (isRipe) ripe.push(locale)
    }
    if (news) built?.(siteId)
    for (const locale of ripe) await buildPack(site, locale)
    if (ripe.length > 0) built?.(siteId)
  }

  /** Makes what has changed findable, and says whether it should be folded into a new pack next. */
  async function buildLocale(site: Site, locale: string): Promise<{ isNew: boolean; isRipe: boolean }> {
    const change = await storage.sites.change(site.id)
    const head = await storage.packs.head(site.id, locale)
    if (head && head.change >= change) return { isNew: false, isRipe: false }
    const pending = head ? await storage.entries.changedSince(site.id, locale, head.base.change, MOST_IN_DELTA) : 'all'
    if (!head || pending === 'all' || pending.length >= MOST_IN_DELTA) {
      await buildPack(site, locale)
      return { isNew: true, isRipe: false }
    }
    if (pending.length === 0) {
      await storage.packs.advance(site.id, locale, head.hash, change)
      return { isNew: false, isRipe: false }
    }
    const changes = await changesOf(site, locale, head, pending)
    const delta = await workers.delta(site.id, changes)
    await storage.packs.store({ siteId: site.id, locale, change, base: head.base.hash, ...delta }, clock())
    // what was taken back is not to be left in a public file
    const isRipe = pending.length > FOLDED_FROM || changes.removed.length > 0 || head.base.size < small
    return { isNew: true, isRipe }
  }

  /** The change is read before the entries, so the pack may hold more than its number says, never less. */
  async function buildPack(site: Site, locale: string): Promise<void> {
    const change = await storage.sites.change(site.id)
    const pack = await workers.pack(site, locale, await storage.entries.live(site.id, locale))
    await storage.packs.store({ siteId: site.id, locale, change, base: null, ...pack }, clock())
  }

  async function changesOf(site: Site, locale: string, { base }: PackHead, ids: readonly string[]): Promise<Changes> {
    const entries = await storage.entries.live(site.id, locale, ids)
    const live = new Set(entries.map(({ id }) => id))
    const { brotli } = need(await storage.packs.byHash(base.hash), 'This knowledge is no longer the newest.')
    return { base: brotli, entries, removed: ids.filter((id) => !live.has(id)) }
  }

  async function newest(site: Site, locale: string): Promise<PackHead> {
    const known = await storage.packs.head(site.id, locale)
    if (known) return known
    await buildPack(site, locale)
    return need(await storage.packs.head(site.id, locale), 'There is no knowledge for this locale.')
  }

  /** What the knowledge would be with this entry: its changes since the pack, and this one. */
  async function withEntry(site: Site, entry: LiveEntry): Promise<{ base: PackHead['base']; changes: Changes }> {
    const { locale } = entry
    const head = await newest(site, locale)
    const pending = await storage.entries.changedSince(site.id, locale, head.base.change, MOST_IN_DELTA)
    const ids = pending === 'all' ? [] : pending.filter((id) => id !== entry.id)
    const changes = await changesOf(site, locale, head, ids)
    return { base: head.base, changes: { ...changes, entries: [...changes.entries, entry] } }
  }

  return {
    async head(site, locale) {
      const { hash, base } = await newest(site, locale)
      return headOf(site, locale, base, hash === base.hash ? null : hash)
    },
    async of(site, locale) {
      const { hash, base } = await newest(site, locale)
      const pack = await opened(base.hash, async () => {
        const pack = await decoded(base.hash)
        const stem = await loadStemmer(pack.locale)
        await setImmediate() // reading and opening a large pack take their time: others come in between
        return openPack(pack, stem)
      })
      return hash === base.hash ? pack : opened(hash, async () => pack.withDelta(await decoded(hash)))
    },
    async preview(site, entry) {
      const { base, changes } = await withEntry(site, entry)
      const delta = await workers.delta(site.id, changes)
      return { head: headOf(site, entry.locale, base, delta.hash), delta }
    },
    async replay(site, entry, wordings) {
      const { changes } = await withEntry(site, entry)
      return workers.replay(changes, entry.id, wordings)
    },
    changed: (siteId) => builder.wake(siteId),
    async catchUp() {
      for (const { id } of await storage.sites.all()) builder.wake(id)
    },
    idle: () => builder.idle(),
  }

  async function opened(hash: string, make: () => Promise<Knowledge>): Promise<Knowledge> {
    const knowledge = open.get(hash) ?? (await make())
    open.delete(hash) // put last: the map is in the order of use
    open.set(hash, knowledge)
    for (const [oldest] of open) if (open.size > OPEN_PACKS) open.delete(oldest)
    return knowledge
  }

  async function decoded(hash: string): Promise<Pack> {
    const { brotli } = need(await storage.packs.byHash(hash), 'This knowledge is no longer the newest.')
    return decodePack(await unbrotli(brotli))
  }
}

function headOf({ name, search }: Site, locale: string, base: PackHead['base'], delta: string | null): Head {
  return { site: name, locale, pack: base.hash, delta, search: base.size > search.browserLimit ? 'server' : 'browser' }
}
