// The ranking, formulas in docs/ranking.md: for one question, how well each entry answers. Typed arrays that live as long
// as the knowledge, no objects for each posting.
import { Best } from './best.ts'
import { Board, clear, keep, placesOf, restore, visitLikely } from './board.ts'
import { gramsOf } from './grams.ts'
import type { Postings } from './pack.ts'
import { ANSWER, FIELDS, PHRASINGS, QUESTION, type Segment, TAGS } from './segment.ts'
import { type Channel, channels } from './tuning.ts'
import type { AskedWord, Vocabulary } from './vocabulary.ts'

/** lunr's k1, and its b as we set it: long answers should count less than its default of 0.75 makes them. */
export const K1 = 1.2
export const B = 0.6
/** By field: question, phrasings, tags, answer. */
export const BOOSTS = [3, 2, 1, 1] as const
const THOUSAND = 1000
/** As one types, the answers with a word that so many of them hold wait for the pause, if questions enough have it. */
const COMMON = 500
const ENOUGH = 10

export type Weights = Readonly<Record<Channel, number>>

export interface Ranked {
  readonly segment: Segment
  readonly entry: number
  readonly score: number
  /** Share of what was asked that the entry speaks of, rare words weighing more. */
  readonly coverage: number
}

/** lunr's document weight of a term (`Builder.createFieldVectors`), rounded as lunr rounds it. */
export function lunrWeight(idf: number, count: number, norm: number, boost: number): number {
  return Math.round(((idf * ((K1 + 1) * count)) / (norm + count)) * boost * THOUSAND) / THOUSAND
}

/** lunr's `idf`: of all documents, those with the term, counted once for each field that it stands in. */
export function lunrIdf(entries: number, fieldsWith: number): number {
  return Math.log(1 + Math.abs((entries - fieldsWith + 0.5) / (fieldsWith + 0.5)))
}

export class Ranking {
  readonly #boards: readonly Board[]
  readonly #entries: number
  readonly #wordings: number
  #spelled: { readonly words: readonly AskedWord[]; readonly square: number } = { words: [], square: 0 }
  #kept: { readonly words: readonly AskedWord[]; readonly weights?: Weights } = { words: [] }
  /** Field → length → lunr's length norm. */
  readonly #norms: readonly Float64Array[]

  constructor(segments: readonly Segment[], vocabulary: Vocabulary) {
    this.#boards = placesOf(segments).map((places, i) => new Board(segments[i]!, places))
    this.#entries = segments.reduce((sum, { alive }) => sum + alive, 0)
    this.#wordings = segments.reduce((sum, { wordings }) => sum + wordings, 0)
    this.#norms = [...Array(FIELDS).keys()].map((field) => this.#lengthNorms(field))
    for (const board of this.#boards) this.#weighTerms(board, vocabulary)
    for (const board of this.#boards) this.#weighWordings(board)
  }

  /** The best entries for a question, best first. `quick`: wordings are compared for the likely ones only. */
  rank(asked: readonly AskedWord[], weights: Weights, limit: number, quick: boolean): Ranked[] {
    const norm = asked.reduce((sum, { weight }) => sum + weight, 0)
    if (norm === 0) return []
    this.#scoreWords(quick ? withoutCarriers(asked) : asked, weights, quick)
    if (weights.wording + weights.second + weights.letters > 0) this.#compareWordings(asked, norm, weights, quick)
    const best = new Best(limit)
    for (const { score, touched, touchedCount, places } of this.#boards) {
      for (let i = 0; i < touchedCount; i++) {
        const entry = touched[i]!
        if (score[entry]! >= best.least) best.offer(score[entry]!, places[entry]!)
      }
    }
    const ranked = best.sorted().map(({ score, place }): Ranked => {
      const { segment, coverage, entry } = this.#at(place)
      return { segment, entry, score: score / norm, coverage: coverage[entry]! / norm }
    })
    for (const board of this.#boards) clear(board)
    return ranked
  }

  /** Channel → what one entry has in it, before weighing. */
  explain(asked: readonly AskedWord[], ranked: readonly Ranked[]): Record<Channel, number>[] {
    const none = Object.fromEntries(channels.map((channel) => [channel, 0])) as Record<Channel, number>
    const parts = ranked.map(() => ({ ...none }))
    for (const channel of channels) {
      const alone = this.rank(asked, { ...none, [channel]: 1 }, Number.MAX_SAFE_INTEGER, false)
      const scores = new Map(alone.map(({ segment, entry, score }) => [`${this.#place(segment)}/${entry}`, score]))
      ranked.forEach(({ segment, entry }, i) => {
        parts[i]![channel] = scores.get(`${this.#place(segment)}/${entry}`) ?? 0
      })
    }
    return parts
  }

  #place(segment: Segment): number {
    return this.#boards.findIndex((board) => board.segment === segment)
  }

  #lengthNorms(field: number): Float64Array {
    const lengths = this.#boards.map(({ segment }) => segment.lengths[field]!)
    const longest = lengths.reduce((most, list) => list.reduce((a, b) => Math.max(a, b), most), 0)
    const average = this.#boards.reduce((sum, { segment }) => sum + segment.totals[field]!, 0) / this.#entries
    return Float64Array.from({ length: longest + 1 }, (_, length) => K1 * (1 - B + B * (length / average)))
  }

  #weighTerms(board: Board, vocabulary: Vocabulary): void {
    const { pack, entriesWith, grams, gramFrequencies } = board.segment
    const others = this.#boards.filter((other) => other !== board).map(({ segment }) => segment)
    for (let term = 0; term < entriesWith.length; term++) {
      let sum = entriesWith[term]!
      for (const other of others) sum += other.entriesWith[other.find(pack.terms[term]!)] ?? 0
      board.termWeights[term] = vocabulary.weightOf(pack.terms[term]!, sum)
    }
    for (const [gram, number] of grams.numbers) {
      let wordings = gramFrequencies[number]!
      for (const other of others) wordings += other.gramFrequencies[other.grams.numbers.get(gram) ?? -1] ?? 0
      board.gramWeights[number] = this.#gramWeight(wordings)
    }
  }

  #gramWeight(wordings: number): number {
    return Math.log(1 + this.#wordings / (1 + Math.min(wordings, this.#wordings)))
  }

  #weighWordings({ segment, termWeights, gramWeights, wordNorms, letterNorms }: Board): void {
    const { grams, wordingStarts, wordingTerms } = segment
    const squares = new Float64Array(segment.pack.terms.length)
    for (let gram = 0; gram < gramWeights.length; gram++) {
      const square = gramWeights[gram]! ** 2
      for (let i = grams.starts[gram]!; i < grams.starts[gram + 1]!; i++) squares[grams.terms[i]!]! += square
    }
    for (let wording = 0; wording < wordNorms.length; wording++) {
      let words = 0
      let letters = 0
      for (let i = wordingStarts[wording]!; i < wordingStarts[wording + 1]!; i++) {
        const term = wordingTerms[i]!
        words += termWeights[term]! ** 2
        letters += squares[term]!
      }
      wordNorms[wording] = Math.sqrt(words)
      letterNorms[wording] = Math.sqrt(letters)
    }
  }

  /** As one types, only the end changes: what the finished words gave is kept from key to key. */
  #scoreWords(words: readonly AskedWord[], weights: Weights, quick: boolean): void {
    const steady = quick ? words.filter(({ isUnfinished }) => !isUnfinished) : words
    const kept = quick && this.#kept.weights === weights && beginsWith(steady, this.#kept.words) ? this.#kept.words : []
    if (kept.length > 0) for (const board of this.#boards) restore(board)
    for (const word of kept) this.#markAsked(word)
    for (const word of steady.slice(kept.length)) this.#scoreWord(word, weights, quick)
    if (quick && kept.length < steady.length) {
      for (const board of this.#boards) keep(board)
      this.#kept = { words: steady, weights }
    }
    if (quick) for (const word of words) if (word.isUnfinished) this.#scoreWord(word, weights, quick)
  }

  #markAsked({ weight, meanings }: AskedWord): void {
    for (const board of this.#boards) {
      for (const { term, fit } of meanings) mark(board, board.segment.find(term), weight * fit)
    }
  }

  #scoreWord(word: AskedWord, weights: Weights, quick: boolean): void {
    for (const { term, fit } of word.meanings) {
      const value = word.weight * fit
      this.#reach(term, weights, quick)
      for (const board of this.#boards) {
        mark(board, board.term, value)
        takeBest(board, value, fit, weights.together)
      }
    }
    for (const board of this.#boards) addWord(board, word)
  }

  /** Sums up, for every entry with the term, lunr's weights by field and the pooled count. */
  #reach(term: string, weights: Weights, quick: boolean): void {
    let entriesWith = 0
    let fieldsWith = 0
    let named = 0
    for (const board of this.#boards) {
      board.term = board.segment.find(term)
      if (board.term < 0) continue
      entriesWith += board.segment.entriesWith[board.term]!
      fieldsWith += board.segment.fieldsWith[board.term]!
    }
    const idf = lunrIdf(this.#entries, fieldsWith)
    const shares = [weights.question, weights.phrasings, weights.tags, weights.answer]
    for (let field = 0; field < FIELDS; field++) shares[field]! /= BOOSTS[field]! * (K1 + 1) * idf
    for (const board of this.#boards) {
      if (board.term >= 0) named += this.#reachNames(board, idf, shares)
    }
    if (quick && named >= ENOUGH && entriesWith > COMMON) return
    for (const board of this.#boards) {
      if (board.term >= 0) this.#reachField(board, board.segment.pack.inAnswers, ANSWER, idf, shares)
    }
  }

  /** All but the answers. Says how many entries there are. */
  #reachNames(board: Board, idf: number, shares: readonly number[]): number {
    this.#reachWordings(board, idf, shares)
    this.#reachField(board, board.segment.pack.inTags, TAGS, idf, shares)
    return board.reachedCount
  }

  #reachWordings(board: Board, idf: number, shares: readonly number[]): void {
    const { entryOf, firstWording, dead, pack } = board.segment
    const { starts, documents, counts } = pack.inWordings
    let phrased = -1
    let times = 0
    for (let i = starts[board.term]!, end = starts[board.term + 1]!; i < end; i++) {
      const wording = documents[i]!
      const entry = entryOf[wording]!
      if (dead[entry]) continue
      if (entry !== phrased && phrased >= 0) {
        this.#add(board, phrased, PHRASINGS, times, idf, shares)
        phrased = -1
        times = 0
      }
      if (wording === firstWording[entry]) this.#add(board, entry, QUESTION, counts[i]!, idf, shares)
      else {
        phrased = entry
        times += counts[i]!
      }
    }
    if (phrased >= 0) this.#add(board, phrased, PHRASINGS, times, idf, shares)
  }

  #reachField(
    board: Board,
    { starts, documents, counts }: Postings,
    field: number,
    idf: number,
    shares: readonly number[],
  ): void {
    const { dead } = board.segment
    for (let i = starts[board.term]!, end = starts[board.term + 1]!; i < end; i++) {
      const entry = documents[i]!
      if (dead[entry] === 0) this.#add(board, entry, field, counts[i]!, idf, shares)
    }
  }

  #add(board: Board, entry: number, field: number, times: number, idf: number, shares: readonly number[]): void {
    const { segment, sum, pool, reached } = board
    const norm = this.#norms[field]![segment.lengths[field]![entry]!]!
    const before = pool[entry]!
    sum[entry]! += shares[field]! * lunrWeight(idf, times, norm, BOOSTS[field]!)
    pool[entry] = before + (BOOSTS[field]! * times * K1) / norm
    if (before === 0) reached[board.reachedCount++] = entry
  }

  /** Adds to the scores how like the question the best wording of each entry is, by words and by letters. */
  #compareWordings(asked: readonly AskedWord[], norm: number, weights: Weights, quick: boolean): void {
    const wordNorm = Math.sqrt(asked.reduce((sum, { weight }) => sum + weight ** 2, 0))
    const letterNorm = Math.sqrt(this.#spellAll(asked, quick))
    const shares = {
      wording: (norm * weights.wording) / wordNorm,
      second: (norm * weights.second) / wordNorm,
      letters: (norm * weights.letters) / (letterNorm || 1), // without any wordings letters say nothing
    }
    if (quick) return visitLikely(this.#boards, (board, entry) => this.#compareEntry(board, entry, shares))
    for (const board of this.#boards) {
      for (let entry = 0; entry < board.segment.dead.length; entry++) this.#compareEntry(board, entry, shares)
    }
  }

  /** `shares`: what a likeness counts, once it is divided by the length of the wording. */
  #compareEntry(board: Board, entry: number, shares: Pick<Weights, 'wording' | 'second' | 'letters'>): void {
    const { segment, asked, alike, termWeights, wordNorms, letterNorms } = board
    if (segment.dead[entry]) return
    const { firstWording, wordingStarts, wordingTerms } = segment
    let first = 0
    let second = 0
    let letters = 0
    for (let wording = firstWording[entry]!; wording < firstWording[entry + 1]!; wording++) {
      let byWord = 0
      let byLetter = 0
      for (let i = wordingStarts[wording]!; i < wordingStarts[wording + 1]!; i++) {
        const term = wordingTerms[i]!
        byLetter += alike[term]!
        if (asked[term]! > 0) byWord += asked[term]! * termWeights[term]!
      }
      if (byWord > 0) {
        byWord /= wordNorms[wording]!
        second = Math.max(second, Math.min(first, byWord))
        first = Math.max(first, byWord)
      }
      if (byLetter > 0) letters = Math.max(letters, byLetter / letterNorms[wording]!)
    }
    const likeness = shares.wording * first + shares.second * second + shares.letters * letters
    if (likeness === 0) return
    if (board.score[entry] === 0 && board.coverage[entry] === 0) board.touched[board.touchedCount++] = entry
    board.score[entry]! += likeness
  }

  /** As `#spellOut`; what the finished words gave is kept from key to key. */
  #spellAll(asked: readonly AskedWord[], quick: boolean): number {
    if (!quick) return this.#spellOut(asked, 0)
    const steady = asked.filter(({ isUnfinished }) => !isUnfinished)
    const kept = beginsWith(steady, this.#spelled.words) ? this.#spelled : { words: [], square: 0 }
    if (kept.words.length > 0) for (const { alike, keptAlike } of this.#boards) alike.set(keptAlike)
    const square = this.#spellOut(steady.slice(kept.words.length), kept.square)
    if (kept.words.length < steady.length) {
      for (const { alike, keptAlike } of this.#boards) keptAlike.set(alike)
      this.#spelled = { words: steady, square }
    }
    return this.#spellOut(
      asked.filter(({ isUnfinished }) => isUnfinished),
      square,
    )
  }

  /** Adds to what each term shares with the question by letters, and to the square of the length of its own vector. */
  #spellOut(asked: readonly AskedWord[], before: number): number {
    let square = before
    for (const { term } of asked) {
      for (const gram of gramsOf(term)) {
        let weight = 0
        for (const { segment, gramWeights, alike } of this.#boards) {
          const { numbers, starts, terms } = segment.grams
          const number = numbers.get(gram)
          if (number === undefined) continue
          weight = gramWeights[number]!
          for (let i = starts[number]!; i < starts[number + 1]!; i++) alike[terms[i]!]! += weight * weight
        }
        square += (weight || this.#gramWeight(0)) ** 2
      }
    }
    return square
  }

  #at(place: number): { segment: Segment; coverage: Float32Array; entry: number } {
    for (const { segment, coverage, places } of this.#boards) {
      const entry = places[place] === place ? place : places.indexOf(place)
      if (entry >= 0 && segment.dead[entry] === 0) return { segment, coverage, entry }
    }
    throw new RangeError(`No entry has the place ${place}.`)
  }
}

/** Notes what the question says of a term. */
function mark({ asked }: Board, term: number, value: number): void {
  if (term >= 0 && value > asked[term]!) asked[term] = value
}

/** Takes the term at hand for the word at hand, in the entries where it is the best so far. */
function takeBest(board: Board, weight: number, fit: number, together: number): void {
  const { reached, sum, pool, best, matched } = board
  for (let i = 0; i < board.reachedCount; i++) {
    const entry = reached[i]!
    const value = weight * (sum[entry]! + (together * pool[entry]!) / (K1 + pool[entry]!))
    if (board.fit[entry] === 0) matched[board.matchedCount++] = entry
    if (value > best[entry]!) best[entry] = value
    if (fit > board.fit[entry]!) board.fit[entry] = fit
    sum[entry] = pool[entry] = 0
  }
  board.reachedCount = 0
}

function addWord(board: Board, { weight, isUnfinished }: AskedWord): void {
  const { score, coverage, best, fit, matched, touched } = board
  for (let i = 0; i < board.matchedCount; i++) {
    const entry = matched[i]!
    if (coverage[entry] === 0) touched[board.touchedCount++] = entry
    score[entry]! += best[entry]!
    coverage[entry]! += weight * (isUnfinished ? 1 : fit[entry]!)
    best[entry] = fit[entry] = 0
  }
  board.matchedCount = 0
}

/** The very words: a vocabulary gives a finished word the same meanings as long as it is asked. */
function beginsWith(words: readonly AskedWord[], beginning: readonly AskedWord[]): boolean {
  return beginning.length <= words.length && beginning.every((word, i) => word === words[i])
}

/** Words that only carry a question hardly change the order, and stand in most entries: they wait for the pause. */
function withoutCarriers(asked: readonly AskedWord[]): readonly AskedWord[] {
  const others = asked.filter(({ isCarrier, meanings }) => !isCarrier && meanings.length > 0)
  return others.length > 0 ? others : asked
}
