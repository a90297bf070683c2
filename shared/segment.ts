// A pack readied for searching: what can be computed once from its postings. A search runs over one or two of these, the
// pack and what has changed since (its delta), as if they were one.
import { gramsOf } from './grams.ts'
import type { Pack, Postings } from './pack.ts'

/** The four fields that lunr weighs, in the order of every table here. */
export const FIELDS = 4
export const [QUESTION, PHRASINGS, TAGS, ANSWER] = [0, 1, 2, 3] as const

export class Segment {
  readonly pack: Pack
  /** 1 for entries that a later segment replaces or removes. */
  readonly dead: Uint8Array
  /** Entries that are alive. */
  readonly alive: number
  /** Wording → its entry. */
  readonly entryOf: Uint32Array
  /** Entry → its first wording, the question; one more at the end. */
  readonly firstWording: Uint32Array
  /** Field → entry → how many terms. */
  readonly lengths: readonly Uint32Array[]
  /** Field → the sum of the lengths of the living. */
  readonly totals: readonly number[]
  /** Term → in how many living entries. */
  readonly entriesWith: Uint32Array
  /** Term → in how many fields of living entries: what lunr takes for a document frequency. */
  readonly fieldsWith: Uint32Array
  /** The terms of wording `w`, each once: `wordingTerms` from `wordingStarts[w]` to the next. */
  readonly wordingStarts: Uint32Array
  readonly wordingTerms: Uint32Array
  readonly grams: TermGrams
  /** Letter group → in how many living wordings, counted once for each term that has it. */
  readonly gramFrequencies: Uint32Array
  /** Wordings of the living. */
  wordings = 0

  constructor(pack: Pack, gone: ReadonlySet<string> = new Set(), like?: Segment) {
    this.pack = pack
    this.dead = new Uint8Array(pack.entries.length)
    if (gone.size > 0) pack.entries.forEach(({ id }, entry) => (this.dead[entry] = gone.has(id) ? 1 : 0))
    this.alive = this.dead.reduce((sum, dead) => sum - dead, pack.entries.length)
    const fixed = like ?? layout(pack)
    this.entryOf = fixed.entryOf
    this.firstWording = fixed.firstWording
    this.lengths = fixed.lengths
    this.wordingStarts = fixed.wordingStarts
    this.wordingTerms = fixed.wordingTerms
    this.grams = fixed.grams
    this.gramFrequencies = new Uint32Array(fixed.grams.starts.length - 1)
    this.totals = this.lengths.map((lengths) => {
      let sum = 0
      for (let entry = 0; entry < lengths.length; entry++) if (!this.dead[entry]) sum += lengths[entry]!
      return sum
    })
    this.entriesWith = new Uint32Array(pack.terms.length)
    this.fieldsWith = new Uint32Array(pack.terms.length)
    this.#countEntries()
    for (let entry = 0; entry < this.dead.length; entry++) {
      if (!this.dead[entry]) this.wordings += this.firstWording[entry + 1]! - this.firstWording[entry]!
    }
  }

  /** The same pack with other entries gone. */
  without(gone: ReadonlySet<string>): Segment {
    return new Segment(this.pack, gone, this)
  }

  /** The number of a term, or -1. */
  find(term: string): number {
    const place = this.firstFrom(term)
    return this.pack.terms[place] === term ? place : -1
  }

  /** The number of the first term that is not before `beginning`. */
  firstFrom(beginning: string): number {
    const { terms } = this.pack
    let low = 0
    let high = terms.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (terms[middle]! < beginning) low = middle + 1
      else high = middle
    }
    return low
  }

  #countEntries(): void {
    const { inWordings, inTags, inAnswers, terms } = this.pack
    const { dead, entryOf, firstWording, entriesWith, fieldsWith } = this
    const wordingsWith = new Uint32Array(terms.length)
    const seen = new Int32Array(dead.length).fill(-1)
    for (let term = 0; term < terms.length; term++) {
      let phrased = -1
      for (let i = inWordings.starts[term]!, end = inWordings.starts[term + 1]!; i < end; i++) {
        const wording = inWordings.documents[i]!
        const entry = entryOf[wording]!
        if (dead[entry]) continue
        wordingsWith[term]!++
        if (wording !== firstWording[entry]) {
          if (entry === phrased) continue
          phrased = entry
        }
        fieldsWith[term]!++
        if (seen[entry] !== term) entriesWith[term]!++
        seen[entry] = term
      }
      this.#countIn(inTags, term, seen)
      this.#countIn(inAnswers, term, seen)
    }
    const { starts, terms: termsOf } = this.grams
    for (let gram = 0; gram + 1 < starts.length; gram++) {
      for (let i = starts[gram]!; i < starts[gram + 1]!; i++) this.gramFrequencies[gram]! += wordingsWith[termsOf[i]!]!
    }
  }

  #countIn({ starts, documents }: Postings, term: number, seen: Int32Array): void {
    const { dead } = this
    let entries = 0
    let fields = 0
    for (let i = starts[term]!, end = starts[term + 1]!; i < end; i++) {
      const entry = documents[i]!
      if (dead[entry]) continue
      fields++
      if (seen[entry] !== term) entries++
      seen[entry] = term
    }
    this.entriesWith[term]! += entries
    this.fieldsWith[term]! += fields
  }
}

/** Letter groups of the terms that stand in wordings: group `g` is in `terms` from `starts[g]` to the next. */
export interface TermGrams {
  readonly numbers: ReadonlyMap<number, number>
  readonly starts: Uint32Array
  readonly terms: Uint32Array
}

type Layout = Pick<Segment, 'entryOf' | 'firstWording' | 'lengths' | 'wordingStarts' | 'wordingTerms' | 'grams'>

function layout(pack: Pack): Layout {
  const count = pack.entries.length
  const firstWording = new Uint32Array(count + 1)
  for (let entry = 0; entry < count; entry++)
    firstWording[entry + 1] = firstWording[entry]! + 1 + pack.phrasings[entry]!
  const entryOf = new Uint32Array(firstWording[count]!)
  for (let entry = 0; entry < count; entry++) entryOf.fill(entry, firstWording[entry], firstWording[entry + 1])
  const lengths = [...Array(FIELDS).keys()].map(() => new Uint32Array(count)) // no Array.from: old prototype.js has another
  addLengths(lengths[TAGS]!, pack.inTags)
  addLengths(lengths[ANSWER]!, pack.inAnswers)
  const { documents, counts } = pack.inWordings
  for (let i = 0; i < documents.length; i++) {
    const wording = documents[i]!
    const entry = entryOf[wording]!
    lengths[wording === firstWording[entry] ? QUESTION : PHRASINGS]![entry]! += counts[i]!
  }
  return { entryOf, firstWording, lengths, ...wordingsOf(pack.inWordings, entryOf.length), grams: termGrams(pack) }
}

function addLengths(lengths: Uint32Array, { documents, counts }: Postings): void {
  for (let i = 0; i < documents.length; i++) lengths[documents[i]!]! += counts[i]!
}

/** The postings turned round: for each wording its terms. */
function wordingsOf({ starts, documents }: Postings, count: number): Pick<Segment, 'wordingStarts' | 'wordingTerms'> {
  const wordingStarts = new Uint32Array(count + 1)
  for (let i = 0; i < documents.length; i++) wordingStarts[documents[i]! + 1]!++
  for (let wording = 0; wording < count; wording++) wordingStarts[wording + 1]! += wordingStarts[wording]!
  const next = wordingStarts.slice()
  const wordingTerms = new Uint32Array(documents.length)
  for (let term = 0; term + 1 < starts.length; term++) {
    for (let i = starts[term]!; i < starts[term + 1]!; i++) wordingTerms[next[documents[i]!]!++] = term
  }
  return { wordingStarts, wordingTerms }
}

function termGrams({ terms, inWordings: { starts } }: Pack): TermGrams {
  const numbers = new Map<number, number>()
  const sizes: number[] = []
  const gramOf: number[] = []
  const termOf: number[] = []
  for (let term = 0; term < terms.length; term++) {
    if (starts[term + 1] === starts[term]) continue
    const grams = gramsOf(terms[term]!)
    for (let i = 0; i < grams.length; i++) {
      let known = numbers.get(grams[i]!)
      if (known === undefined) {
        numbers.set(grams[i]!, (known = sizes.length))
        sizes.push(0)
      }
      sizes[known]!++
      gramOf.push(known)
      termOf.push(term)
    }
  }
  const gramStarts = new Uint32Array(sizes.length + 1)
  for (let gram = 0; gram < sizes.length; gram++) gramStarts[gram + 1] = gramStarts[gram]! + sizes[gram]!
  const next = gramStarts.slice()
  const gramTerms = new Uint32Array(termOf.length)
  for (let i = 0; i < termOf.length; i++) gramTerms[next[gramOf[i]!]!++] = termOf[i]!
  return { numbers, starts: gramStarts, terms: gramTerms }
}
