// Bringing in knowledge from elsewhere: checked row by row first, then written in one transaction or not at all.
import { cleanText, entryTextSchema, type EntryText } from '../../shared/contract.ts'
import { editEntry, type Entry, newEntry, publish } from './entry.ts'
import type { Desk, LiveKnowledge, Workers } from './ports.ts'
import { Refusal } from './refusal.ts'
import { entryLocale, type Site } from './site.ts'

/** One row of a source as it was read. */
export interface ImportRow {
  /** Where it stands, for the report: `faq.csv:12` or `articles/refunds.md`. */
  readonly place: string
  /** Its id in the source: the second import of it changes the entry of the first. */
  readonly sourceId: string
  readonly text: Partial<EntryText>
  /** Stays a draft even when the import publishes. */
  readonly draft?: boolean
}

/** A row that could not be read, with why. */
export interface BadRow {
  readonly place: string
  readonly reason: string
}

export interface ImportReport {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Of those added and changed: how many visitors don't see, because they are drafts or have no answer yet. */
  readonly drafts: number
  /** Rows that an agent has edited since they were imported: the agent's text stays. */
  readonly kept: readonly BadRow[]
  readonly skipped: readonly BadRow[]
}

export interface ImportOptions {
  readonly source: string
  /** Report what would be done, write nothing. */
  readonly dryRun: boolean
  /** Publish what is imported, unless its row says draft. */
  readonly publish: boolean
  readonly onProgress?: (done: number, total: number) => void
}

interface Change {
  readonly entry: Entry
  readonly html: string | null
  readonly kind: 'added' | 'changed'
}

export async function importEntries(
  desk: Desk,
  { workers, live }: { workers: Workers; live: LiveKnowledge },
  site: Site,
  rows: readonly (ImportRow | BadRow)[],
  options: ImportOptions,
): Promise<ImportReport> {
  const existing = await desk.storage.entries.bySource(site.id, options.source)
  const edit = { at: desk.clock(), by: `import of ${options.source}` }
  const changes: Change[] = []
  const kept: BadRow[] = []
  const skipped: BadRow[] = []
  const seen = new Map<string, string>()
  let unchanged = 0

  for (const [i, row] of rows.entries()) {
    options.onProgress?.(i, rows.length)
    const text = textOf(row, site)
    if ('reason' in text) {
      skipped.push(text)
      continue
    }
    const { place, draft = false } = row as ImportRow
    const sourceId = cleanText((row as ImportRow).sourceId)
    const twin = seen.get(sourceId)
    if (twin !== undefined) {
      skipped.push({ place, reason: `has the same id as ${twin}` })
      continue
    }
    seen.set(sourceId, place)
    const before = existing.get(sourceId)
    const goesLive = options.publish && !draft && text.answer !== ''
    if (before && isSame(before, text) && !(goesLive && before.state === 'draft')) {
      unchanged++
    } else if (before && before.updatedBy !== edit.by) {
      kept.push({ place, reason: `edited by ${before.updatedBy} since` })
    } else {
      const entry = before
        ? editEntry(before, text, edit)
        : { ...newEntry(desk.newId(), site.id, text, edit), source: { name: options.source, id: sourceId } }
      const change = await readied(workers, entry, before ? 'changed' : 'added', goesLive, edit)
      if ('reason' in change) skipped.push({ place, reason: change.reason })
      else changes.push(change)
    }
  }
  options.onProgress?.(rows.length, rows.length)
  if (!options.dryRun && changes.length > 0) await write(desk, live, site, changes)
  const count = (kind: Change['kind']) => changes.filter((change) => change.kind === kind).length
  const drafts = changes.filter(({ html }) => html === null).length
  return { added: count('added'), changed: count('changed'), unchanged, drafts, kept, skipped }
}

async function readied(
  workers: Workers,
  entry: Entry,
  kind: Change['kind'],
  live: boolean,
  edit: { at: string; by: string },
): Promise<Change | { reason: string }> {
  if (!live) return { entry, html: null, kind }
  try {
    return { entry: publish(entry, edit), html: await workers.render(entry.answer), kind }
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.message }
    throw error
  }
}

async function write(desk: Desk, live: LiveKnowledge, site: Site, changes: readonly Change[]): Promise<void> {
  await desk.storage.serially(`publish:${site.id}`, async (storage) => {
    await storage.sites.nextChange(site.id)
    for (const { entry, html } of changes) {
      if (html === null) await storage.entries.save(entry)
      else await storage.entries.savePublication({ entry, html })
    }
  })
  live.changed(site.id)
}

function textOf(row: ImportRow | BadRow, site: Site): EntryText | BadRow {
  if ('reason' in row) return row
  const parsed = entryTextSchema.safeParse({
    locale: site.defaultLocale,
    phrasings: [],
    tags: [],
    answer: '',
    ...row.text,
  })
  if (parsed.success) return inSiteLocale(site, row.place, parsed.data)
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  return { place: row.place, reason: faults.join('; ') }
}

function inSiteLocale(site: Site, place: string, text: EntryText): EntryText | BadRow {
  try {
    return { ...text, locale: entryLocale(site, text.locale) }
  } catch (error) {
    if (error instanceof Refusal) return { place, reason: error.message }
    throw error
  }
}

function isSame(entry: Entry, text: EntryText): boolean {
  const of = ({ question, answer, phrasings, tags, locale }: EntryText) =>
    JSON.stringify([question, answer, [...new Set(phrasings)], [...new Set(tags)], locale])
  return of(entry) === of(text)
}
