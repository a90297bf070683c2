// A search over the knowledge of one site and locale, in the browser as one types and on the server alike. Which terms a
// word stands for is decided in vocabulary.ts, the order in ranking.ts, how sure we are here. Customers' text is words to
// us, never a query language.
import { normalize } from './normalize.ts'
import { type Lexicon, type Pack, type PackEntry } from './pack.ts'
import { type Ranked, Ranking } from './ranking.ts'
import { Segment } from './segment.ts'
import type { Stem } from './stemmers.ts'
import { english, type Language, type Token, tokens, withoutAccents } from './text.ts'
import type { Channel, Tuning } from './tuning.ts'
import { type AskedWord, Vocabulary } from './vocabulary.ts'

/** `answered`: show it; `weak`: show it with a doubt; `none`: the knowledge has nothing for these words. */
export type Confidence = 'answered' | 'weak' | 'none'

export interface Hit {
  readonly entry: PackEntry
  /** The weighed sum of the channels (docs/ranking.md). Comparable between questions, not between sites. */
  readonly score: number
  /** How much of what was asked the entry speaks of, 0 to 1: shares of the asked words, rare words weighing more. */
  readonly coverage: number
}

export interface SearchResult {
  /** Best first; entries far behind the best are left out. */
  readonly hits: readonly Hit[]
  readonly confidence: Confidence
  /** How likely the first hit is to answer, 0 to 1: what `confidence` is decided by. */
  readonly certainty: number
  /** The question with misspelled words put right, where that finds an answer more surely. */
  readonly suggestion?: string | undefined
  /** What the words were taken for. */
  readonly asked: readonly AskedWord[]
}

export interface SearchOptions {
  /** The last word may be unfinished. */
  readonly typing?: boolean
  /** Compares the question with every wording by its letters, and suggests corrections. As one types that can wait. */
  readonly thorough?: boolean
  readonly limit?: number
}

export interface Knowledge {
  readonly locale: string
  readonly language: Language
  readonly tuning: Tuning
  /** The pack and its delta, if there is one. */
  readonly packs: readonly Pack[]
  /** The first entries in the order of publishing. */
  first(count: number): PackEntry[]
  entry(id: string): PackEntry | undefined
  search(text: string, options?: SearchOptions): SearchResult
  /** What the best entries have in each channel: why a result is where it is. */
  explain(text: string, limit?: number): { readonly hit: Hit; readonly channels: Readonly<Record<Channel, number>> }[]
  /** How much a question says: its words, each by its rarity here, in words that are unknown here. */
  substanceOf(text: string): number
  /** The same knowledge with these changes instead of any before. */
  withDelta(delta: Pack): Knowledge
}

const LIMIT = 6
/** People look at the first three; an answer further down is not one they will find. */
const TOP = 3
/** An entry that is taken for an answer without anyone looking speaks of at least so much of what was asked. */
const ANSWERED = 0.6
/** Entries with less than this share of the best score are noise. */
const FAR_BEHIND = 0.3

/** Readies a pack for any number of searches. `stem` is that of the pack's locale (`loadStemmer`). */
export function openPack(pack: Pack, stem: Stem = english.stem): Knowledge {
  const segment = new Segment(pack)
  return new OpenKnowledge([segment], languageOf(pack.lexicon, stem))
}

/** The language that a pack is to be read in. */
export function languageOf({ folds, protectedWords }: Lexicon, stem: Stem): Language {
  const fold = new Map<string, string>()
  const characters = [...folds]
  for (let i = 0; i + 1 < characters.length; i += 2) fold.set(characters[i]!, characters[i + 1]!)
  const isProtected = new Set(protectedWords.map((word) => withoutAccents(normalize(word))))
  return { fold, stem: (word) => (isProtected.has(withoutAccents(word)) ? withoutAccents(word) : stem(word)) }
}

/** The entries that answer what was asked, best first, among those that people look at. */
export function answers({ hits, confidence }: SearchResult): readonly PackEntry[] {
  if (confidence !== 'answered') return []
  const sure = hits.slice(0, TOP).filter(({ coverage }) => coverage >= ANSWERED)
  return sure.map(({ entry }) => entry)
}

/** True when the entry is among the first three hits: what a replay of a wording asks for. */
export function isFound(knowledge: Knowledge, entryId: string, wording: string): boolean {
  const { hits, confidence } = knowledge.search(wording, { limit: TOP })
  return confidence !== 'none' && hits.some(({ entry }) => entry.id === entryId)
}

/**
 * What speaks for the first of these: its score, half its lead over the second, and the more a question says, the more the
 * same share of it that is found proves.
 */
export function evidenceOf(ranked: readonly { readonly score: number }[], substance: number): number {
  const [first = 0, second = 0] = ranked.map(({ score }) => score)
  return (first + (first - second) / 2) * Math.sqrt(1 + substance)
}

/** How likely a hit with so much evidence is to answer, 0 to 1. */
export function certaintyOf(evidence: number, { certainty: { scale, bias } }: Pick<Tuning, 'certainty'>): number {
  return evidence > 0 ? 1 / (1 + Math.exp(-(scale * evidence + bias))) : 0
}

class OpenKnowledge implements Knowledge {
  readonly language: Language
  readonly #segments: readonly Segment[]
  readonly #vocabulary: Vocabulary
  readonly #ranking: Ranking

  constructor(segments: readonly Segment[], language: Language) {
    this.language = language
    this.#segments = segments
    this.#vocabulary = new Vocabulary(segments, language)
    this.#ranking = new Ranking(segments, this.#vocabulary)
  }

  get locale(): string {
    return this.packs[0]!.locale
  }

  get tuning(): Tuning {
    return this.packs[0]!.tuning
  }

  get packs(): readonly Pack[] {
    return this.#segments.map(({ pack }) => pack)
  }

  first(count: number): PackEntry[] {
    const living = this.#segments.flatMap(({ pack, dead }) => pack.entries.filter((_, entry) => !dead[entry]))
    return living.slice(0, count)
  }

  entry(id: string): PackEntry | undefined {
    for (const { pack, dead } of this.#segments) {
      const found = pack.entries.find((entry, i) => entry.id === id && !dead[i])
      if (found) return found
    }
    return undefined
  }

  search(text: string, { typing = false, thorough = !typing, limit = LIMIT }: SearchOptions = {}): SearchResult {
    const words = tokens(normalize(text), this.language)
    const asked = this.#vocabulary.understand(words, typing)
    const ranked = this.#ranking.rank(asked, this.tuning.weights, Math.max(2, limit), !thorough)
    const certainty = this.#certaintyOf(ranked, asked)
    const least = FAR_BEHIND * (ranked[0]?.score ?? 0)
    const hits = ranked
      .filter(({ score }) => score >= least)
      .slice(0, limit)
      .map(toHit)
    const suggestion = thorough ? this.#suggest(text, words, asked, hits, certainty) : undefined
    const confidence = hits.length > 0 ? this.#confidenceOf(certainty) : 'none'
    return { hits, confidence, certainty, suggestion, asked }
  }

  explain(text: string, limit = LIMIT) {
    const asked = this.#vocabulary.understand(tokens(normalize(text), this.language), false)
    const ranked = this.#ranking.rank(asked, this.tuning.weights, limit, false)
    const parts = this.#ranking.explain(asked, ranked)
    return ranked.map((found, i) => ({ hit: toHit(found), channels: parts[i]! }))
  }

  substanceOf(text: string): number {
    return this.#vocabulary.substanceOf(this.#vocabulary.understand(tokens(normalize(text), this.language), false))
  }

  withDelta(delta: Pack): Knowledge {
    const base = this.#segments[0]!
    const gone = new Set([...delta.removed, ...delta.entries.map(({ id }) => id)])
    return new OpenKnowledge([base.without(gone), new Segment(delta)], this.language)
  }

  #certaintyOf(ranked: readonly Ranked[], asked: readonly AskedWord[]): number {
    return certaintyOf(evidenceOf(ranked, this.#vocabulary.substanceOf(asked)), this.tuning)
  }

  #confidenceOf(certainty: number): Confidence {
    const { answered, weak } = this.tuning
    return certainty >= answered ? 'answered' : certainty >= weak ? 'weak' : 'none'
  }

  /** Puts misspelled words right as the best hits write them, and keeps that if it finds an answer more surely. */
  #suggest(
    text: string,
    words: readonly Token[],
    asked: readonly AskedWord[],
    hits: readonly Hit[],
    certainty: number,
  ): string | undefined {
    const titles = hits.slice(0, TOP).flatMap(({ entry }) => tokens(normalize(entry.question), this.language))
    const right = new Map<string, string>()
    for (const { term, meanings, isMisspelled } of asked) {
      if (!isMisspelled) continue
      const meant = titles.find((title) => meanings.some((meaning) => meaning.term === title.term))
      if (meant) right.set(term, meant.word)
    }
    if (right.size === 0) return undefined
    const normal = normalize(text)
    let [corrected, at] = ['', 0]
    for (const { term, start, end } of words) {
      if (!right.has(term) || start < at) continue
      corrected += normal.slice(at, start) + right.get(term)!
      at = end
    }
    corrected += normal.slice(at)
    const better = this.#vocabulary.understand(tokens(normalize(corrected), this.language), false)
    const found = this.#ranking.rank(better, this.tuning.weights, 2, false)
    return this.#certaintyOf(found, better) > certainty ? corrected : undefined
  }
}

function toHit({ segment, entry, score, coverage }: Ranked): Hit {
  return { entry: segment.pack.entries[entry]!, score, coverage }
}
