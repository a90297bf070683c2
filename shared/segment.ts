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
    this.dead = Uint8Array.from(pack.entries, ({ id }) => (gone.has(id) ? 1 : 0))
    this.alive = this.dead.reduce((sum, dead) => sum - dead, pack.entries.length)
    const fixed = like ?? layout(pack)
    this.entryOf = fixed.entryOf
    this.firstWording = fixed.firstWording
    this.lengths = fixed.lengths
    this.wordingStarts = fixed.wordingStarts
    this.wordingTerms = fixed.wordingTerms
    this.grams = fixed.grams
    this.gramFrequencies = new Uint32Array(fixed.grams.starts.length - 1)
    this.totals = this.lengths.map((lengths) =>
      lengths.reduce((sum, n, entry) => (this.dead[entry] ? sum : sum + n), 0),
    )
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
    const wordingsWith = new Uint32Array(terms.length)
    const seen = new Int32Array(this.pack.entries.length).fill(-1)
    for (let term = 0; term < terms.length; term++) {
      let [entries, fields] = [0, 0]
      const count = (entry: number): void => {
        fields++
        if (seen[entry] !== term) entries++
        seen[entry] = term
      }
      let phrased = -1
      for (let i = inWordings.starts[term]!; i < inWordings.starts[term + 1]!; i++) {
        const wording = inWordings.documents[i]!
        const entry = this.entryOf[wording]!
        if (this.dead[entry]) continue
        wordingsWith[term]!++
        if (wording === this.firstWording[entry]) count(entry)
        else if (entry !== phrased) count((phrased = entry))
      }
      for (const { starts, documents } of [inTags, inAnswers]) {
        for (let i = starts[term]!; i < starts[term + 1]!; i++) if (!this.dead[documents[i]!]) count(documents[i]!)
      }
      this.entriesWith[term] = entries
      this.fieldsWith[term] = fields
    }
    const { starts, terms: termsOf } = this.grams
    for (let gram = 0; gram + 1 < starts.length; gram++) {
      for (let i = starts[gram]!; i < starts[gram + 1]!; i++) this.gramFrequencies[gram]! += wordingsWith[termsOf[i]!]!
    }
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
  const lengths = Array.from({ length: FIELDS }, () => new Uint32Array(count))
  addLengths(pack.inTags, (entry, n) => (lengths[TAGS]![entry]! += n))
  addLengths(pack.inAnswers, (entry, n) => (lengths[ANSWER]![entry]! += n))
  addLengths(pack.inWordings, (wording, n) => {
    const entry = entryOf[wording]!
    lengths[wording === firstWording[entry] ? QUESTION : PHRASINGS]![entry]! += n
  })
  return { entryOf, firstWording, lengths, ...wordingsOf(pack.inWordings, entryOf.length), grams: termGrams(pack) }
}

function addLengths({ documents, counts }: Postings, add: (document: number, count: number) => void): void {
  for (let i = 0; i < documents.length; i++) add(documents[i]!, counts[i]!)
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
  terms.forEach((term, number) => {
    if (starts[number + 1] === starts[number]) return
    for (const gram of gramsOf(term)) {
      let known = numbers.get(gram)
      if (known === undefined) {
        numbers.set(gram, (known = sizes.length))
        sizes.push(0)
      }
      sizes[known]!++
      gramOf.push(known)
      termOf.push(number)
    }
  })
  const gramStarts = new Uint32Array(sizes.length + 1)
  sizes.forEach((size, gram) => (gramStarts[gram + 1] = gramStarts[gram]! + size))
  const next = gramStarts.slice()
  const gramTerms = new Uint32Array(termOf.length)
  gramOf.forEach((gram, i) => (gramTerms[next[gram]!++] = termOf[i]!))
  return { numbers, starts: gramStarts, terms: gramTerms }
}
