import type { Insertable, Kysely, Selectable } from 'kysely'
import type { Outcome } from '../../shared/contract.ts'
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
  }
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
    seen: parseList(row.seen),
    askedAt: row.asked_at,
    receivedAt: row.received_at,
  }
}
