// What the ranking writes on while it works: one board for each segment, made once, wiped after every search.
import type { Segment } from './segment.ts'

/** As one types, wordings are compared for as many of the best entries by words. */
const COMPARED = 128
const LEVELS = 256

export class Board {
  readonly segment: Segment
  /** Entry → its place in the order of all entries. */
  readonly places: Uint32Array
  readonly score: Float32Array
  readonly coverage: Float32Array
  /** Entries with a score. */
  readonly touched: Uint32Array
  touchedCount = 0
  /** What was kept of these. */
  readonly keptScore: Float32Array
  readonly keptCoverage: Float32Array
  readonly keptAlike: Float32Array
  readonly keptTouched: Uint32Array
  keptCount = 0
  /** Of the word at hand: its best so far by entry, and by how well. */
  readonly best: Float32Array
  readonly fit: Float32Array
  readonly matched: Uint32Array
  matchedCount = 0
  /** The number of the term at hand, or -1; what it gives each entry by lunr, and pooled. */
  term = -1
  readonly sum: Float32Array
  readonly pool: Float32Array
  readonly reached: Uint32Array
  reachedCount = 0
  /** Term → what it says; what the question says of it by word; what it shares with the question by letters. */
  readonly termWeights: Float32Array
  readonly asked: Float32Array
  readonly alike: Float32Array
  /** Group of letters → its weight. Wording → the lengths of its vectors. */
  readonly gramWeights: Float32Array
  readonly wordNorms: Float32Array
  readonly letterNorms: Float32Array

  constructor(segment: Segment, places: Uint32Array) {
    const { entries, terms } = segment.pack
    this.segment = segment
    this.places = places
    this.score = new Float32Array(entries.length)
    this.coverage = new Float32Array(entries.length)
    this.best = new Float32Array(entries.length)
    this.fit = new Float32Array(entries.length)
    this.sum = new Float32Array(entries.length)
    this.pool = new Float32Array(entries.length)
    this.keptScore = new Float32Array(entries.length)
    this.keptCoverage = new Float32Array(entries.length)
    this.touched = new Uint32Array(entries.length)
    this.keptTouched = new Uint32Array(entries.length)
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

/** The order of a pack built anew: an entry keeps its place when another segment replaces it, new ones come last. */
export function placesOf(segments: readonly Segment[]): Uint32Array[] {
  if (segments.length === 1) return segments.map(({ dead }) => Uint32Array.from(dead, (_, entry) => entry))
  const known = new Map<string, number>()
  return segments.map(({ pack }) =>
    Uint32Array.from(pack.entries, ({ id }) => {
      const place = known.get(id) ?? known.size
      known.set(id, place)
      return place
    }),
  )
}

/**
 * Visits about the best `COMPARED` of the entries that words have reached: all above a level that no more are above. Where
 * too many are equally good, the first of them: never those that happened to be reached first.
 */
export function visitLikely(boards: readonly Board[], visit: (board: Board, entry: number) => void): void {
  const { scale, level, count } = levelOf(boards)
  const last = count > COMPARED ? lastPlace(boards, scale, level) : Infinity
  for (const board of boards) {
    const { touched, touchedCount, score, places } = board
    for (let i = 0; i < touchedCount; i++) {
      const entry = touched[i]!
      if (score[entry]! * scale >= level && places[entry]! <= last) visit(board, entry)
    }
  }
}

/** In steps from no score to the best one, and how many are at the level or above. */
function levelOf(boards: readonly Board[]): { scale: number; level: number; count: number } {
  let [total, most] = [0, 0]
  for (const { touched, touchedCount, score } of boards) {
    total += touchedCount
    for (let i = 0; i < touchedCount; i++) if (score[touched[i]!]! > most) most = score[touched[i]!]!
  }
  if (total <= COMPARED || most === 0) return { scale: 0, level: 0, count: total }
  const scale = LEVELS / most
  const steps = new Uint32Array(LEVELS + 1)
  for (const { touched, touchedCount, score } of boards) {
    for (let i = 0; i < touchedCount; i++) steps[(score[touched[i]!]! * scale) | 0]!++
  }
  let level = Math.floor(most * scale)
  let count = steps[level]!
  while (level > 0 && count + steps[level - 1]! <= COMPARED) count += steps[--level]!
  return { scale, level, count }
}

/** The last of the first `COMPARED` places at the level or above. */
function lastPlace(boards: readonly Board[], scale: number, level: number): number {
  const found = boards.flatMap(({ touched, touchedCount, score, places }) =>
    [...touched.subarray(0, touchedCount).filter((entry) => score[entry]! * scale >= level)].map(
      (entry) => places[entry]!,
    ),
  )
  return found.sort((a, b) => a - b)[COMPARED - 1]!
}

export function keep(board: Board): void {
  const { touched, touchedCount, score, coverage, keptTouched, keptScore, keptCoverage } = board
  for (let i = 0; i < touchedCount; i++) {
    const entry = (keptTouched[i] = touched[i]!)
    keptScore[entry] = score[entry]!
    keptCoverage[entry] = coverage[entry]!
  }
  board.keptCount = touchedCount
}

/** Onto a board that was cleared. */
export function restore(board: Board): void {
  const { touched, score, coverage, keptTouched, keptScore, keptCoverage, keptCount } = board
  for (let i = 0; i < keptCount; i++) {
    const entry = (touched[i] = keptTouched[i]!)
    score[entry] = keptScore[entry]!
    coverage[entry] = keptCoverage[entry]!
  }
  board.touchedCount = keptCount
}

export function clear(board: Board): void {
  for (let i = 0; i < board.touchedCount; i++) board.score[board.touched[i]!] = board.coverage[board.touched[i]!] = 0
  board.touchedCount = 0
  board.asked.fill(0)
  board.alike.fill(0)
}
