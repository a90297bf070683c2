// The terms of a pack, and which of them a typed word may stand for: itself, what it is the beginning of, what it is a
// misspelling of.
import { fieldNames, forEachWeight, type Pack } from './pack.ts'
import { isCjk, stem } from './text.ts'

const PREFIX_TERMS = 64
const PREFIX_WEIGHT = 0.6
const FUZZY_WEIGHT = 0.5
/** What English stems lose: an unfinished "activati" is on the way to "activation", which is indexed as "activ". */
const ENDINGS = (
  'e s ed es er ers ly ing ings ies ity ities ion ions ational ations ization izations ness fulness ousness iveness ively ' +
  'ator ators icate ative alize ical ically ement ements ance ences able ible ably ally ously antly ently ilities'
).split(' ')
const FUZZY_LETTERS = 4
const FUZZY_TWICE_LETTERS = 8
/** Words that only carry a question. A small knowledge base may not have them, and then they would count as rare. */
const CARRIERS = new Set(
  (
    'a am an and any are at be by can could did do does for from get got had has have how i if in is it its me my of on or our ' +
    'should some that the their there they this to was we were what when where which who why will with would you your'
  ).split(' '),
)
const UNKNOWN_CARRIER = 0.1
/** A pair unknown to the index is often only the seam between two words, so it says less than an unknown word does. */
const UNKNOWN_PAIR = 0.35

export interface AskedWord {
  /** How much the word says: its inverse document frequency. */
  readonly weight: number
  /** Numbers of the index terms that it may stand for, with how well each does, 0 to 1. */
  readonly meanings: ReadonlyMap<number, number>
}

/** The sorted terms of a pack and in how many entries each stands. */
export class Vocabulary {
  readonly #terms: readonly string[]
  readonly #frequencies: Uint32Array
  readonly #entries: number

  constructor(pack: Pack) {
    this.#terms = pack.terms
    this.#entries = pack.entries.length
    this.#frequencies = documentFrequencies(pack)
  }

  /** The number of a term, or -1. */
  find(term: string): number {
    const place = this.#firstFrom(term)
    return this.#terms[place] === term ? place : -1
  }

  understand(word: string, unfinished: boolean): AskedWord {
    const meanings = new Map<number, number>()
    const exact = this.find(stem(word))
    if (exact >= 0) meanings.set(exact, 1)
    if (unfinished || (isCjk(word) && [...word].length === 1)) {
      for (const term of this.#startingWith(word)) if (term !== exact) meanings.set(term, PREFIX_WEIGHT)
    }
    if (meanings.size === 0 && !isCjk(word)) {
      for (const term of this.#near(word)) meanings.set(term, FUZZY_WEIGHT)
    }
    return { weight: this.#weightOf(word, exact, meanings), meanings }
  }

  #weightOf(word: string, exact: number, meanings: ReadonlyMap<number, number>): number {
    if (meanings.size === 0) {
      return this.#rarity(0) * (isCjk(word) ? UNKNOWN_PAIR : CARRIERS.has(word) ? UNKNOWN_CARRIER : 1)
    }
    const known = exact >= 0 ? [exact] : [...meanings.keys()]
    return this.#rarity(Math.max(...known.map((term) => this.#frequencies[term]!)))
  }

  /** Inverse document frequency as lunr has it. */
  #rarity(frequency: number): number {
    return Math.log(1 + Math.abs((this.#entries - frequency + 0.5) / (frequency + 0.5)))
  }

  /** Terms that the unfinished word may become: those that begin with it, else those that lack an ending on the way. */
  #startingWith(word: string): number[] {
    const found: number[] = []
    for (let i = this.#firstFrom(word); this.#terms[i]?.startsWith(word) && found.length < PREFIX_TERMS; i++) {
      found.push(i)
    }
    return found.length > 0 ? found : this.#withEnding(word)
  }

  #withEnding(word: string): number[] {
    const found = new Set<number>()
    for (const ending of ENDINGS) {
      for (let typed = 0; typed < ending.length; typed++) {
        if (word.endsWith(ending.slice(0, typed))) found.add(this.find(stem(word + ending.slice(typed))))
      }
    }
    found.delete(-1)
    return [...found]
  }

  /** Terms that the word is a misspelling of: of the term itself, or of the term with the ending that its stem lost. */
  #near(word: string): number[] {
    const stemmed = stem(word)
    if (stemmed.length < FUZZY_LETTERS || /\d/.test(word)) return []
    const most = stemmed.length >= FUZZY_TWICE_LETTERS ? 2 : 1
    const isNear = (term: string) =>
      Math.abs(term.length - stemmed.length) <= most && !isCjk(term) && editDistance(stemmed, term, most) <= most
    const found: number[] = []
    this.#terms.forEach((term, i) => {
      if (isNear(term) || isMisspelled(word, term)) found.push(i)
    })
    return found
  }

  #firstFrom(beginning: string): number {
    let low = 0
    let high = this.#terms.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#terms[middle]! < beginning) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** True when the word is a form of the term ("location" of "locat") but for one letter, which is not the first. */
function isMisspelled(word: string, term: string): boolean {
  if (term[0] !== word[0] || term.length < FUZZY_LETTERS || term.length > word.length + 1) return false
  if (editDistance(word.slice(0, term.length), term, 2) > 2) return false // saves trying every ending
  return ['', ...ENDINGS].some((ending) => {
    const form = term + ending
    return Math.abs(form.length - word.length) <= 1 && editDistance(word, form, 1) <= 1
  })
}

/** Optimal string alignment distance (insert, delete, replace, swap neighbours), given up on beyond `most`. */
export function editDistance(a: string, b: string, most: number): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      let least = Math.min(replaced, previous[j]! + 1, row[j - 1]! + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1)
      row.push(least)
    }
    if (Math.min(...row) > most) return most + 1
    before = previous
    previous = row
  }
  return previous[b.length]!
}

function documentFrequencies(pack: Pack): Uint32Array {
  const frequencies = new Uint32Array(pack.terms.length)
  const lastEntry = new Int32Array(pack.terms.length).fill(-1)
  pack.entries.forEach((_, entry) => {
    for (const field of fieldNames) {
      forEachWeight(pack.fields[field][entry]!, (term) => {
        if (lastEntry[term] !== entry) frequencies[term]!++
        lastEntry[term] = entry
      })
    }
  })
  return frequencies
}
