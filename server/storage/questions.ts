import { type Insertable, type Kysely, type Selectable, sql } from 'kysely'
import type { FeedbackReason, Outcome, Receipt } from '../../shared/contract.ts'
import type { Questions } from '../domain/ports.ts'
import type { LoggedQuestion } from '../domain/question.ts'
import { parseList } from './columns.ts'
import type { Database, QuestionTable } from './schema.ts'

export function storedQuestions(db: Kysely<Database>): Questions {
  return {
    async log(questions) {
      await db
        .insertInto('question')
        .values(questions.map(toRow))
        .onConflict((conflict) => conflict.columns(['site_id', 'id']).doNothing())
        .execute()
    },
    async ungrouped(siteId, limit) {
      const rows = await db
        .selectFrom('question')
        .selectAll()
        .where('grouped', '=', 0)
        .where('site_id', '=', siteId)
        .orderBy('number')
        .limit(limit)
        .execute()
      return rows.map(toQuestion)
    },
    async sitesWithUngrouped() {
      const rows = await db.selectFrom('question').select('site_id').distinct().where('grouped', '=', 0).execute()
      return rows.map(({ site_id }) => site_id)
    },
    async since(siteId, receivedFrom, limit) {
      const rows = await db
        .selectFrom('question')
        .selectAll()
        .where('site_id', '=', siteId)
        .where('received_at', '>=', receivedFrom)
        .orderBy('number', 'desc')
        .limit(limit)
        .execute()
      return rows.map(toQuestion)
    },
    async settle({ siteId, id }, settlement) {
      const settled_entry_id = 'entryId' in settlement ? settlement.entryId : null
      await db
        .updateTable('question')
        .set({ grouped: 1, gap_id: settlement.gapId, settled_entry_id })
        .where('site_id', '=', siteId)
        .where('id', '=', id)
        .execute()
    },
    async helpful({ siteId, locale, receivedFrom, page, limit }) {
      let counted = db
        .selectFrom('question')
        .select(({ fn }) => ['entry_id', fn.countAll<number>().as('questions')])
        .where('site_id', '=', siteId)
        .where('outcome', '=', 'answered' satisfies Outcome)
        .where('received_at', '>=', receivedFrom)
        .groupBy('entry_id')
      if (page !== undefined) counted = counted.where('page', '=', page)
      const rows = await db
        .selectFrom(counted.as('counted')) // first: the rest is looked up once for each entry, not for each question
        .innerJoin('entry', 'entry.id', 'counted.entry_id')
        .innerJoin('entry_revision', (join) =>
          join
            .onRef('entry_revision.entry_id', '=', 'entry.id')
            .onRef('entry_revision.revision', '=', 'entry.published_revision'),
        )
        .select('entry.id')
        .where('entry.site_id', '=', siteId) // which entry it was is what a browser says
        .where('entry.state', '=', 'published')
        .where('entry_revision.locale', '=', locale)
        .orderBy('counted.questions', 'desc')
        .orderBy('entry.id')
        .limit(limit)
        .execute()
      return rows.map(({ id }) => id)
    },
    async receipts(siteId, ids) {
      const rows = await db
        .selectFrom('question')
        .leftJoin('gap', (join) => join.onRef('gap.id', '=', 'question.gap_id').on('gap.state', '=', 'answered'))
        .leftJoin('entry', (join) =>
          join
            .on('entry.id', '=', sql<string>`coalesce(gap.entry_id, question.settled_entry_id)`)
            .onRef('entry.site_id', '=', 'question.site_id')
            .on('entry.state', '=', 'published'),
        )
        .leftJoin('entry_revision', (join) =>
          join
            .onRef('entry_revision.entry_id', '=', 'entry.id')
            .onRef('entry_revision.revision', '=', 'entry.published_revision'),
        )
        .select(['question.id', 'entry_revision.entry_id', 'entry_revision.revision', 'entry_revision.question'])
        .where('question.site_id', '=', siteId)
        .where('question.id', 'in', ids)
        .execute()
      return rows.map(toReceipt)
    },
  }
}

interface ReceiptRow {
  readonly id: string
  readonly entry_id: string | null
  readonly revision: number | null
  readonly question: string | null
}

function toReceipt({ id, entry_id, revision, question }: ReceiptRow): Receipt {
  if (entry_id === null || revision === null || question === null) return { id, state: 'waiting', entry: null }
  return { id, state: 'answered', entry: { id: entry_id, revision, question } }
}

function toRow(question: LoggedQuestion): Insertable<QuestionTable> {
  return {
    id: question.id,
    site_id: question.siteId,
    text: question.text,
    locale: question.locale,
    outcome: question.outcome,
    page: question.page,
    email: question.email,
    entry_id: question.entryId,
    reason: question.reason,
    detail: question.detail,
    seen: JSON.stringify(question.seen),
    asked_at: question.askedAt,
    received_at: question.receivedAt,
  }
}

function toQuestion(row: Selectable<QuestionTable>): LoggedQuestion {
  return {
    id: row.id,
    siteId: row.site_id,
    text: row.text,
    locale: row.locale,
    outcome: row.outcome as Outcome,
    page: row.page,
    email: row.email,
    entryId: row.entry_id,
    reason: row.reason as FeedbackReason | null,
    detail: row.detail,
    seen: parseList(row.seen),
    askedAt: row.asked_at,
    receivedAt: row.received_at,
  }
}
