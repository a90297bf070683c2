// The ranking against lunr itself: its Builder, its build and its query, on the same entries with the same words.
import fc from 'fast-check'
import lunr from 'lunr'
import { describe, expect, test } from 'vitest'
import { answerTerms, type PackSource } from '../../shared/pack.ts'
import { B, BOOSTS, K1, lunrIdf, lunrWeight, Ranking, type Weights } from '../../shared/ranking.ts'
import { Segment } from '../../shared/segment.ts'
import { english, terms } from '../../shared/text.ts'
import { channels } from '../../shared/tuning.ts'
import { type AskedWord, Vocabulary } from '../../shared/vocabulary.ts'
import { anySources, someWords } from './arbitraries.ts'
import { noLexicon, packOf } from './packs.ts'

const fieldNames = ['question', 'phrasings', 'tags', 'answer'] as const
const lexicon = { ...noLexicon, carriers: ['the', 'how', '退货'] }

function lunrIndex(sources: readonly PackSource[]): lunr.Index {
  const builder = new lunr.Builder()
  const tokens = (list: readonly string[]) => list.map((term) => new lunr.Token(term, {}))
  builder.ref('id')
  builder.b(B)
  builder.tokenizer = ((list: readonly string[]) => tokens(list)) as unknown as typeof lunr.tokenizer
  fieldNames.forEach((field, i) => builder.field(field, { boost: BOOSTS[i]! }))
  for (const { id, question, phrasings, tags, answer } of sources) {
    const texts = { question: terms(question), phrasings: terms(phrasings.join('\n')), tags: terms(tags.join('\n')) }
    builder.add({ id, ...texts, answer: answerTerms(answer, english, lexicon) })
  }
  return builder.build()
}

/** What lunr keeps of each field of each document: the numbers of terms and their weights in turn. */
function lunrVectors(index: lunr.Index): Map<string, number> {
  const { fieldVectors, invertedIndex } = index as unknown as {
    readonly fieldVectors: Readonly<Record<string, { readonly elements: readonly number[] }>>
    readonly invertedIndex: Readonly<Record<string, { readonly _index: number }>>
  }
  const termOf = new Map(Object.entries(invertedIndex).map(([term, { _index }]) => [_index, term]))
  const weights = new Map<string, number>()
  for (const [field, { elements }] of Object.entries(fieldVectors)) {
    for (let i = 0; i < elements.length; i += 2) weights.set(`${field} ${termOf.get(elements[i]!)}`, elements[i + 1]!)
  }
  return weights
}

/** The same from a pack, by `lunrWeight` and `lunrIdf`. */
function packVectors(segment: Segment): Map<string, number> {
  const { pack, lengths, totals, fieldsWith, entryOf, firstWording, alive } = segment
  const counts = new Map<string, readonly [field: number, entry: number, term: number, count: number]>()
  const add = (field: number, entry: number, term: number, count: number): void => {
    const key = `${fieldNames[field]}/${pack.entries[entry]!.id} ${pack.terms[term]}`
    counts.set(key, [field, entry, term, count + (counts.get(key)?.[3] ?? 0)])
  }
  pack.terms.forEach((_, term) => {
    for (const [part, field] of [
      [pack.inWordings, 0],
      [pack.inTags, 2],
      [pack.inAnswers, 3],
    ] as const) {
      for (let i = part.starts[term]!; i < part.starts[term + 1]!; i++) {
        const document = part.documents[i]!
        const entry = field === 0 ? entryOf[document]! : document
        add(field === 0 && document !== firstWording[entry] ? 1 : field, entry, term, part.counts[i]!)
      }
    }
  })
  return new Map(
    [...counts].map(([key, [field, entry, term, count]]) => {
      const norm = K1 * (1 - B + B * (lengths[field]![entry]! / (totals[field]! / alive)))
      return [key, lunrWeight(lunrIdf(alive, fieldsWith[term]!), count, norm, BOOSTS[field]!)]
    }),
  )
}

/** Under these, a channel is lunr's weight divided by the term's idf. */
const perIdf: Weights = {
  ...(Object.fromEntries(channels.map((channel) => [channel, 0])) as Record<keyof Weights, number>),
  ...Object.fromEntries(fieldNames.map((field, i) => [field, BOOSTS[i]! * (K1 + 1)])),
}

/** A word that is worth what lunr's query makes of a clause with this boost. */
function clause(segment: Segment, term: string, boost: number): AskedWord {
  const weight = boost * lunrIdf(segment.alive, segment.fieldsWith[segment.find(term)]!)
  return {
    word: term,
    term,
    weight,
    isCarrier: false,
    isUnfinished: false,
    isMisspelled: false,
    meanings: [{ term, fit: 1 }],
  }
}

const segmentOf = (sources: readonly PackSource[]) => new Segment(packOf(sources, { lexicon }))
const boost = fc.integer({ min: 1, max: 40 }).map((tenths) => tenths / 10)

describe('the weights are lunr’s', () => {
  test('to the last digit, for every term in every field of every entry', () => {
    fc.assert(
      fc.property(anySources(10, 1), (sources) => {
        const expected = lunrVectors(lunrIndex(sources))
        const weights = packVectors(segmentOf(sources))
        expect(weights.size).toBe(expected.size)
        for (const [key, weight] of expected)
          if (weights.get(key) !== weight) expect(weights.get(key), key).toBe(weight)
      }),
      { numRuns: 700 },
    )
  })

  test('and the ranking adds them up as a query of lunr does, but for the digits that a Float32Array drops', () => {
    const asked = fc.tuple(someWords(1, 5), fc.array(boost, { minLength: 20, maxLength: 20 }))
    fc.assert(
      fc.property(anySources(10, 1), asked, (sources, [text, boosts]) => {
        const segment = segmentOf(sources)
        const wanted = [...new Set(terms(text))].filter((term) => segment.find(term) >= 0)
        fc.pre(wanted.length > 0)
        const clauses = wanted.map((term, i) => [term, boosts[i % boosts.length]!] as const)
        const expected = lunrIndex(sources).query((query) => {
          for (const [term, boost] of clauses) query.term(term, { usePipeline: false, boost })
        })
        const words = clauses.map(([term, boost]) => clause(segment, term, boost))
        const ranking = new Ranking([segment], new Vocabulary([segment], english))
        const ranked = ranking.rank(words, perIdf, sources.length, false)
        // lunr divides by the length of the query's vector, we by the sum of the words' weights
        const length = Math.hypot(...clauses.map(([, boost]) => boost))
        const sum = words.reduce((total, { weight }) => total + weight, 0)
        const scores = ranked.map(({ entry, score }) => [segment.pack.entries[entry]!.id, score * sum] as const)
        expect(scores.map(([id]) => id).sort()).toEqual(expected.map(({ ref }) => ref).sort())
        for (const [id, score] of scores) {
          const lunrs = expected.find(({ ref }) => ref === id)!.score * length
          expect(Math.abs(score - lunrs) / lunrs).toBeLessThan(2e-6)
        }
      }),
      { numRuns: 1300 },
    )
  })
})
