// What an agent does with an entry: start it, save it, try it against the askers' wordings, publish it, archive it.
import type { EntryText } from '../../shared/contract.ts'
import { archive, editEntry, type Entry, type LiveEntry, newEntry, publish } from './entry.ts'
import type { Gap } from './gap.ts'
import type { Desk, LiveKnowledge, Workers } from './ports.ts'
import { need, Refusal } from './refusal.ts'
import { entryLocale } from './site.ts'

export interface EntryView {
  readonly entry: Entry
  /** The gaps that this entry is to answer. */
  readonly gaps: readonly Gap[]
}

export interface Replay {
  readonly wording: string
  readonly found: boolean
}

export async function viewEntry({ storage }: Desk, id: string): Promise<EntryView> {
  return { entry: await entryById({ storage }, id), gaps: await storage.gaps.byEntry(id) }
}

export async function startEntry(desk: Desk, siteId: string, text: EntryText, by: string): Promise<Entry> {
  const locale = entryLocale(need(await desk.storage.sites.byId(siteId), 'There is no such site.'), text.locale)
  return desk.storage.atomically((storage) =>
    storage.entries.save(newEntry(desk.newId(), siteId, { ...text, locale }, { at: desk.clock(), by })),
  )
}

/** A new revision; what visitors see stays as it is until it is published. */
export function saveEntry(desk: Desk, id: string, revision: number, text: EntryText, by: string): Promise<Entry> {
  return desk.storage.atomically(async (storage) => {
    const entry = await entryById({ storage }, id)
    if (entry.revision !== revision) throw changedBy(entry)
    const site = need(await storage.sites.byId(entry.siteId), 'There is no such site.')
    return storage.entries.save(
      editEntry(entry, { ...text, locale: entryLocale(site, text.locale) }, { at: desk.clock(), by }),
    )
  })
}

/** The entry's newest revision goes live: entry and change number in one transaction, all or nothing. */
export async function publishEntry(
  desk: Desk,
  { workers, live }: { workers: Workers; live: LiveKnowledge },
  { id, revision, by }: { id: string; revision: number; by: string },
): Promise<Entry> {
  const entry = await entryById(desk, id)
  if (entry.revision !== revision) throw changedBy(entry)
  const edited = publish(entry, { at: desk.clock(), by })
  const html = await workers.render(entry.answer)
  const published = await desk.storage.serially(`publish:${entry.siteId}`, async (storage) => {
    await storage.sites.nextChange(entry.siteId, [entry.id])
    return storage.entries.savePublication({ entry: edited, html })
  })
  live.changed(entry.siteId)
  return published
}

/** Takes the entry away from visitors; agents keep it. */
export async function archiveEntry(
  desk: Desk,
  live: LiveKnowledge,
  id: string,
  revision: number,
  by: string,
): Promise<Entry> {
  const entry = await entryById(desk, id)
  if (entry.revision !== revision) throw changedBy(entry)
  const archived = await desk.storage.serially(`publish:${entry.siteId}`, async (storage) => {
    await storage.sites.nextChange(entry.siteId, [entry.id])
    return storage.entries.save(archive(entry, { at: desk.clock(), by }))
  })
  live.changed(entry.siteId)
  return archived
}

/** Would each of the wordings find this entry, if its newest revision were live? */
export async function replayWordings(
  desk: Desk,
  { workers, live }: { workers: Workers; live: LiveKnowledge },
  id: string,
): Promise<readonly Replay[]> {
  const entry = await entryById(desk, id)
  const site = need(await desk.storage.sites.byId(entry.siteId), 'There is no such site.')
  const gaps = await desk.storage.gaps.byEntry(id)
  const asked = await Promise.all(gaps.map((gap) => desk.storage.gaps.wordings(gap.id)))
  const wordings = [...new Set([...asked.flat().map(({ text }) => text), ...entry.phrasings])]
  const found = await live.replay(site, await asLive(workers, entry), wordings)
  return wordings.map((wording, i) => ({ wording, found: found[i] ?? false }))
}

/** The newest revision in the shape in which it would be live. */
export async function asLive(workers: Workers, entry: Entry): Promise<LiveEntry> {
  const { id, revision, locale, question, phrasings, tags, updatedAt } = entry
  return {
    id,
    revision,
    locale,
    question,
    phrasings,
    tags,
    publishedAt: updatedAt,
    html: await workers.render(entry.answer),
  }
}

export async function entryById({ storage }: Pick<Desk, 'storage'>, id: string): Promise<Entry> {
  return need(await storage.entries.byId(id), 'There is no such entry.')
}

function changedBy({ updatedBy }: Entry): Refusal {
  return new Refusal(
    'conflict',
    `${updatedBy} saved a newer version of this entry. Nothing of yours was overwritten or lost.`,
  )
}
