// A pack and its delta against the pack that all of it would be.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodePack, encodePack } from '../../shared/pack-bytes.ts'
import type { PackSource } from '../../shared/pack.ts'
import { type Hit, type Knowledge, openPack } from '../../shared/search.ts'
import { defaultTuning } from '../../shared/tuning.ts'
import { anyContent, anySources, anyText, randomFrom, someWords } from './arbitraries.ts'
import { found, noLexicon, packOf, sourceOf } from './packs.ts'

const lexicon = { ...noLexicon, carriers: ['the', 'how'], synonyms: [{ from: 'refund', to: 'voucher account' }] }
/** Every channel counts. */
const tuning = { ...defaultTuning, weights: { ...defaultTuning.weights, phrasings: 0.3, wording: 0.5 } }
const options = { lexicon, tuning }

interface Change {
  readonly base: readonly PackSource[]
  readonly changed: readonly PackSource[]
  readonly removed: readonly string[]
}

/** Of some entries, some stay, some go, some are replaced; others are added. */
const anyChange: fc.Arbitrary<Change> = anySources(8, 1).chain((base) =>
  fc
    .tuple(
      fc.tuple(...base.map(() => fc.constantFrom('stays', 'stays', 'goes', 'is replaced'))),
      fc.array(anyContent, { minLength: base.length, maxLength: base.length }),
      fc.array(anyContent, { maxLength: 3 }),
    )
    .map(([fates, contents, added]) => ({
      base,
      removed: base.filter((_, i) => fates[i] === 'goes').map(({ id }) => id),
      changed: [
        ...base.flatMap(({ id }, i) => (fates[i] === 'is replaced' ? [{ ...contents[i]!, id }] : [])),
        ...added.map((content, i) => ({ ...content, id: `new${i}` })),
      ],
    })),
)

function withDelta({ base, changed, removed }: Change): Knowledge {
  return openPack(packOf(base, options)).withDelta(packOf(changed, { ...options, removed }))
}

function rebuilt({ base, changed, removed }: Change): Knowledge {
  const gone = new Set([...removed, ...changed.map(({ id }) => id)])
  return openPack(packOf([...base.filter(({ id }) => !gone.has(id)), ...changed], options))
}

const byId = (hits: readonly Hit[]) => new Map(hits.map((hit) => [hit.entry.id, hit]))

/** The same entries with the same scores; where the digits of a Float32Array decide who is in, either is right. */
function expectAlike(hits: readonly Hit[], others: readonly Hit[]): void {
  const [here, there] = [byId(hits), byId(others)]
  const sure = Math.max(0, ...hits.map(({ score }) => score)) * 0.30001
  for (const [id, hit] of [...here, ...there]) {
    if (hit.score < sure) continue
    expect(there.get(id)?.score, id).toBeCloseTo(here.get(id)?.score ?? NaN, 5)
    expect(there.get(id)?.coverage, id).toBeCloseTo(here.get(id)?.coverage ?? NaN, 5)
    expect(there.get(id)?.entry, id).toEqual(here.get(id)?.entry)
  }
  hits.slice(1).forEach(({ entry, score }, i) => {
    const before = there.get(hits[i]!.entry.id)
    if (before && there.has(entry.id)) expect(before.score).toBeGreaterThanOrEqual(score - 1e-5)
  })
}

/** But for the digits that a Float32Array drops. */
function inShort({ entry, score, coverage }: Hit): string {
  return `${entry.id} ${score.toFixed(5)} ${coverage.toFixed(5)}`
}

describe('a pack with a delta', () => {
  test('answers as a pack of the whole does', () => {
    fc.assert(
      fc.property(anyChange, fc.oneof(someWords(1, 5), anyText), fc.boolean(), (change, text, typing) => {
        const [delta, whole] = [withDelta(change), rebuilt(change)]
        const results = [delta, whole].map((knowledge) => knowledge.search(text, { typing, limit: 20 }))
        expectAlike(results[0]!.hits, results[1]!.hits)
        expect(results[0]!.certainty).toBeCloseTo(results[1]!.certainty, 4)
        expectAlike(
          delta.explain(text, 20).map(({ hit }) => hit),
          whole.explain(text, 20).map(({ hit }) => hit),
        )
      }),
      { numRuns: 1000 },
    )
  })

  test('answers as a pack of the whole does while one types, among more entries than are compared', () => {
    const words = 'teapot parcel voucher refund account customer discount teapots card paper'.split(' ')
    const random = randomFrom(7)
    const some = (count: number) =>
      Array.from({ length: count }, () => words[Math.floor(random() ** 2 * words.length)]!)
    const entry = (id: string) => sourceOf(some(3).join(' '), { id, answer: some(12).join(' ') })
    const base = Array.from({ length: 900 }, (_, i) => entry(`e${i}`))
    const changed = Array.from({ length: 60 }, (_, i) => entry(i % 2 === 0 ? `e${i * 14}` : `new${i}`))
    const replaced = new Map(changed.map((source) => [source.id, source]))
    const rebuilt = [
      ...base.map((source) => replaced.get(source.id) ?? source),
      ...changed.filter(({ id }) => id.startsWith('new')),
    ]
    const [delta, whole] = [openPack(packOf(base)).withDelta(packOf(changed)), openPack(packOf(rebuilt))]
    for (const text of ['teapot', 'parcel t', 'refund te', 'voucher teapot ac', 'pa', 'c', 'teapot parcel refund v']) {
      for (const typing of [true, false]) {
        const [one, other] = [delta, whole].map((knowledge) => knowledge.search(text, { typing, limit: 40 }))
        expect(one!.hits.map(inShort), `${text} ${typing}`).toEqual(other!.hits.map(inShort))
        if (typing) expect(one!.hits.length, text).toBeGreaterThan(20)
      }
    }
  })

  test('understands a beginning as a pack of the whole does, where many words have it equally often', () => {
    const words = Array.from({ length: 90 }, (_, i) =>
      sourceOf(`tea${String.fromCodePoint(97 + (i % 26), 98 + (i % 7))}`, { id: `e${i}` }),
    )
    const [base, changed] = [words.filter((_, i) => i % 3 > 0), words.filter((_, i) => i % 3 === 0)]
    const delta = openPack(packOf(base)).withDelta(packOf(changed))
    const meant = (knowledge: Knowledge) => knowledge.search('te', { typing: true }).asked[0]!.meanings
    expect(meant(delta)).toEqual(meant(openPack(packOf([...base, ...changed]))))
    expect(meant(delta)).toHaveLength(32)
  })

  test('lists the entries that a pack of the whole lists', () => {
    fc.assert(
      fc.property(anyChange, fc.nat({ max: 12 }), (change, count) => {
        expect(withDelta(change).first(count)).toEqual(rebuilt(change).first(count))
      }),
    )
  })

  test('answers the same after both have travelled', () => {
    fc.assert(
      fc.property(anyChange, someWords(1, 4), ({ base, changed, removed }, text) => {
        const travelled = [packOf(base, options), packOf(changed, { ...options, removed })]
          .map(encodePack)
          .map(decodePack)
        const knowledge = openPack(travelled[0]!).withDelta(travelled[1]!)
        expect(knowledge.search(text)).toEqual(withDelta({ base, changed, removed }).search(text))
      }),
    )
  })

  const base = openPack(packOf([sourceOf('Old price', { id: 'a' }), sourceOf('Opening hours', { id: 'b' })]))
  const newer = packOf([sourceOf('New price', { id: 'a' }), sourceOf('Parking', { id: 'c' })], { removed: ['b', 'z'] })

  test('finds what is new, and no longer what was replaced or removed', () => {
    const knowledge = base.withDelta(newer)
    expect(knowledge.first(9).map(({ question }) => question)).toEqual(['New price', 'Parking'])
    expect(found(knowledge, 'price')).toEqual(['a'])
    expect(found(knowledge, 'parking')).toEqual(['c'])
    for (const gone of ['old', 'opening hours']) expect(found(knowledge, gone), gone).toEqual([])
    expect(found(base, 'old')).toEqual(['a'])
  })

  test('takes another delta in place of the one before', () => {
    const again = base.withDelta(newer).withDelta(packOf([], { removed: ['a'] }))
    expect(again.first(9).map(({ question }) => question)).toEqual(['Opening hours'])
    expect(found(again, 'opening')).toEqual(['b'])
    expect(found(again, 'parking')).toEqual([])
  })

  test('with nothing left in it finds nothing and throws nothing', () => {
    const empty = base.withDelta(packOf([], { removed: ['a', 'b'] }))
    for (const typing of [true, false])
      expect(empty.search('price', { typing })).toMatchObject({ hits: [], confidence: 'none' })
    expect(empty.explain('price')).toEqual([])
    expect(empty.first(3)).toEqual([])
  })
})
