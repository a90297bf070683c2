// What the ranking writes on while it works: one board for each segment, made once, wiped after every search.
import type { Segment } from './segment.ts'

/** As one types, wordings are compared for as many of the best entries by words. */
const COMPARED = 128
const LEVELS = 256

export class Board {
  readonly segment: Segment
  readonly score: Float32Array
  readonly coverage: Float32Array
  /** Entries with a score. */
  readonly touched: Uint32Array
  touchedCount = 0
  /** What was kept of these. */
  readonly keptScore: Float32Array
  readonly keptCoverage: Float32Array
  readonly keptAlike: Float32Array
  keptCount = 0
  /** Of the word at hand: its best so far by entry, and by how well; of the term at hand: by lunr, and pooled. */
  readonly best: Float32Array
  readonly fit: Float32Array
  readonly sum: Float32Array
  readonly pool: Float32Array
  readonly reached: Uint32Array
  readonly matched: Uint32Array
  /** Term → what it says; what the question says of it by word; what it shares with the question by letters. */
  readonly termWeights: Float32Array
  readonly asked: Float32Array
  readonly alike: Float32Array
  /** Group of letters → its weight. Wording → the lengths of its vectors. */
  readonly gramWeights: Float32Array
  readonly wordNorms: Float32Array
  readonly letterNorms: Float32Array

  constructor(segment: Segment) {
    const { entries, terms } = segment.pack
    this.segment = segment
    this.score = new Float32Array(entries.length)
    this.coverage = new Float32Array(entries.length)
    this.best = new Float32Array(entries.length)
    this.fit = new Float32Array(entries.length)
    this.sum = new Float32Array(entries.length)
    this.pool = new Float32Array(entries.length)
    this.keptScore = new Float32Array(entries.length)
    this.keptCoverage = new Float32Array(entries.length)
    this.touched = new Uint32Array(entries.length)
    this.reached = new Uint32Array(entries.length)
    this.matched = new Uint32Array(entries.length)
    this.termWeights = new Float32Array(terms.length)
    this.asked = new Float32Array(terms.length)
    this.alike = new Float32Array(terms.length)
    this.keptAlike = new Float32Array(terms.length)
    this.gramWeights = new Float32Array(segment.gramFrequencies.length)
    this.wordNorms = new Float32Array(segment.entryOf.length)
    this.letterNorms = new Float32Array(segment.entryOf.length)
  }
}

/** About the best `COMPARED` of the entries that words have reached: all above a level that so many are above. */
export function likely({ touched, touchedCount, score }: Board): Uint32Array {
  if (touchedCount <= COMPARED) return touched.slice(0, touchedCount)
  let most = 0
  for (let i = 0; i < touchedCount; i++) most = Math.max(most, score[touched[i]!]!)
  const steps = new Uint32Array(LEVELS + 1)
  for (let i = 0; i < touchedCount; i++) steps[Math.floor((LEVELS * score[touched[i]!]!) / most)]!++
  let level = LEVELS
  for (let above = steps[level]!; level > 0 && above + steps[level - 1]! <= COMPARED;) above += steps[--level]!
  const found = new Uint32Array(COMPARED)
  let count = 0
  // in the order of the entries: that of `touched` depends on what was searched before
  for (let entry = 0; entry < score.length && count < COMPARED; entry++) {
    if (score[entry]! > 0 && Math.floor((LEVELS * score[entry]!) / most) >= level) found[count++] = entry
  }
  return found.subarray(0, count)
}

export function keep(board: Board): void {
  board.keptScore.set(board.score)
  board.keptCoverage.set(board.coverage)
  board.keptCount = board.touchedCount
}

/** The list of touched entries is made anew: a search leaves its beginning in any order. */
export function restore(board: Board): void {
  board.score.set(board.keptScore)
  board.coverage.set(board.keptCoverage)
  if (board.keptCount === 0) return
  for (let entry = 0; entry < board.coverage.length; entry++) {
    if (board.coverage[entry]! > 0) board.touched[board.touchedCount++] = entry
  }
}

export function clear(board: Board): void {
  for (let i = 0; i < board.touchedCount; i++) board.score[board.touched[i]!] = board.coverage[board.touched[i]!] = 0
  board.touchedCount = 0
  board.asked.fill(0)
  board.alike.fill(0)
}
