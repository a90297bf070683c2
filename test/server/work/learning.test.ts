import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  FALSE_ALARMS,
  fitCertainty,
  fitWeights,
  holdOut,
  learnTuning,
  type Lesson,
} from '../../../server/work/learning.ts'
import { buildPack, type PackSource } from '../../../shared/pack.ts'
import { certaintyOf, evidenceOf, type Knowledge, openPack } from '../../../shared/search.ts'
import { english } from '../../../shared/text.ts'
import { type Channel, channels, defaultTuning, type Tuning } from '../../../shared/tuning.ts'
import { randomFrom } from '../../shared/arbitraries.ts'
import { found, noLexicon, sourceOf } from '../../shared/packs.ts'

function open(sources: readonly PackSource[], tuning: Tuning = defaultTuning): Knowledge {
  return openPack(buildPack('en', sources, { language: english, lexicon: noLexicon, tuning }))
}

const openDefault = (sources: readonly PackSource[]) => open(sources)

/** A word that no other word is like. */
function wordOf(random: () => number): string {
  const letters = ['bdfgklmnprtvz', 'aeiou']
  return Array.from({ length: 7 }, (_, i) =>
    letters[i % 2]!.charAt(Math.floor(letters[i % 2]!.length * random())),
  ).join('')
}

type Field = 'question' | 'tags' | 'answer'
const ENTRIES = 40
const PHRASINGS = 5

/** Customers ask in words of one field of the entry that they mean, and some of another field of any entry. */
function planted(
  field: Field,
  decoy: Field,
  seed: number,
): { sources: PackSource[]; asked: { text: string; id: string }[] } {
  const random = randomFrom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(list.length * random())]!
  const said = Array.from({ length: ENTRIES }, () => {
    const words = (count: number) => Array.from({ length: count }, () => wordOf(random))
    return { question: words(4), tags: words(4), answer: words(8) }
  })
  const ask = (own: (typeof said)[number]) =>
    [pick(own[field]), pick(pick(said)[decoy]), pick(pick(said)[decoy])].join(' ')
  const sources = said.map((own, i) =>
    sourceOf(own.question.join(' '), {
      id: `e${i}`,
      tags: own.tags,
      answer: own.answer.join(' '),
      phrasings: Array.from({ length: PHRASINGS }, () => ask(own)),
    }),
  )
  return { sources, asked: said.flatMap((own, i) => [0, 1].map(() => ({ text: ask(own), id: `e${i}` }))) }
}

function rightFirst(knowledge: Knowledge, asked: readonly { readonly text: string; readonly id: string }[]): number {
  return asked.filter(({ text, id }) => found(knowledge, text)[0] === id).length / asked.length
}

describe('what phrasings teach', () => {
  test('is nothing if they are few: then the defaults stand as they are', () => {
    expect(learnTuning([], openDefault)).toBe(defaultTuning)
    const { sources } = planted('tags', 'question', 1)
    expect(learnTuning(sources.slice(0, 5), openDefault)).toBe(defaultTuning)
    expect(
      learnTuning(
        sources.map((source) => ({ ...source, phrasings: [] })),
        openDefault,
      ),
    ).toBe(defaultTuning)
  })

  test.each([
    ['tags', 'question', 11],
    ['tags', 'answer', 12],
    ['answer', 'question', 13],
    ['answer', 'tags', 14],
    ['question', 'tags', 15],
    ['question', 'answer', 16],
  ] as const)(
    'of customers who ask in words of the %s, with others from any %s, is to find more',
    (field, decoy, seed) => {
      const { sources, asked } = planted(field, decoy, seed)
      const tuning = learnTuning(sources, openDefault)
      const share = ({ weights }: Tuning) => weights[field] / weights[decoy]
      expect(share(tuning)).toBeGreaterThan(share(defaultTuning))
      const [before, after] = [open(sources), open(sources, tuning)].map((knowledge) => rightFirst(knowledge, asked))
      expect(after).toBeGreaterThan(before!)
      expect(after).toBeGreaterThan(0.95)
    },
  )

  test('is the same every time', () => {
    const { sources } = planted('answer', 'question', 21)
    const [first, second] = [learnTuning(sources, openDefault), learnTuning(structuredClone(sources), openDefault)]
    expect(first).toEqual(second)
    expect(first).not.toEqual(defaultTuning)
  })

  test('is no weight below nothing, and no number that is none, whatever they are', () => {
    const random = randomFrom(5)
    const word = () => ['退货', 'teapot', '', '?', 'E-404', 'a', wordOf(random)][Math.floor(7 * random())]!
    for (const words of [0, 1, 3]) {
      const text = () => Array.from({ length: words }, word).join(' ')
      const sources = Array.from({ length: 30 }, (_, i) =>
        sourceOf(text(), { id: `e${i}`, answer: text(), phrasings: [text(), text(), text()] }),
      )
      const { weights, certainty, answered, weak } = learnTuning(sources, openDefault)
      for (const value of [...Object.values(weights), weak, answered]) expect(value).toBeGreaterThanOrEqual(0)
      for (const value of Object.values(certainty)) expect(Number.isFinite(value)).toBe(true)
      expect(weak).toBeLessThanOrEqual(answered)
    }
  })
})

describe('holding out', () => {
  test('asks every phrasing once, of knowledge that has all others but not this one', () => {
    const sources = Array.from({ length: 20 }, (_, i) =>
      sourceOf(`title ${i}`, { id: `e${i}`, phrasings: [0, 1, 2, 3, 4, 5].map((k) => `phrasing${i}x${k}`) }),
    )
    const asked: string[] = []
    holdOut(sources, (some) => {
      const there = some.flatMap(({ phrasings }) => phrasings)
      const knowledge = openDefault(some)
      const explain: Knowledge['explain'] = (text, limit) => {
        asked.push(text)
        expect(there).not.toContain(text)
        expect(there.length).toBeGreaterThanOrEqual(80)
        return knowledge.explain(text, limit)
      }
      return { ...knowledge, explain, substanceOf: (text) => knowledge.substanceOf(text) }
    })
    expect(asked.toSorted()).toEqual(sources.flatMap(({ phrasings }) => phrasings).sort())
  })

  test('asks some of very many, of all entries alike', () => {
    const sources = Array.from({ length: 300 }, (_, i) =>
      sourceOf(`title ${i}`, { id: `e${i}`, phrasings: Array.from({ length: 7 }, (_, k) => `way${k}`) }),
    )
    const lessons = holdOut(sources, () => ({ explain: () => [], substanceOf: () => 1 }) as unknown as Knowledge)
    expect(lessons.length).toBeGreaterThan(500)
    expect(lessons.length).toBeLessThanOrEqual(601)
    expect(new Set(lessons.flatMap(({ answers }) => [...answers])).size).toBeGreaterThan(250)
  })

  test('takes any entry with the very same answer for right', () => {
    const sources = Array.from({ length: 20 }, (_, i) =>
      sourceOf(`title ${i}`, { id: `e${i}`, answer: i < 2 ? ' Call us. ' : '', phrasings: ['a', 'b', 'c', 'd'] }),
    )
    const lessons = holdOut(sources, openDefault)
    expect(lessons.filter(({ answers }) => answers.has('e0')).map(({ answers }) => [...answers])).toEqual(
      Array.from({ length: 8 }, () => ['e0', 'e1']),
    )
    expect(lessons.filter(({ answers }) => answers.has('e7')).every(({ answers }) => answers.size === 1)).toBe(true)
  })
})

const none = Object.fromEntries(channels.map((channel) => [channel, 0])) as Record<Channel, number>

/** A lesson with the right entry first in the list, and others. */
function lesson(
  right: Partial<Record<Channel, number>>,
  ...wrong: readonly Partial<Record<Channel, number>>[]
): Lesson {
  const candidates = [right, ...wrong].map((parts, i) => ({ entryId: `e${i}`, channels: { ...none, ...parts } }))
  return { candidates, answers: new Set(['e0']), substance: 3 }
}

function scoreOf(parts: Readonly<Record<Channel, number>>, weights: Tuning['weights']): number {
  return channels.reduce((sum, channel) => sum + weights[channel] * parts[channel], 0)
}

const rightOnes = (lessons: readonly Lesson[], weights: Tuning['weights']): number =>
  lessons.filter(({ candidates }) => {
    const [right, ...wrong] = candidates.map((candidate) => scoreOf(candidate.channels, weights))
    return wrong.every((score) => score < right!)
  }).length

describe('the weights', () => {
  const start = defaultTuning.weights

  test('move to the channel that tells right from wrong', () => {
    const lessons = Array.from({ length: 100 }, () =>
      lesson({ phrasings: 0.6, tags: 0.1 }, { tags: 0.7 }, { tags: 0.5 }),
    )
    const weights = fitWeights(lessons, start)
    expect(rightOnes(lessons, start)).toBe(0)
    expect(rightOnes(lessons, weights)).toBe(100)
    expect(weights.phrasings).toBeGreaterThan(weights.tags)
  })

  test('stay where nothing is to be learned: no lessons, or none with both a right and a wrong entry', () => {
    expect(fitWeights([], start)).toEqual(start)
    const useless = [lesson({ tags: 1 }), { ...lesson({ tags: 1 }, { answer: 1 }), answers: new Set(['other']) }]
    expect(fitWeights(useless, start)).toEqual(start)
  })

  test('stay near the defaults as far as caution asks for it', () => {
    const lessons = [lesson({ phrasings: 0.6 }, { tags: 0.7 })]
    const move = (caution: number) => {
      const weights = fitWeights(lessons, start, caution)
      return Math.hypot(...channels.map((channel) => weights[channel] - start[channel]))
    }
    expect(move(0.02)).toBeGreaterThan(move(1))
    expect(move(1)).toBeGreaterThan(move(10))
  })

  test('explain the lessons no worse than the defaults, whatever these are', () => {
    const value = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10)
    const parts = fc.record(Object.fromEntries(channels.map((channel) => [channel, value])))
    const anyLesson = fc
      .array(parts, { minLength: 2, maxLength: 6 })
      .map(([right, ...wrong]) => lesson(right!, ...wrong))
    const loss = (lessons: readonly Lesson[], weights: Tuning['weights']) =>
      lessons.reduce((sum, { candidates }) => {
        const scores = candidates.map((candidate) => 10 * scoreOf(candidate.channels, weights))
        const most = Math.max(...scores)
        return sum + most + Math.log(scores.reduce((total, score) => total + Math.exp(score - most), 0)) - scores[0]!
      }, 0) / lessons.length
    fc.assert(
      fc.property(fc.array(anyLesson, { minLength: 1, maxLength: 20 }), (lessons) => {
        const weights = fitWeights(lessons, start)
        for (const channel of channels) expect(weights[channel]).toBeGreaterThanOrEqual(0)
        expect(loss(lessons, weights)).toBeLessThanOrEqual(loss(lessons, start) + 0.01)
      }),
    )
  })
})

describe('the certainty', () => {
  /** Right entries score about 0.9, others about 0.4; one in ten right ones hardly anything. */
  function lessons(count: number): Lesson[] {
    const random = randomFrom(7)
    return Array.from({ length: count }, (_, i) =>
      lesson(
        { tags: (i % 10 === 0 ? 0.3 : 0.7) + 0.4 * random() },
        { tags: 0.2 + 0.4 * random() },
        { tags: 0.3 * random() },
      ),
    )
  }
  const tuning = { ...defaultTuning, weights: { ...none, tags: 1 } }
  const evidence = ({ candidates, substance }: Lesson, isKnown: boolean) =>
    evidenceOf(
      candidates
        .slice(isKnown ? 0 : 1)
        .map((candidate) => ({ score: scoreOf(candidate.channels, tuning.weights) }))
        .sort((a, b) => b.score - a.score),
      substance,
    )

  test('tells questions with an answer from those without', () => {
    const all = lessons(300)
    const learned = fitCertainty(all, tuning)
    const mean = (isKnown: boolean) =>
      all.reduce((sum, one) => sum + certaintyOf(evidence(one, isKnown), learned), 0) / all.length
    expect(mean(true)).toBeGreaterThan(0.7)
    expect(mean(false)).toBeLessThan(0.3)
    const isRight = (one: Lesson, isKnown: boolean) => certaintyOf(evidence(one, isKnown), learned) >= 0.5 === isKnown
    const right = all.flatMap((one) => [isRight(one, true), isRight(one, false)]).filter(Boolean)
    expect(right.length / (2 * all.length)).toBeGreaterThan(0.9)
  })

  test('calls about one in twenty answered questions unanswered, of those that it learned from', () => {
    for (const count of [100, 300, 600]) {
      const all = lessons(count)
      const learned = fitCertainty(all, tuning)
      const missed = all.filter((one) => certaintyOf(evidence(one, true), learned) < learned.weak).length
      expect(missed / count).toBeGreaterThan(FALSE_ALARMS - 0.02)
      expect(missed / count).toBeLessThanOrEqual(FALSE_ALARMS + 0.02)
      expect(learned.answered).toBeGreaterThanOrEqual(learned.weak)
      expect(learned.weights).toEqual(tuning.weights)
    }
  })

  test('never calls a question answered that finds nothing at all', () => {
    const lost = Array.from({ length: 100 }, (_, i) => lesson(i % 3 === 0 ? {} : { tags: 1 }, {}))
    const learned = fitCertainty(lost, tuning)
    expect(certaintyOf(evidenceOf([], 3), learned)).toBe(0)
    const knowledge = open([sourceOf('How do I return a teapot?')], learned)
    expect(knowledge.search('zzz qqq')).toMatchObject({ hits: [], confidence: 'none' })
  })
})
