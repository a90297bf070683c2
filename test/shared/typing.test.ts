// What a search keeps from key to key must never show: every answer is the one that knowledge just opened would give.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Pack } from '../../shared/pack.ts'
import { type Knowledge, openPack, type SearchOptions, type SearchResult } from '../../shared/search.ts'
import { anySources, anyText, someWords } from './arbitraries.ts'
import { noLexicon, packOf, sourceOf } from './packs.ts'

interface Typed {
  readonly text: string
  readonly options: SearchOptions
}

const lexicon = {
  ...noLexicon,
  carriers: ['the', 'how'],
  synonyms: [
    { from: 'return parcel', to: 'refund' },
    { from: 'refund', to: 'voucher account' },
    { from: '退货', to: '手机' },
  ],
}

/** Words and misspellings of them: what people type, take back and put right. */
const sentence = fc
  .array(
    fc.oneof(someWords(1, 1), fc.constantFrom('taepot', 'taepots', 'parsel', 'vuocher', 'retrun', 'retruns', 'x')),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((words) => words.join(' '))

const options: fc.Arbitrary<SearchOptions> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ typing: true, limit: 20 }) },
  fc.record({ typing: fc.boolean(), thorough: fc.boolean(), limit: fc.constantFrom(1, 20) }),
)

/** Sentences typed, some from where another one was left. */
const session: fc.Arbitrary<Typed[]> = fc
  .array(fc.tuple(fc.oneof({ weight: 5, arbitrary: sentence }, anyText), fc.nat({ max: 6 }), options), {
    minLength: 2,
    maxLength: 8,
  })
  .map((steps) =>
    steps.map(([text, kept, options]) => ({ text: text.slice(0, Math.max(1, text.length - kept)), options })),
  )

function expectNoTrace(pack: Pack, delta: Pack | undefined, typed: readonly Typed[]): void {
  const open = (): Knowledge => (delta ? openPack(pack).withDelta(delta) : openPack(pack))
  const used = open()
  for (const { text, options } of typed) {
    expect(inShort(used.search(text, options)), JSON.stringify(text)).toEqual(inShort(open().search(text, options)))
  }
}

/** All of it, each hit on one line. */
function inShort({ hits, ...rest }: SearchResult) {
  return { hits: hits.map(({ entry, score, coverage }) => `${entry.id} ${score} ${coverage}`), ...rest }
}

/** Every beginning of a text, as it is typed. */
function beginnings(text: string): Typed[] {
  return Array.from(text, (_, i) => ({ text: text.slice(0, i + 1), options: { typing: true, limit: 20 } }))
}

describe('a search leaves no trace in the next one', () => {
  test('whatever is typed, in whatever order', () => {
    fc.assert(
      fc.property(anySources(8), session, (sources, typed) =>
        expectNoTrace(packOf(sources, { lexicon }), undefined, typed),
      ),
      { numRuns: 1000 },
    )
  })

  test('nor with a delta', () => {
    fc.assert(
      fc.property(anySources(6), anySources(3), session, (sources, changed, typed) => {
        expectNoTrace(packOf(sources, { lexicon }), packOf(changed, { lexicon, removed: ['e4'] }), typed)
      }),
      { numRuns: 300 },
    )
  })

  test('letter by letter, a word put right, a phrase gone on with', () => {
    const pack = packOf(['Teapot sizes', 'Return a parcel', 'Refund by voucher', 'Parcel tracking', 'the Teapot set'], {
      lexicon,
    })
    for (const text of ['taepot s', 'teapot sizes', 'return parcels now', 'return parcel', 'how the teapot']) {
      expectNoTrace(pack, undefined, beginnings(text))
    }
    const put = [
      'taepot s',
      'teapot s',
      'return parcel',
      'return parcelx',
      'taepots s',
      'taepot s',
      'how t',
      'teapot t',
    ]
    expectNoTrace(
      pack,
      undefined,
      put.map((text) => ({ text, options: { typing: true, limit: 20 } })),
    )
  })

  test('among more entries that fit alike than are compared', () => {
    const alike = Array.from({ length: 300 }, (_, i) =>
      sourceOf(`${i % 2 === 0 ? 'teapot' : 'parcel'} ${i % 3 === 0 ? 'sizes' : 'prices'}`, { id: `e${i}` }),
    )
    const typed = ['parcel teapot s', 'parcel teapot si', 'parcel teapot siz', 'teapot parcel p', 'teapot parcel pr']
    const limited = typed.map((text) => ({ text, options: { typing: true, limit: 200 } }))
    expectNoTrace(packOf(alike), undefined, limited)
  })

  test('among more entries that fit alike than are compared, the first ones are', () => {
    const sources = Array.from({ length: 300 }, (_, i) => sourceOf('teapot sizes', { id: `e${i}` }))
    const { hits } = openPack(packOf(sources)).search('teapot sizes', { typing: true, limit: 300 })
    const best = hits.filter(({ score }) => score === hits[0]!.score)
    expect(best.map(({ entry }) => entry.id)).toEqual(sources.slice(0, 128).map(({ id }) => id))
  })

  test('explaining and thorough searches in between change nothing', () => {
    fc.assert(
      fc.property(anySources(6), sentence, sentence, (sources, typed, other) => {
        const pack = packOf(sources, { lexicon })
        const knowledge = openPack(pack)
        const before = knowledge.search(typed, { typing: true })
        knowledge.explain(other)
        knowledge.search(other)
        expect(knowledge.search(typed, { typing: true })).toEqual(before)
      }),
    )
  })
})
