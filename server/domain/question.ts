// A question: one logged ask. The log only grows; to which gap a question belongs is worked out from it.
import type { FeedbackReason, Outcome, Question } from '../../shared/contract.ts'

export interface LoggedQuestion {
  readonly id: string
  readonly siteId: string
  readonly text: string
  readonly locale: string
  readonly outcome: Outcome
  readonly page: string
  readonly email: string | null
  readonly entryId: string | null
  /** What the visitor found wrong with that entry. */
  readonly reason: FeedbackReason | null
  /** What the visitor adds to the question or to the vote. */
  readonly detail: string
  /** Entries that were shown for it and did not answer it. */
  readonly seen: readonly string[]
  readonly askedAt: string
  readonly receivedAt: string
}

/** What grouping made of a question: it belongs to a gap, or the live knowledge settles it, with an entry if one answers. */
export type Settlement = { readonly gapId: string } | { readonly gapId: null; readonly entryId: string | null }

/** `receivedAt` and `age` make the time of asking, so a wrong clock in the browser changes nothing. */
export function logQuestion(siteId: string, question: Question, receivedAt: string): LoggedQuestion {
  const { id, text, locale, outcome, page, seen, email, entryId, reason, detail, age } = question
  return {
    ...{ id, siteId, text, locale, outcome, page: pathOf(page), seen },
    ...{ email: email ?? null, entryId: entryId ?? null, reason: reason ?? null, detail },
    ...{ askedAt: new Date(Date.parse(receivedAt) - age).toISOString(), receivedAt },
  }
}

/** A page's address as far as it is kept: queries hold what is nobody's business. */
export function pathOf(page: string): string {
  return page.split(/[?#]/, 1)[0] ?? ''
}

/** True for an outcome that says the visitor has no answer. */
export function isUnanswered({ outcome }: LoggedQuestion): boolean {
  return outcome !== 'answered'
}
