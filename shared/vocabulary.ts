// What a typed word may stand for among the terms of the knowledge: itself, what it is the beginning of, what it is a
// misspelling of, what the site's synonyms say.
import { editDistance } from './edit-distance.ts'
import type { Segment } from './segment.ts'
import { isCjk, type Language, terms as termsOf, type Token } from './text.ts'

/** An index term that a word may stand for. */
export interface Meaning {
  readonly term: string
  /** How well it does, 0 to 1. */
  readonly fit: number
}

export interface AskedWord {
  readonly word: string
  readonly term: string
  /** How much the word says: its inverse document frequency, less for words that only carry a question. */
  readonly weight: number
  readonly isCarrier: boolean
  /** Still being typed. */
  readonly isUnfinished: boolean
  /** Unknown, but like words that are known. */
  readonly isMisspelled: boolean
  readonly meanings: readonly Meaning[]
}

const PREFIX_FIT = 0.6
const FUZZY_FIT = 0.7
const SYNONYM_FIT = 0.8
/** Of what a beginning may become, the terms that stand in most entries, as long as they are not too many together. */
const PREFIX_TERMS = 32
const PREFIX_ENTRIES = 1000
/** So many are gathered before all but the most frequent are dropped. */
const PREFIX_ROOM = 4 * PREFIX_TERMS
/** How many terms a beginning is looked for among: enough for any two letters of a language. */
const PREFIX_LOOK = 4096
/** A stem that the typed word goes beyond: "activati" on the way to "activation", indexed as "activ". */
const LOST_ENDING = 0.5
const FUZZY_LETTERS = 4
const FUZZY_TWICE_LETTERS = 8
/** What stems may lack of the words that people misspell. */
const LOST_LETTERS = 4
const CARRIER = 0.1
/** A pair unknown to the index is often only the seam between two words, so it says less than an unknown word does. */
const UNKNOWN_PAIR = 0.4
/** Pasted texts are cut: what is asked stands at the beginning. */
const MOST_WORDS = 48

/** Understands questions with the terms of some segments. */
export class Vocabulary {
  readonly #segments: readonly Segment[]
  readonly #entries: number
  readonly #carriers: ReadonlySet<string>
  readonly #synonyms: readonly (readonly [from: readonly string[], to: readonly string[]])[]
  /** The finished words of the last question, as they were understood: of the next one they are often the beginning. */
  #finished = new Map<string, AskedWord>()

  constructor(segments: readonly Segment[], language: Language) {
    this.#segments = segments
    this.#entries = segments.reduce((sum, { alive }) => sum + alive, 0)
    const { carriers, synonyms } = segments[0]!.pack.lexicon
    this.#carriers = new Set(carriers)
    this.#synonyms = synonyms.map(({ from, to }) => [termsOf(from, language), termsOf(to, language)] as const)
  }

  /** The distinct words of a question. A finished word that was in the last one, too, is the very same object. */
  understand(tokens: readonly Token[], typing: boolean): AskedWord[] {
    const last = tokens.at(-1)
    // one letter says nothing beside other words
    const isJustBegun = typing && tokens.length > 1 && last!.word.length === 1 && !isCjk(last!.word)
    const distinct = new Map((isJustBegun ? tokens.slice(0, -1) : tokens).map((token) => [token.term, token]))
    const finished = new Map<string, AskedWord>()
    const asked = [...distinct.values()].slice(0, MOST_WORDS).map((token) => {
      if (typing && token.term === last?.term) return this.#understandWord(token, true)
      const key = `${token.word} ${token.term}`
      const word = this.#finished.get(key) ?? this.#understandWord(token, false)
      finished.set(key, word)
      return word
    })
    this.#finished = finished
    return this.#withSynonyms(asked)
  }

  /** Inverse document frequency of a term over all segments, less for carriers. */
  weightOf(term: string, entriesWith: number): number {
    const rest = this.#entries - entriesWith
    return Math.log(1 + (rest + 0.5) / (entriesWith + 0.5)) * (this.#carriers.has(term) ? CARRIER : 1)
  }

  /** What the words weigh together, in words that are unknown here: those weigh most. */
  substanceOf(asked: readonly AskedWord[]): number {
    return asked.reduce((sum, { weight }) => sum + weight, 0) / Math.log(1 + (this.#entries + 0.5) / 0.5)
  }

  #understandWord({ word, term }: Token, isUnfinished: boolean): AskedWord {
    const isCarrier = this.#carriers.has(term)
    const known = this.#entriesWith(term)
    const meanings: Meaning[] = known > 0 ? [{ term, fit: 1 }] : []
    const isBeginning = isUnfinished || (isCjk(word) && [...word].length === 1)
    if (isBeginning) meanings.push(...this.#startingWith(word, term))
    const near = meanings.length === 0 && !isCjk(word) ? this.#near(word, term) : []
    meanings.push(...near)
    const entriesWith = known || Math.min(this.#entries, this.#sum(meanings))
    const seam = meanings.length === 0 && isCjk(word) ? UNKNOWN_PAIR : 1
    const weight = this.weightOf(term, entriesWith) * seam
    return { word, term, weight, isCarrier, isUnfinished, isMisspelled: near.length > 0, meanings }
  }

  #entriesWith(term: string): number {
    let sum = 0
    for (const segment of this.#segments) {
      const place = segment.find(term)
      if (place >= 0) sum += segment.entriesWith[place]!
    }
    return sum
  }

  #sum(meanings: readonly Meaning[]): number {
    return meanings.reduce((sum, { term }) => sum + this.#entriesWith(term), 0)
  }

  /** Terms that the unfinished word may become: those that begin with it, else the longest that it begins with. */
  #startingWith(word: string, exact: string): Meaning[] {
    const most = this.#mostFrequent(word, exact)
    let room = PREFIX_ENTRIES
    const fitting = most.filter(({ entries }, i) => i === 0 || (room -= entries) > 0)
    if (fitting.length > 0) return fitting.map(({ term }) => ({ term, fit: PREFIX_FIT }))
    for (let length = word.length - 1; length >= Math.max(3, LOST_ENDING * word.length); length--) {
      const term = word.slice(0, length)
      if (term !== exact && this.#entriesWith(term) > 0) return [{ term, fit: PREFIX_FIT }]
    }
    return []
  }

  /** The terms with a beginning that stand in most entries; of equals, the first by letters. */
  #mostFrequent(beginning: string, but: string): Frequent[] {
    const [base, ...others] = this.#segments
    const more = new Map<number, number>()
    let found: Frequent[] = []
    let least = 1
    const offer = (term: string, entries: number) => {
      if (entries < least || term === but) return
      found.push({ term, entries })
      if (found.length < PREFIX_ROOM) return
      found = found.sort(byFrequency).slice(0, PREFIX_TERMS)
      least = found.at(-1)!.entries
    }
    for (const { first, end, segment } of others.map((other) => rangeOf(other, beginning))) {
      for (let i = first; i < end; i++) {
        const term = segment.pack.terms[i]!
        const place = base!.find(term)
        if (place < 0) offer(term, segment.entriesWith[i]!)
        else more.set(place, (more.get(place) ?? 0) + segment.entriesWith[i]!)
      }
    }
    const { first, end } = rangeOf(base!, beginning)
    for (let i = first; i < end; i++) {
      const entries = base!.entriesWith[i]! + (more.get(i) ?? 0)
      if (entries >= least) offer(base!.pack.terms[i]!, entries)
    }
    return found.sort(byFrequency).slice(0, PREFIX_TERMS)
  }

  /** Terms that the word is a misspelling of: of the term itself, or of the term with the ending that its stem lost. */
  #near(word: string, stemmed: string): Meaning[] {
    if (stemmed.length < FUZZY_LETTERS || /\d/.test(word)) return []
    const most = stemmed.length >= FUZZY_TWICE_LETTERS ? 2 : 1
    const found = new Map<string, Meaning>()
    for (const segment of this.#segments) {
      const { terms } = segment.pack
      for (let i = segment.firstFrom(word[0]!); terms[i]?.[0] === word[0]; i++) {
        const term = terms[i]!
        if (segment.entriesWith[i]! > 0 && isMisspelled(word, stemmed, term, most)) {
          found.set(term, { term, fit: FUZZY_FIT })
        }
      }
    }
    return [...found.values()]
  }

  /** What a synonym leads to stands for the words that it is said for; its further words are asked as well. */
  #withSynonyms(asked: readonly AskedWord[]): AskedWord[] {
    let words = [...asked]
    for (const [from, to] of this.#synonyms) {
      const place = asked.findIndex((_, i) => from.length > 0 && from.every((term, k) => asked[i + k]?.term === term))
      if (place < 0) continue
      to.forEach((term, i) => {
        if (this.#entriesWith(term) === 0) return
        const meaning = { term, fit: SYNONYM_FIT }
        if (i < from.length) {
          const at = place + i
          words = words.map((word, k) => (k === at ? { ...word, meanings: [...word.meanings, meaning] } : word))
        } else if (!words.some((word) => word.term === term)) {
          const weight = this.weightOf(term, this.#entriesWith(term))
          words.push({
            word: term,
            term,
            weight,
            ...{ isCarrier: false, isUnfinished: false, isMisspelled: false },
            meanings: [meaning],
          })
        }
      })
    }
    return words
  }
}

interface Frequent {
  readonly term: string
  /** In how many entries. */
  readonly entries: number
}

function byFrequency(a: Frequent, b: Frequent): number {
  return b.entries - a.entries || (a.term < b.term ? -1 : 1)
}

/** The numbers of the terms with a beginning: of the first ones, where they are very many. */
function rangeOf(segment: Segment, beginning: string): { segment: Segment; first: number; end: number } {
  const first = segment.firstFrom(beginning)
  return { segment, first, end: Math.min(segment.firstFrom(`${beginning}\uffff`), first + PREFIX_LOOK) }
}

/** True when the word, or its beginning of about the term's length, is the term but for a slip or two. */
function isMisspelled(word: string, stemmed: string, term: string, most: number): boolean {
  if (term.length < FUZZY_LETTERS) return false
  if (Math.abs(term.length - stemmed.length) <= most && editDistance(stemmed, term, most) <= most) return true
  if (word.length <= term.length || word.length - term.length > LOST_LETTERS) return false
  return editDistance(word.slice(0, term.length), term, 1) <= 1
}
