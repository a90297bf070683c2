import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Best } from '../../shared/best.ts'
import { openPack } from '../../shared/search.ts'
import { channels, defaultTuning, type Tuning } from '../../shared/tuning.ts'
import { anySources, anyText, someWords } from './arbitraries.ts'
import { found, knowledgeOf, noLexicon, packOf, sourceOf } from './packs.ts'

describe('the best of many', () => {
  const scored = fc.record({ score: fc.nat({ max: 9 }), place: fc.nat({ max: 120 }) })
  const all = fc.uniqueArray(scored, { maxLength: 60, selector: ({ place }) => place })

  test('are the first ones of all sorted, of equals those in the first places', () => {
    fc.assert(
      fc.property(all, fc.integer({ min: 1, max: 12 }), (all, limit) => {
        const best = new Best(limit)
        for (const { score, place } of all) best.offer(score, place)
        const sorted = all.toSorted((a, b) => b.score - a.score || a.place - b.place)
        expect(best.sorted()).toEqual(sorted.slice(0, limit))
      }),
      { numRuns: 2000 },
    )
  })
})

const asked = fc.oneof(someWords(1, 5), anyText)
const lexicon = { ...noLexicon, carriers: ['the', 'how'], synonyms: [{ from: 'refund', to: 'voucher account' }] }
const weight = fc.integer({ min: 0, max: 20 }).map((tenths) => tenths / 10)
const anyTuning: fc.Arbitrary<Tuning> = fc
  .tuple(...channels.map(() => weight))
  .map((weights) => Object.fromEntries(channels.map((channel, i) => [channel, weights[i]!])))
  .map((weights) => ({ ...defaultTuning, weights: weights as Tuning['weights'] }))

describe('the ranking', () => {
  test('gives scores from the best down, and no more coverage than there is', () => {
    fc.assert(
      fc.property(anySources(10), anyTuning, asked, fc.boolean(), (sources, tuning, text, typing) => {
        const { hits } = openPack(packOf(sources, { tuning, lexicon })).search(text, { typing, limit: 20 })
        const scores = hits.map(({ score }) => score)
        expect(scores).toEqual(scores.toSorted((a, b) => b - a))
        for (const { coverage } of hits) {
          expect(coverage).toBeGreaterThanOrEqual(0)
          expect(coverage).toBeLessThanOrEqual(1 + 1e-6)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('shows the same entries first, however many are asked for', () => {
    fc.assert(
      fc.property(anySources(10), asked, fc.boolean(), (sources, text, typing) => {
        const knowledge = openPack(packOf(sources))
        const all = knowledge.search(text, { typing, limit: 20 }).hits
        for (const limit of [1, 2, 3, 5]) {
          expect(knowledge.search(text, { typing, limit }).hits).toEqual(all.slice(0, limit))
        }
      }),
      { numRuns: 200 },
    )
  })

  test('explains a score: the channels times their weights are the score', () => {
    fc.assert(
      fc.property(anySources(10), anyTuning, asked, (sources, tuning, text) => {
        const knowledge = openPack(packOf(sources, { tuning, lexicon }))
        const explained = knowledge.explain(text, 20)
        for (const { hit, channels: parts } of explained) {
          const sum = channels.reduce((total, channel) => total + tuning.weights[channel] * parts[channel], 0)
          // a word that stands for several terms counts by the best of them, in all channels together or in each alone
          const isPlain = knowledge.search(text).asked.every(({ meanings }) => meanings.length < 2)
          if (isPlain) expect(Math.abs(sum - hit.score), JSON.stringify(parts)).toBeLessThan(1e-4)
          else expect(sum).toBeGreaterThan(hit.score - 1e-4)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('explains the hits of a search, in their order', () => {
    fc.assert(
      fc.property(anySources(10), asked, (sources, text) => {
        const knowledge = openPack(packOf(sources))
        const { hits } = knowledge.search(text, { limit: 20 })
        expect(
          knowledge
            .explain(text, 20)
            .map(({ hit }) => hit)
            .slice(0, hits.length),
        ).toEqual(hits)
      }),
      { numRuns: 200 },
    )
  })

  test('is the same in whatever order an entry has its phrasings', () => {
    fc.assert(
      fc.property(anySources(6), asked, (sources, text) => {
        const turned = sources.map((source) => ({ ...source, phrasings: source.phrasings.toReversed() }))
        const [one, other] = [sources, turned].map((list) => {
          const explained = openPack(packOf(list)).explain(text, 20)
          return explained.toSorted((a, b) => (a.hit.entry.id < b.hit.entry.id ? -1 : 1))
        })
        expect(other!.map(({ hit }) => hit.entry)).toEqual(one!.map(({ hit }) => hit.entry))
        one!.forEach((found, i) => {
          for (const channel of channels) {
            expect(other![i]!.channels[channel], channel).toBeCloseTo(found.channels[channel], 5)
          }
        })
      }),
      { numRuns: 200 },
    )
  })

  test('sees a wording of an entry in the very same words, and the next best beside it', () => {
    const all = knowledgeOf(
      sourceOf('open an account', { phrasings: ['close an account', 'lost key'] }),
      'other things',
    )
    const [{ channels: parts } = { channels: null }] = all.explain('close an account')
    expect(parts?.wording).toBeCloseTo(1, 5)
    expect(parts?.letters).toBeCloseTo(1, 5)
    expect(parts?.second).toBeGreaterThan(0.3)
    expect(parts?.second).toBeLessThan(1)
    const [{ channels: alone } = { channels: null }] = all.explain('lost key')
    expect(alone?.wording).toBeCloseTo(1, 5)
    expect(alone?.second).toBe(0)
  })

  test('puts a whole match before a part, the asked words before a likeness', () => {
    const all = knowledgeOf('Return a teapot', 'Return', 'Teapot', 'Returning parcels abroad', 'Teapots')
    expect(found(all, 'return teapot')[0]).toBe('Return a teapot')
    const names = knowledgeOf('password', 'passwords and more', 'passport', 'parcel')
    expect(found(names, 'password')[0]).toBe('password')
    expect(found(names, 'passport')[0]).toBe('passport')
  })

  test('puts an entry whose question says it before those that say it in their answer', () => {
    const answers = [1, 2, 3].map((n) => sourceOf(`other ${n}`, { answer: 'You may return a teapot here.' }))
    expect(found(knowledgeOf(...answers, 'return a teapot'), 'return a teapot')[0]).toBe('return a teapot')
  })

  test('knows an entry by any one of its wordings, however many others it has', () => {
    const wordings = ['opening hours', 'phone number', 'lost my parcel', 'invoice copy', 'talk to a person']
    const all = knowledgeOf(
      sourceOf('contact', { phrasings: wordings }),
      'Parcel sizes',
      'Copy a list',
      'Hours of delivery',
    )
    for (const wording of wordings) expect(found(all, wording)[0], wording).toBe('contact')
  })
})
