import { describe, expect, test } from 'vitest'
import { calibrate, effectOf } from '../../../server/domain/calibrate.ts'
import { databases } from '../../databases.ts'
import { ask, newDesk, newSite, publishedOf, questionOf } from '../../desk.ts'

const DAY = 86_400_000

describe.each(databases)('calibrating on %s', (database) => {
  test('asks the questions of the last days once more, of one language, the least certain first', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    const { id } = await publishedOf(desk, site, 'How do I return a teapot?')
    await publishedOf(desk, site, 'Where is my parcel?')
    await ask(desk, site, 'too old')
    desk.wait(40 * DAY)
    await ask(desk, site, questionOf('return a teapot', { outcome: 'answered', entryId: id }), 'pizza for dinner')
    await ask(desk, site, questionOf('退货', { locale: 'zh' }))
    const { floor, questions } = await calibrate(desk, desk.live, site, { locale: 'en', days: 30 })
    expect(floor).toBe((await desk.live.of(site, 'en')).tuning.weak)
    expect(questions.map(({ text, hit }) => [text, hit])).toEqual([
      ['pizza for dinner', null],
      ['return a teapot', 'How do I return a teapot?'],
    ])
    expect(questions[1]!.certainty).toBeGreaterThan(0.5)
  })
})

test('a higher floor tells more people that there is no answer, of whom some had found it', () => {
  const questions = [
    { text: 'a', outcome: 'no_result', certainty: 0.1, hit: null },
    { text: 'b', outcome: 'answered', certainty: 0.3, hit: 'B' },
    { text: 'c', outcome: 'asked', certainty: 0.4, hit: 'C' },
  ] as const
  expect(effectOf(questions, 0.2)).toEqual({ floor: 0.2, none: 1, falseAlarms: 0, shown: 1 })
  expect(effectOf(questions, 0.35)).toEqual({ floor: 0.35, none: 2, falseAlarms: 1, shown: 1 })
  expect(effectOf(questions, 0.5)).toEqual({ floor: 0.5, none: 3, falseAlarms: 1, shown: 0 })
})
