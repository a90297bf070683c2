// The ranking, formulas in docs/ranking.md: for one question, how well each entry answers. Typed arrays that live as long
// as the knowledge, no objects for each posting.
import { Best } from './best.ts'
import { Board, clear, keep, likely, restore } from './board.ts'
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

interface Reaching {
  readonly fieldsWith: number
  readonly weights: Weights
  readonly quick: boolean
}

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
  #spelled: { readonly key: string; readonly square: number } | undefined
  #kept: { readonly key: string; readonly weights: Weights } | undefined
  /** Field → length → lunr's length norm. */
  readonly #norms: readonly Float64Array[]

  constructor(segments: readonly Segment[], vocabulary: Vocabulary) {
    this.#boards = segments.map((segment) => new Board(segment))
    this.#entries = segments.reduce((sum, { alive }) => sum + alive, 0)
    this.#wordings = segments.reduce((sum, { wordings }) => sum + wordings, 0)
    this.#norms = Array.from({ length: FIELDS }, (_, field) => this.#lengthNorms(field))
    for (const board of this.#boards) this.#weighTerms(board, vocabulary)
    for (const board of this.#boards) this.#weighWordings(board)
  }

  /** The best entries for a question, best first. `quick`: wordings are compared for the likely ones only. */
  rank(asked: readonly AskedWord[], weights: Weights, limit: number, quick: boolean): Ranked[] {
    const norm = asked.reduce((sum, { weight }) => sum + weight, 0)
    if (norm === 0) return []
    const words = quick ? withoutCarriers(asked) : asked
    this.#scoreWords(words, weights, quick)
    for (const board of this.#boards) {
      for (let i = 0; i < board.touchedCount; i++) board.score[board.touched[i]!]! /= norm
    }
    if (weights.wording + weights.second + weights.letters > 0) this.#compareWordings(asked, weights, quick)
    const best = new Best(limit)
    this.#boards.forEach((board, i) => {
      for (let k = 0; k < board.touchedCount; k++) best.offer(board.score[board.touched[k]!]!, i, board.touched[k]!)
    })
    const ranked = best.sorted().map(({ score, board, entry }): Ranked => {
      const { segment, coverage } = this.#boards[board]!
      return { segment, entry, score, coverage: coverage[entry]! / norm }
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
    const { pack, entriesWith } = board.segment
    const others = this.#boards.filter((other) => other !== board)
    pack.terms.forEach((term, number) => {
      let sum = entriesWith[number]!
      for (const { segment } of others) {
        const place = segment.find(term)
        if (place >= 0) sum += segment.entriesWith[place]!
      }
      board.termWeights[number] = vocabulary.weightOf(term, sum)
    })
    for (const [gram, number] of board.segment.grams.numbers) {
      let wordings = board.segment.gramFrequencies[number]!
      for (const { segment } of others) {
        const place = segment.grams.numbers.get(gram)
        if (place !== undefined) wordings += segment.gramFrequencies[place]!
      }
      board.gramWeights[number] = this.#gramWeight(wordings)
    }
  }

  #gramWeight(wordings: number): number {
    return Math.log(1 + this.#wordings / (1 + Math.min(wordings, this.#wordings)))
  }

  #weighWordings({ segment, termWeights, gramWeights, wordNorms, letterNorms }: Board): void {
    const { grams, wordingStarts, wordingTerms } = segment
    const squares = new Float32Array(segment.pack.terms.length)
    for (let gram = 0; gram < gramWeights.length; gram++) {
      for (let i = grams.starts[gram]!; i < grams.starts[gram + 1]!; i++) {
        squares[grams.terms[i]!]! += gramWeights[gram]! ** 2
      }
    }
    for (let wording = 0; wording < wordNorms.length; wording++) {
      let [words, letters] = [0, 0]
      for (let i = wordingStarts[wording]!; i < wordingStarts[wording + 1]!; i++) {
        const term = wordingTerms[i]!
        words += termWeights[term]! ** 2
        letters += squares[term]!
      }
      wordNorms[wording] = Math.sqrt(words)
      letterNorms[wording] = Math.sqrt(letters)
    }
  }

  /** As one types, only the last word changes: what the words before it gave is kept from key to key. */
  #scoreWords(words: readonly AskedWord[], weights: Weights, quick: boolean): void {
    const steady = quick ? words.filter(({ isUnfinished }) => !isUnfinished) : words
    const key = JSON.stringify(steady.map(({ term, meanings }) => [term, meanings]))
    const isKept = quick && this.#kept?.key === key && this.#kept.weights === weights
    for (const board of this.#boards) {
      if (isKept) restore(board)
      else for (const word of steady) this.#scoreWord(board, word, weights, quick)
      if (quick && !isKept) keep(board)
      if (isKept) for (const word of steady) this.#markAsked(board, word)
      for (const word of words) if (!steady.includes(word)) this.#scoreWord(board, word, weights, quick)
    }
    if (quick) this.#kept = { key, weights }
  }

  #markAsked(board: Board, { weight, meanings }: AskedWord): void {
    for (const { term, fit } of meanings) {
      const number = board.segment.find(term)
      if (number >= 0) board.asked[number] = Math.max(board.asked[number]!, weight * fit)
    }
  }

  #scoreWord(board: Board, word: AskedWord, weights: Weights, quick: boolean): void {
    let matchedCount = 0
    this.#markAsked(board, word)
    for (const { term, fit } of word.meanings) {
      const number = board.segment.find(term)
      if (number < 0) continue
      const reachedCount = this.#reach(board, number, { fieldsWith: this.#fieldsWith(term), weights, quick })
      for (let i = 0; i < reachedCount; i++) {
        const entry = board.reached[i]!
        const pooled = board.pool[entry]!
        const value = word.weight * fit * (board.sum[entry]! + (weights.together * pooled) / (K1 + pooled))
        if (board.fit[entry] === 0) board.matched[matchedCount++] = entry
        if (value > board.best[entry]!) board.best[entry] = value
        if (fit > board.fit[entry]!) board.fit[entry] = fit
        board.sum[entry] = board.pool[entry] = 0
      }
    }
    for (let i = 0; i < matchedCount; i++) {
      const entry = board.matched[i]!
      if (board.coverage[entry] === 0) board.touched[board.touchedCount++] = entry
      board.score[entry]! += board.best[entry]!
      board.coverage[entry]! += word.weight * (word.isUnfinished ? 1 : board.fit[entry]!)
      board.best[entry] = board.fit[entry] = 0
    }
  }

  #fieldsWith(term: string): number {
    let sum = 0
    for (const { segment } of this.#boards) {
      const place = segment.find(term)
      if (place >= 0) sum += segment.fieldsWith[place]!
    }
    return sum
  }

  /** Sums up, for every entry with the term, lunr's weights by field and the pooled count. Says how many there are. */
  #reach(board: Board, term: number, { fieldsWith, weights, quick }: Reaching): number {
    const { inTags, inAnswers } = board.segment.pack
    const idf = lunrIdf(this.#entries, fieldsWith)
    const shares = [weights.question, weights.phrasings, weights.tags, weights.answer]
    const factors = shares.map((share, field) => share / (BOOSTS[field]! * (K1 + 1) * idf))
    let count = this.#reachWordings(board, term, idf, factors, 0)
    count = this.#reachField(board, inTags, TAGS, term, idf, factors, count)
    if (quick && count >= ENOUGH && inAnswers.starts[term + 1]! - inAnswers.starts[term]! > COMMON) return count
    return this.#reachField(board, inAnswers, ANSWER, term, idf, factors, count)
  }

  #reachWordings(board: Board, term: number, idf: number, factors: readonly number[], reached: number): number {
    const { entryOf, firstWording, dead, pack } = board.segment
    const { starts, documents, counts } = pack.inWordings
    let count = reached
    let [phrased, times] = [-1, 0]
    for (let i = starts[term]!, end = starts[term + 1]!; i < end; i++) {
      const wording = documents[i]!
      const entry = entryOf[wording]!
      if (dead[entry]) continue
      if (entry !== phrased && phrased >= 0) {
        count = this.#add(board, phrased, PHRASINGS, times, idf, factors, count)
        phrased = -1
        times = 0
      }
      if (wording === firstWording[entry]) count = this.#add(board, entry, QUESTION, counts[i]!, idf, factors, count)
      else {
        phrased = entry
        times += counts[i]!
      }
    }
    return phrased < 0 ? count : this.#add(board, phrased, PHRASINGS, times, idf, factors, count)
  }

  #reachField(
    board: Board,
    { starts, documents, counts }: Postings,
    field: number,
    term: number,
    idf: number,
    factors: readonly number[],
    reached: number,
  ): number {
    const { dead } = board.segment
    let count = reached
    for (let i = starts[term]!, end = starts[term + 1]!; i < end; i++) {
      const entry = documents[i]!
      if (dead[entry] === 0) count = this.#add(board, entry, field, counts[i]!, idf, factors, count)
    }
    return count
  }

  #add(
    { segment, sum, pool, reached }: Board,
    entry: number,
    field: number,
    times: number,
    idf: number,
    factors: readonly number[],
    count: number,
  ): number {
    const norm = this.#norms[field]![segment.lengths[field]![entry]!]!
    const boost = BOOSTS[field]!
    const before = pool[entry]!
    sum[entry]! += factors[field]! * lunrWeight(idf, times, norm, boost)
    pool[entry] = before + (boost * times * K1) / norm
    if (before > 0) return count
    reached[count] = entry
    return count + 1
  }

  /** Adds to the scores how like the question the best wording of each entry is, by words and by letters. */
  #compareWordings(asked: readonly AskedWord[], weights: Weights, quick: boolean): void {
    const wordNorm = Math.sqrt(asked.reduce((sum, { weight }) => sum + weight ** 2, 0))
    const letterNorm = Math.sqrt(this.#spellAll(asked, quick))
    for (const board of this.#boards) {
      const entries = quick ? likely(board) : undefined
      const count = entries ? entries.length : board.segment.pack.entries.length
      for (let i = 0; i < count; i++) {
        this.#compareEntry(board, entries ? entries[i]! : i, weights, wordNorm, letterNorm)
      }
    }
  }

  #compareEntry(board: Board, entry: number, weights: Weights, wordNorm: number, letterNorm: number): void {
    const { segment, asked, alike, termWeights, wordNorms, letterNorms } = board
    if (segment.dead[entry]) return
    const { firstWording, wordingStarts, wordingTerms } = segment
    let [first, second, letters] = [0, 0, 0]
    for (let wording = firstWording[entry]!; wording < firstWording[entry + 1]!; wording++) {
      let [byWord, byLetter] = [0, 0]
      for (let i = wordingStarts[wording]!; i < wordingStarts[wording + 1]!; i++) {
        const term = wordingTerms[i]!
        byLetter += alike[term]!
        if (asked[term]! > 0) byWord += asked[term]! * termWeights[term]!
      }
      if (byWord > 0) {
        byWord /= wordNorm * wordNorms[wording]!
        if (byWord > first) [first, second] = [byWord, first]
        else if (byWord > second) second = byWord
      }
      if (byLetter > 0) letters = Math.max(letters, byLetter / (letterNorm * letterNorms[wording]!))
    }
    const likeness = weights.wording * first + weights.second * second + weights.letters * letters
    if (likeness === 0) return
    if (board.score[entry] === 0 && board.coverage[entry] === 0) board.touched[board.touchedCount++] = entry
    board.score[entry]! += likeness
  }

  /** As `#spellOut`; what the words before the last gave is kept from key to key. */
  #spellAll(asked: readonly AskedWord[], quick: boolean): number {
    if (!quick) return this.#spellOut(asked)
    const steady = asked.filter(({ isUnfinished }) => !isUnfinished)
    const key = steady.map(({ term }) => term).join(' ')
    if (this.#spelled?.key !== key) {
      this.#spelled = { key, square: this.#spellOut(steady) }
      for (const { alike, keptAlike } of this.#boards) keptAlike.set(alike)
    } else for (const { alike, keptAlike } of this.#boards) alike.set(keptAlike)
    return this.#spelled.square + this.#spellOut(asked.filter(({ isUnfinished }) => isUnfinished))
  }

  /** Fills what each term shares with the question by letters; the square of the length of the question's own vector. */
  #spellOut(asked: readonly AskedWord[]): number {
    let square = 0
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
}

/** Words that only carry a question hardly change the order, and stand in most entries: they wait for the pause. */
function withoutCarriers(asked: readonly AskedWord[]): readonly AskedWord[] {
  const others = asked.filter(({ isCarrier, meanings }) => !isCarrier && meanings.length > 0)
  return others.length > 0 ? others : asked
}
