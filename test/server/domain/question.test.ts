import fc from 'fast-check'
import { expect, test } from 'vitest'
import { questionSchema } from '../../../shared/contract.ts'
import { logQuestion } from '../../../server/domain/question.ts'
import { questionOf, START } from '../../desk.ts'

const YEAR = 366 * 86_400_000

test('a wrong clock in the browser does not falsify the time of asking: the server counts back from its own', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: YEAR }), (age) => {
      const { askedAt, receivedAt } = logQuestion('s1', questionSchema.parse(questionOf('x', { age })), START)
      expect(receivedAt).toBe(START)
      expect(Date.parse(START) - Date.parse(askedAt)).toBe(age)
    }),
  )
})

test.each([-1, YEAR + 1, Infinity, NaN])('a question can not have been asked %s milliseconds ago', (age) => {
  expect(questionSchema.safeParse(questionOf('x', { age })).success).toBe(false)
})

test.each([
  ['/cart?token=secret', '/cart'],
  ['/cart#name', '/cart'],
  ['/a?b#c?d', '/a'],
  ['?only', ''],
  ['', ''],
])('of the page %s only its path %s is kept', (page, kept) => {
  expect(logQuestion('s1', questionSchema.parse(questionOf('x', { page })), START).page).toBe(kept)
})
