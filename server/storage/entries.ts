import { setImmediate } from 'node:timers/promises'
import { type Expression, type Insertable, type Kysely, type Selectable, type SqlBool, sql } from 'kysely'
import type { EntryState } from '../../shared/contract.ts'
import { normalize } from '../../shared/normalize.ts'
import type { Entry, EntrySummary, LiveEntry } from '../domain/entry.ts'
import type { Entries } from '../domain/ports.ts'
import { Refusal } from '../domain/refusal.ts'
import { parseList } from './columns.ts'
import type { Database, EntryRevisionTable, EntryTable } from './schema.ts'

const summaryColumns = [
  ...(['id', 'site_id', 'revision', 'state', 'published_revision', 'locale', 'question', 'phrasings', 'tags'] as const),
  ...(['source_name', 'source_id', 'created_at', 'updated_at', 'updated_by'] as const),
] as const

const PAGE = 500

export function storedEntries(db: Kysely<Database>): Entries {
  return {
    save: (entry) => save(db, entry, null),
    savePublication: ({ entry, html }) => save(db, entry, html),
    async byId(id) {
      const row = await db.selectFrom('entry').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toEntry(row)
    },
    async bySource(siteId, name) {
      const rows = await db
        .selectFrom('entry')
        .selectAll()
        .where('site_id', '=', siteId)
        .where('source_name', '=', name)
        .execute()
      return new Map(rows.map((row) => [row.source_id ?? '', toEntry(row)]))
    },
    async list(siteId, { state, text, cursor, limit }) {
      let query = db.selectFrom('entry').select(summaryColumns).where('site_id', '=', siteId)
      if (state) query = query.where('state', '=', state)
      if (text) query = query.where(contains('searched', normalize(text)))
      const [at, id] = cursor?.split('|') ?? []
      if (at && id) {
        query = query.where((e) =>
          e.or([e('updated_at', '<', at), e.and([e('updated_at', '=', at), e('id', '<', id)])]),
        )
      }
      const rows = await query.orderBy('updated_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
      const last = rows.at(-1)
      return {
        entries: rows.map(toSummary),
        cursor: last && rows.length === limit ? `${last.updated_at}|${last.id}` : null,
      }
    },
    async live(siteId, locale, ids) {
      const live: LiveEntry[] = []
      for (let last: LivePlace | undefined, more = true; more;) {
        const rows = await livePage(db, siteId, locale, ids, last)
        live.push(...rows.map(toLive))
        last = rows.at(-1)
        more = rows.length === PAGE
        if (more) await setImmediate() // SQLite answers at once: without this, nobody else's turn would come
      }
      return live
    },
    async changedSince(siteId, locale, change, limit) {
      const changes = db
        .selectFrom('entry_change')
        .where('entry_change.site_id', '=', siteId)
        .where('change', '>', change)
      const all = await changes.select('change').where('entry_id', 'is', null).limit(1).executeTakeFirst()
      if (all) return 'all'
      const rows = await changes
        .innerJoin('entry_revision', 'entry_revision.entry_id', 'entry_change.entry_id')
        .where('entry_revision.locale', '=', locale)
        .where('entry_revision.html', 'is not', null)
        .select('entry_revision.entry_id')
        .distinct()
        .limit(limit)
        .execute()
      return rows.map(({ entry_id }) => entry_id)
    },
    async liveRevision(id, revision) {
      const rows = liveRows(db).where('entry.id', '=', id).where('entry_revision.html', 'is not', null)
      const row = await (
        revision === undefined
          ? rows.whereRef('entry_revision.revision', '=', 'entry.published_revision')
          : rows.where('entry_revision.revision', '=', revision)
      ).executeTakeFirst()
      return row && { ...toLive(row), siteId: row.site_id }
    },
  }
}

interface LivePlace {
  readonly created_at: string
  readonly entry_id: string
}

/** A page at a time, so that a large knowledge base never holds up the requests of others. */
function livePage(db: Kysely<Database>, siteId: string, locale: string, ids?: readonly string[], last?: LivePlace) {
  let query = liveRows(db)
    .select('entry.created_at')
    .where('entry.site_id', '=', siteId)
    .where('entry_revision.locale', '=', locale)
    .whereRef('entry_revision.revision', '=', 'entry.published_revision')
  if (ids) query = query.where('entry.id', 'in', ids.length > 0 ? ids : [''])
  if (last) {
    query = query.where((e) =>
      e.or([
        e('entry.created_at', '>', last.created_at),
        e.and([e('entry.created_at', '=', last.created_at), e('entry.id', '>', last.entry_id)]),
      ]),
    )
  }
  return query.orderBy('entry.created_at').orderBy('entry.id').limit(PAGE).execute()
}

function liveRows(db: Kysely<Database>) {
  return db
    .selectFrom('entry')
    .innerJoin('entry_revision', 'entry_revision.entry_id', 'entry.id')
    .selectAll('entry_revision')
    .where('entry.state', '=', 'published')
}

async function save(db: Kysely<Database>, entry: Entry, html: string | null): Promise<Entry> {
  const saved: Entry = { ...entry, revision: entry.revision + 1 }
  const row = toRow(saved)
  const written = await db
    .insertInto('entry')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row).where('entry.revision', '=', entry.revision))
    .returning('id')
    .execute()
  if (written.length === 0) throw new Refusal('conflict', 'Somebody saved a newer version of this entry meanwhile.')
  const { site_id, id, revision, locale, question, answer, phrasings, tags, updated_at, updated_by } = row
  await db
    .insertInto('entry_revision')
    .values({
      ...{ site_id, entry_id: id, revision, locale, question, answer, phrasings, tags, html },
      ...{ saved_at: updated_at, saved_by: updated_by },
    })
    .execute()
  return saved
}

/** `column like %text%`, with the text's own wildcards taken as they are written. */
function contains(column: 'searched', text: string): Expression<SqlBool> {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  return sql<SqlBool>`${sql.ref(column)} like ${pattern} escape '\\'`
}

function toRow(entry: Entry): Insertable<EntryTable> {
  return {
    id: entry.id,
    site_id: entry.siteId,
    revision: entry.revision,
    state: entry.state,
    published_revision: entry.publishedRevision,
    locale: entry.locale,
    question: entry.question,
    answer: entry.answer,
    phrasings: JSON.stringify(entry.phrasings),
    tags: JSON.stringify(entry.tags),
    searched: normalize([entry.question, ...entry.phrasings, ...entry.tags, entry.answer].join('\n')),
    source_name: entry.source?.name ?? null,
    source_id: entry.source?.id ?? null,
    created_at: entry.createdAt,
    updated_at: entry.updatedAt,
    updated_by: entry.updatedBy,
  }
}

function toEntry(row: Selectable<EntryTable>): Entry {
  return { ...toSummary(row), answer: row.answer }
}

function toSummary(row: Pick<Selectable<EntryTable>, (typeof summaryColumns)[number]>): EntrySummary {
  return {
    id: row.id,
    siteId: row.site_id,
    revision: row.revision,
    state: row.state as EntryState,
    publishedRevision: row.published_revision,
    locale: row.locale,
    question: row.question,
    phrasings: parseList(row.phrasings),
    tags: parseList(row.tags),
    source: row.source_name !== null && row.source_id !== null ? { name: row.source_name, id: row.source_id } : null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  }
}

function toLive(row: Selectable<EntryRevisionTable>): LiveEntry {
  return {
    id: row.entry_id,
    revision: row.revision,
    locale: row.locale,
    question: row.question,
    html: row.html ?? '',
    publishedAt: row.saved_at,
    phrasings: parseList(row.phrasings),
    tags: parseList(row.tags),
  }
}
