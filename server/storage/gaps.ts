import type { Insertable, Kysely, Selectable } from 'kysely'
import type { DismissReason, GapState } from '../../shared/contract.ts'
import type { Gap } from '../domain/gap.ts'
import type { Gaps } from '../domain/ports.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Database, GapTable } from './schema.ts'

const LISTED = 200

export function storedGaps(db: Kysely<Database>): Gaps {
  return {
    async save(gap) {
      const saved: Gap = { ...gap, revision: gap.revision + 1 }
      const row = toRow(saved)
      const written = await db
        .insertInto('gap')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row).where('gap.revision', '=', gap.revision))
        .returning('id')
        .execute()
      if (written.length === 0) throw new Refusal('conflict', 'This gap has changed meanwhile. Look at it again.')
      return saved
    },
    async byId(id) {
      const row = await db.selectFrom('gap').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toGap(row)
    },
    async byEntry(entryId) {
      return (await db.selectFrom('gap').selectAll().where('entry_id', '=', entryId).execute()).map(toGap)
    },
    async list(siteId, state) {
      const rows = await db
        .selectFrom('gap')
        .selectAll()
        .where('site_id', '=', siteId)
        .where('state', '=', state)
        .orderBy('questions', 'desc')
        .orderBy('last_asked_at', 'desc')
        .limit(LISTED)
        .execute()
      return rows.map(toGap)
    },
    async counts(siteId) {
      const rows = await db
        .selectFrom('gap')
        .select(({ fn }) => ['state', fn.countAll<number>().as('gaps')])
        .where('site_id', '=', siteId)
        .groupBy('state')
        .execute()
      const count = (state: GapState) => rows.find((row) => row.state === state)?.gaps ?? 0
      return {
        open: count('open'),
        in_progress: count('in_progress'),
        answered: count('answered'),
        dismissed: count('dismissed'),
      }
    },
    async wordings(gapId) {
      const rows = await db
        .selectFrom('question')
        .select(({ fn }) => ['text', fn.countAll<number>().as('questions'), fn.max('asked_at').as('last_asked_at')])
        .where('gap_id', '=', gapId)
        .groupBy('text')
        .orderBy('questions', 'desc')
        .orderBy('last_asked_at', 'desc')
        .execute()
      return rows.map(({ text, questions, last_asked_at }) => ({ text, questions, lastAskedAt: last_asked_at }))
    },
    async allWordings(siteId, locale) {
      const rows = await db
        .selectFrom('question')
        .innerJoin('gap', 'gap.id', 'question.gap_id')
        .select(['question.gap_id as gapId', 'question.text as text'])
        .distinct()
        .where('gap.site_id', '=', siteId)
        .where('gap.locale', '=', locale)
        .$narrowType<{ gapId: string }>()
        .execute()
      return rows
    },
  }
}

function toRow(gap: Gap): Insertable<GapTable> {
  return {
    id: gap.id,
    site_id: gap.siteId,
    revision: gap.revision,
    state: gap.state,
    locale: gap.locale,
    question: gap.question,
    entry_id: gap.entryId,
    taken_by: gap.takenBy,
    reason: gap.reason,
    questions: gap.questions,
    first_asked_at: gap.firstAskedAt,
    last_asked_at: gap.lastAskedAt,
  }
}

function toGap(row: Selectable<GapTable>): Gap {
  return {
    id: row.id,
    siteId: row.site_id,
    revision: row.revision,
    state: row.state as GapState,
    locale: row.locale,
    question: row.question,
    entryId: row.entry_id,
    takenBy: row.taken_by,
    reason: row.reason as DismissReason | null,
    questions: row.questions,
    firstAskedAt: row.first_asked_at,
    lastAskedAt: row.last_asked_at,
  }
}
