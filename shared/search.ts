// A search over one pack, in the browser as one types and on the server alike. How sure the result is is decided here,
// which terms a word stands for in vocabulary.ts; weighing and ranking the entries is lunr's. Customers' words never reach its
// parser.
import lunr from 'lunr'
import { fieldNames, type FieldName, forEachWeight, type Pack, type PackEntry } from './pack.ts'
import { words } from './text.ts'
import { type AskedWord, Vocabulary } from './vocabulary.ts'

/** `answered`: show it; `weak`: show it with a doubt; `none`: the knowledge has nothing for these words. */
export type Confidence = 'answered' | 'weak' | 'none'

export interface Hit {
  readonly entry: PackEntry
  /** lunr's BM25 score; comparable within one search only. */
  readonly score: number
  /** How much of what was asked the entry speaks of, 0 to 1: shares of the asked words, rare words weighing more. */
  readonly coverage: number
}

export interface SearchResult {
  /** Best first; entries that hardly speak of what was asked are left out. */
  readonly hits: readonly Hit[]
  readonly confidence: Confidence
}

export interface SearchOptions {
  /** The last word may be unfinished. */
  readonly typing?: boolean
  readonly limit?: number
}

export interface Knowledge {
  readonly pack: Pack
  search(text: string, options?: SearchOptions): SearchResult
}

const ANSWERED = 0.6
const SHOWN = 0.3
const LIMIT = 6
/** People look at the first three; an answer further down is not one they will find. */
const TOP = 3
/** How many of lunr's ranking are looked at; the same for every search, so that all see the same order. */
const CANDIDATES = 24
/** Readies a pack for any number of searches. */
export function openPack(pack: Pack): Knowledge {
  const index = loadIndex(pack)
  const vocabulary = new Vocabulary(pack)
  return {
    pack,
    search(text, { typing = false, limit = LIMIT } = {}) {
      const asked = askedWords(text, vocabulary, typing)
      const weights = clauseWeights(asked)
      if (weights.size === 0) return { hits: [], confidence: 'none' }
      const found = index.query((query) => {
        for (const [term, boost] of weights) query.term(pack.terms[term]!, { boost, usePipeline: false })
      })
      const hits = found
        .slice(0, CANDIDATES)
        .map((result) => toHit(pack, vocabulary, asked, result))
        .filter(({ coverage }) => coverage >= SHOWN)
        .slice(0, limit)
      return { hits, confidence: confidenceOf(hits) }
    },
  }
}

/** The entries that answer what was asked, best first, among those that people look at. */
export function answers({ hits }: SearchResult): readonly PackEntry[] {
  return hits
    .slice(0, TOP)
    .filter(({ coverage }) => coverage >= ANSWERED)
    .map(({ entry }) => entry)
}

/** True when the entry is among the first three hits: what a replay of a wording asks for. */
export function isFound(knowledge: Knowledge, entryId: string, wording: string): boolean {
  return knowledge.search(wording, { limit: TOP }).hits.some(({ entry }) => entry.id === entryId)
}

function confidenceOf(hits: readonly Hit[]): Confidence {
  const best = Math.max(0, ...hits.slice(0, TOP).map(({ coverage }) => coverage))
  return best >= ANSWERED ? 'answered' : best >= SHOWN ? 'weak' : 'none'
}

function toHit(
  pack: Pack,
  vocabulary: Vocabulary,
  asked: readonly AskedWord[],
  { ref, score, matchData }: lunr.Index.Result,
): Hit {
  const matched = new Set(Object.keys(matchData.metadata).map((term) => vocabulary.find(term)))
  let covered = 0
  let total = 0
  for (const { weight, meanings } of asked) {
    total += weight
    covered += weight * Math.max(0, ...[...meanings].map(([term, fit]) => (matched.has(term) ? fit : 0)))
  }
  return { entry: pack.entries[Number(ref)]!, score, coverage: total > 0 ? covered / total : 0 }
}

function askedWords(text: string, vocabulary: Vocabulary, typing: boolean): AskedWord[] {
  const distinct = [...new Set(words(text))]
  const last = words(text).at(-1)
  return distinct.map((word) => vocabulary.understand(word, typing && word === last))
}

function clauseWeights(asked: readonly AskedWord[]): Map<number, number> {
  const weights = new Map<number, number>()
  for (const { meanings } of asked) {
    for (const [term, fit] of meanings) weights.set(term, Math.max(fit, weights.get(term) ?? 0))
  }
  return weights
}

type Posting = { readonly _index: number } & Record<FieldName, Record<string, object>>

/** lunr's own index, filled from the pack. Every clause names a term of the index, so its term automaton is not needed. */
function loadIndex(pack: Pack): lunr.Index {
  const invertedIndex: Record<string, Posting> = Object.create(null) as Record<string, Posting>
  pack.terms.forEach((term, _index) => {
    invertedIndex[term] = { _index, question: {}, phrasings: {}, tags: {}, answer: {} }
  })
  const fieldVectors: Record<string, lunr.Vector> = {}
  const noMetadata = {}
  for (const field of fieldNames) {
    pack.fields[field].forEach((row, entry) => {
      const elements: number[] = []
      forEachWeight(row, (term, weight) => {
        elements.push(term, weight)
        invertedIndex[pack.terms[term]!]![field][entry] = noMetadata
      })
      fieldVectors[`${field}/${entry}`] = new lunr.Vector(elements)
    })
  }
  const exactTerms = { intersect: (clause: lunr.TokenSet) => clause }
  const parts = { invertedIndex, fieldVectors, fields: fieldNames, tokenSet: exactTerms, pipeline: new lunr.Pipeline() }
  return new lunr.Index(parts as unknown as ConstructorParameters<typeof lunr.Index>[0])
}
