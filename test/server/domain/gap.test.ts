import { describe, expect, test } from 'vitest'
import { type GapState, gapStates } from '../../../shared/contract.ts'
import { type Gap, type GapAction, joinGap, moveGap, openGap } from '../../../server/domain/gap.ts'
import type { LoggedQuestion } from '../../../server/domain/question.ts'

const question: LoggedQuestion = {
  ...({ id: 'q1', siteId: 's1', text: 'Can I return it?', locale: 'en', outcome: 'no_result', page: '' } as const),
  ...{ email: null, entryId: null, reason: null, detail: '', seen: [], askedAt: '2026-03-02T00:00:00.000Z' },
  receivedAt: '2026-03-02T00:00:00.000Z',
}

function gapIn(state: GapState): Gap {
  const gap = openGap('g1', question)
  if (state === 'open') return gap
  if (state === 'dismissed') return { ...gap, state, reason: 'spam' }
  return { ...gap, state, entryId: 'e1', takenBy: 'Ada' }
}

const actions: Record<GapAction['type'], GapAction> = {
  draft: { type: 'draft', entryId: 'e2', by: 'Ben' },
  answer: { type: 'answer', entryId: 'e1' },
  dismiss: { type: 'dismiss', reason: 'not_for_us' },
  reopen: { type: 'reopen' },
}

/** What each action makes of a gap in each state; a sentence is a refusal. */
const table: Record<GapAction['type'], Record<GapState, GapState | RegExp>> = {
  draft: { open: 'in_progress', in_progress: /Ada is writing/, answered: 'in_progress', dismissed: /Reopen it first/ },
  answer: { open: 'answered', in_progress: 'answered', answered: 'answered', dismissed: 'answered' },
  dismiss: { open: 'dismissed', in_progress: 'dismissed', answered: /answered already/, dismissed: 'dismissed' },
  reopen: { open: 'open', in_progress: 'in_progress', answered: 'in_progress', dismissed: 'open' },
}

describe.each(Object.values(actions))('$type', (action) => {
  test.each(gapStates)('a gap that is %s', (state) => {
    const expected = table[action.type][state]
    if (expected instanceof RegExp) expect(() => moveGap(gapIn(state), action)).toThrow(expected)
    else expect(moveGap(gapIn(state), action).state).toBe(expected)
  })
})

test('drafting says who writes which entry', () => {
  expect(moveGap(gapIn('open'), actions.draft)).toMatchObject({ entryId: 'e2', takenBy: 'Ben' })
})

test('a dismissed gap that had an entry goes back to it when reopened, without the reason', () => {
  const dismissed = moveGap(gapIn('in_progress'), actions.dismiss)
  expect(dismissed.reason).toBe('not_for_us')
  expect(moveGap(dismissed, actions.reopen)).toMatchObject({ state: 'in_progress', entryId: 'e1', reason: null })
})

test('moving a gap leaves the gap that was given as it was', () => {
  const gap = Object.freeze(gapIn('open'))
  for (const action of Object.values(actions)) moveGap(gap, action)
  expect(gap).toEqual(gapIn('open'))
})

describe('one more question', () => {
  test.each([
    ['open', 'open'],
    ['in_progress', 'in_progress'],
    ['answered', 'open'],
    ['dismissed', 'dismissed'],
  ] as const)('a gap that is %s is %s afterwards and counts one more', (before, after) => {
    expect(joinGap(gapIn(before), question)).toMatchObject({ state: after, questions: 2 })
  })

  test('the gap spans from the first asking to the last, in whatever order they come in', () => {
    const gap = openGap('g1', question)
    const late = joinGap(gap, { ...question, askedAt: '2026-03-05T00:00:00.000Z' })
    const early = joinGap(late, { ...question, askedAt: '2026-03-01T00:00:00.000Z' })
    expect(early).toMatchObject({
      firstAskedAt: '2026-03-01T00:00:00.000Z',
      lastAskedAt: '2026-03-05T00:00:00.000Z',
      question: question.text,
    })
  })
})
