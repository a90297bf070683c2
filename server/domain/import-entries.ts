// Bringing in knowledge from elsewhere: checked row by row first, then written in one transaction or not at all.
import { cleanText, entryTextSchema, type EntryText } from '../../shared/contract.ts'
import { type Edit, editEntry, type Entry, newEntry, publish } from './entry.ts'
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
  readonly kind: 'added' | 'changed'
  readonly entry: Entry
  /** Null: a draft. */
  readonly html: string | null
}

/** What becomes of a row. */
type Verdict = Change | { readonly kind: 'unchanged' } | ({ readonly kind: 'kept' | 'skipped' } & BadRow)

interface Run {
  readonly desk: Desk
  readonly workers: Workers
  readonly site: Site
  readonly options: ImportOptions
  readonly existing: ReadonlyMap<string, Entry>
  /** Ids met so far, with the place of each. */
  readonly met: Map<string, string>
  readonly edit: Edit
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
  const run: Run = { desk, workers, site, options, existing, met: new Map(), edit }
  const verdicts: Verdict[] = []
  for (const row of rows) {
    options.onProgress?.(verdicts.length, rows.length)
    verdicts.push('reason' in row ? { kind: 'skipped', ...row } : await verdictOn(row, run))
  }
  options.onProgress?.(rows.length, rows.length)
  const changes = verdicts.filter((verdict): verdict is Change => 'entry' in verdict)
  if (!options.dryRun && changes.length > 0) await write(desk, live, site, changes)
  return report(verdicts)
}

async function verdictOn(row: ImportRow, { desk, workers, site, options, existing, met, edit }: Run): Promise<Verdict> {
  const { place } = row
  const text = textOf(row, site)
  if ('reason' in text) return { kind: 'skipped', ...text }
  const sourceId = cleanText(row.sourceId)
  const twin = met.get(sourceId)
  if (twin !== undefined) return { kind: 'skipped', place, reason: `has the same id as ${twin}` }
  met.set(sourceId, place)

  const before = existing.get(sourceId)
  const goesLive = options.publish && !row.draft && text.answer !== ''
  if (before && isSame(before, text) && !(goesLive && before.state === 'draft')) return { kind: 'unchanged' }
  if (before && before.updatedBy !== edit.by) {
    return { kind: 'kept', place, reason: `edited by ${before.updatedBy} since` }
  }
  const kind = before ? 'changed' : 'added'
  const source = { name: options.source, id: sourceId }
  const entry = before ? editEntry(before, text, edit) : { ...newEntry(desk.newId(), site.id, text, edit), source }
  if (!goesLive) return { kind, entry, html: null }
  try {
    return { kind, entry: publish(entry, edit), html: await workers.render(entry.answer) }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'skipped', place, reason: error.message }
    throw error
  }
}

function report(verdicts: readonly Verdict[]): ImportReport {
  const of = <K extends Verdict['kind']>(kind: K) =>
    verdicts.filter((verdict): verdict is Extract<Verdict, { kind: K }> => verdict.kind === kind)
  const rows = (kind: 'kept' | 'skipped') => of(kind).map(({ place, reason }) => ({ place, reason }))
  return {
    ...{ added: of('added').length, changed: of('changed').length, unchanged: of('unchanged').length },
    drafts: verdicts.filter((verdict) => 'entry' in verdict && verdict.html === null).length,
    ...{ kept: rows('kept'), skipped: rows('skipped') },
  }
}

async function write(desk: Desk, live: LiveKnowledge, site: Site, changes: readonly Change[]): Promise<void> {
  await desk.storage.serially(`publish:${site.id}`, async (storage) => {
    await storage.sites.nextChange(
      site.id,
      changes.map(({ entry }) => entry.id),
    )
    for (const { entry, html } of changes) {
      if (html === null) await storage.entries.save(entry)
      else await storage.entries.savePublication({ entry, html })
    }
  })
  live.changed(site.id)
}

function textOf(row: ImportRow, site: Site): EntryText | BadRow {
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
