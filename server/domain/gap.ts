// A gap: unanswered questions that mean the same, and what agents do with it.
import type { DismissReason, GapState } from '../../shared/contract.ts'
import type { LoggedQuestion } from './question.ts'
import { Refusal } from './refusal.ts'

export interface Gap {
  readonly id: string
  readonly siteId: string
  readonly revision: number
  readonly state: GapState
  readonly locale: string
  /** The asker's words that stand for the group: the first that were asked. */
  readonly question: string
  /** The entry that answers it or is being written for it. */
  readonly entryId: string | null
  /** Name of the agent who took it. */
  readonly takenBy: string | null
  readonly reason: DismissReason | null
  readonly questions: number
  readonly firstAskedAt: string
  readonly lastAskedAt: string
}

/** One way in which the gap was asked for. */
export interface Wording {
  readonly text: string
  readonly questions: number
  readonly lastAskedAt: string
}

export type GapAction =
  | { readonly type: 'draft'; readonly entryId: string; readonly by: string }
  | { readonly type: 'answer'; readonly entryId: string }
  | { readonly type: 'dismiss'; readonly reason: DismissReason }
  | { readonly type: 'reopen' }

export function openGap(id: string, question: LoggedQuestion): Gap {
  return {
    ...{ id, siteId: question.siteId, revision: 0, state: 'open', locale: question.locale, question: question.text },
    ...{ entryId: null, takenBy: null, reason: null, questions: 1 },
    ...{ firstAskedAt: question.askedAt, lastAskedAt: question.askedAt },
  }
}

/** One more question of the group. An answered gap opens again: the answer was not found or did not help. */
export function joinGap(gap: Gap, question: LoggedQuestion): Gap {
  return {
    ...gap,
    state: gap.state === 'answered' ? 'open' : gap.state,
    questions: gap.questions + 1,
    firstAskedAt: question.askedAt < gap.firstAskedAt ? question.askedAt : gap.firstAskedAt,
    lastAskedAt: question.askedAt > gap.lastAskedAt ? question.askedAt : gap.lastAskedAt,
  }
}

export function moveGap(gap: Gap, action: GapAction): Gap {
  switch (action.type) {
    case 'draft':
      if (gap.state === 'in_progress') throw new Refusal('conflict', `${gap.takenBy} is writing this answer already.`)
      if (gap.state === 'dismissed') throw new Refusal('conflict', 'This gap was dismissed. Reopen it first.')
      return { ...gap, state: 'in_progress', entryId: action.entryId, takenBy: action.by }
    case 'answer':
      return { ...gap, state: 'answered', entryId: action.entryId }
    case 'dismiss':
      if (gap.state === 'answered') throw new Refusal('conflict', 'This gap is answered already.')
      return { ...gap, state: 'dismissed', reason: action.reason }
    case 'reopen':
      return { ...gap, state: gap.entryId ? 'in_progress' : 'open', reason: null }
  }
}
