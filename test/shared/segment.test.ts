import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gramsOf } from '../../shared/grams.ts'
import { answerTerms, type PackSource } from '../../shared/pack.ts'
import { Segment } from '../../shared/segment.ts'
import { english, terms } from '../../shared/text.ts'
import { anySources } from './arbitraries.ts'
import { noLexicon, packOf } from './packs.ts'

const fieldsOf = ({ question, phrasings, tags, answer }: PackSource): string[][] => [
  ...[[question], phrasings, tags].map((texts) => texts.flatMap((text) => terms(text))),
  answerTerms(answer, english, noLexicon),
]

/** Entries, and those of them that are gone. */
const withGone = anySources(8).chain((sources) =>
  fc.tuple(
    fc.constant(sources),
    fc.subarray(sources.map(({ id }) => id)).map((ids) => new Set(ids)),
  ),
)

describe('a pack readied for searching', () => {
  test('counts the living entries, their terms and the fields with each term as one would by hand', () => {
    fc.assert(
      fc.property(withGone, ([sources, gone]) => {
        const pack = packOf(sources)
        const living = sources.filter(({ id }) => !gone.has(id)).map(fieldsOf)
        for (const segment of [new Segment(pack, gone), new Segment(pack).without(gone)]) {
          expect(segment.alive).toBe(living.length)
          pack.terms.forEach((term, i) => {
            const having = living.map((fields) => fields.filter((field) => field.includes(term)).length)
            expect(segment.entriesWith[i]).toBe(having.filter((fields) => fields > 0).length)
            expect(segment.fieldsWith[i]).toBe(having.reduce((sum, fields) => sum + fields, 0))
          })
          const sizes = [0, 1, 2, 3].map((field) => living.reduce((sum, fields) => sum + fields[field]!.length, 0))
          expect(segment.totals).toEqual(sizes)
          expect(segment.lengths.map((list) => [...list])).toEqual(
            [0, 1, 2, 3].map((field) => sources.map((source) => fieldsOf(source)[field]!.length)),
          )
        }
      }),
      { numRuns: 150 },
    )
  })

  test('knows the terms of each wording, and whose wording it is', () => {
    fc.assert(
      fc.property(anySources(8), (sources) => {
        const pack = packOf(sources)
        const { wordingStarts, wordingTerms, entryOf } = new Segment(pack)
        const wordings = sources.flatMap(({ question, phrasings }, entry) =>
          [question, ...phrasings].map((text) => ({ entry, text })),
        )
        expect(entryOf).toHaveLength(wordings.length)
        wordings.forEach(({ entry, text }, i) => {
          const held = [...wordingTerms.subarray(wordingStarts[i], wordingStarts[i + 1])].map(
            (term) => pack.terms[term],
          )
          expect(held).toEqual([...new Set(terms(text))].sort())
          expect(entryOf[i]).toBe(entry)
        })
      }),
    )
  })

  test('counts the living wordings with each letter group, once for each of their terms that has it', () => {
    fc.assert(
      fc.property(withGone, ([sources, gone]) => {
        const segment = new Segment(packOf(sources)).without(gone)
        const living = sources.filter(({ id }) => !gone.has(id))
        const wordings = living.flatMap(({ question, phrasings }) => [question, ...phrasings])
        const expected = new Map<number, number>()
        for (const term of wordings.flatMap((text) => [...new Set(terms(text))])) {
          for (const gram of gramsOf(term)) expected.set(gram, (expected.get(gram) ?? 0) + 1)
        }
        expect(segment.wordings).toBe(wordings.length)
        for (const [gram, number] of segment.grams.numbers) {
          expect(segment.gramFrequencies[number]).toBe(expected.get(gram) ?? 0)
          expected.delete(gram)
        }
        expect(expected.size).toBe(0)
      }),
      { numRuns: 150 },
    )
  })

  test('finds every term, no other, and the first of those with a beginning', () => {
    fc.assert(
      fc.property(
        anySources(5),
        fc.string({ unit: fc.constantFrom(...'tear退货4'), maxLength: 4 }),
        (sources, text) => {
          const pack = packOf(sources)
          const segment = new Segment(pack)
          pack.terms.forEach((term, i) => expect(segment.find(term)).toBe(i))
          expect(segment.find(text)).toBe(pack.terms.indexOf(text))
          expect(segment.firstFrom(text)).toBe(pack.terms.filter((term) => term < text).length)
        },
      ),
    )
  })
})
