// Text as the search engine and the grouping see it. The same terms on the server and in the browser, or nothing is found.
import lunr from 'lunr'
import { normalize } from './normalize.ts'

/** What differs from language to language. */
export interface Language {
  /** What a lower-case word of Latin letters is indexed as, accents dropped. */
  readonly stem: (word: string) => string
  /** Characters that are one word written in two ways, as one of them: traditional as simplified, say. */
  readonly fold: ReadonlyMap<string, string>
}

/** A word of a text, or a pair of Chinese, Japanese or Korean characters. */
export interface Token {
  /** As typed, but for case, width and accents. */
  readonly word: string
  /** As indexed and looked up. */
  readonly term: string
  /** Where it stands, in the text as `normalize` leaves it. */
  readonly start: number
  readonly end: number
}

/** The long vowel mark ー belongs to no script of its own, but stands in the middle of Japanese words. */
const CJK_CLASS = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}ー]'
const CJK = new RegExp(CJK_CLASS, 'u')
const LETTERS = `(?!${CJK_CLASS})[\\p{L}\\p{N}](?:(?!${CJK_CLASS})[\\p{L}\\p{N}\\p{M}])*`
/** Chinese goes on right after a Latin word or a number ("iPhone手机", "2024年"): each script is a run of its own. */
const RUN = new RegExp(`${CJK_CLASS}+|${LETTERS}(?:[-_./]${LETTERS})*`, 'gu')
const PART = new RegExp(LETTERS, 'gu')
const LATIN = /^[\p{Script=Latin}\p{M}]+$/u
const CODE_LETTERS = 32
const TRIGRAM = 3

/** True for text in a script that writes words without spaces between them. */
export function isCjk(text: string): boolean {
  return CJK.test(text)
}

export const english: Language = { stem: englishStem, fold: new Map() }

/**
 * The words of a normalised text in order. Runs of Chinese, Japanese and Korean come as overlapping pairs of characters;
 * codes and numbers with separators ("e-404", "17.2", "b2b") as a whole and in parts.
 */
export function tokens(normal: string, language: Language = english): Token[] {
  const found: Token[] = []
  for (const { 0: run, index } of folded(normal, language).matchAll(RUN)) {
    if (isCjk(run)) addPairs(found, run, index)
    else if (/\p{N}/u.test(run)) addCode(found, run, index, language)
    else for (const part of run.matchAll(PART)) addWord(found, part[0], index + part.index, language)
  }
  return found
}

/** The words of a text in order, not stemmed. */
export function words(text: string, language?: Language): string[] {
  return tokens(normalize(text), language).map(({ word }) => word)
}

/** What is indexed and looked up: each word's stem, each pair as it is. */
export function terms(text: string, language?: Language): string[] {
  return tokens(normalize(text), language).map(({ term }) => term)
}

/** "café" and "cafe" meet: accents of Latin letters are dropped. */
export function withoutAccents(word: string): string {
  if (/^[a-z0-9]*$/.test(word)) return word
  return word
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
}

/**
 * How alike two questions are, 0 (nothing shared) to 1 (the same terms): the mean of the cosines
 * of their term sets and of their character trigrams, so that typos and inflections still count.
 */
export function likeness(a: string, b: string): number {
  return (cosine(new Set(terms(a)), new Set(terms(b))) + cosine(trigrams(a), trigrams(b))) / 2
}

function englishStem(word: string): string {
  const plain = withoutAccents(word)
  return /^[a-z]+$/.test(plain) ? lunr.stemmer(new lunr.Token(plain, {})).toString() : plain
}

function folded(normal: string, { fold }: Language): string {
  return fold.size === 0 ? normal : normal.replace(/\p{Script=Han}/gu, (character) => fold.get(character) ?? character)
}

function addPairs(found: Token[], run: string, start: number): void {
  const characters = [...run]
  let at = start
  characters.forEach((character, i) => {
    const next = characters[i + 1]
    const pair = next ? character + next : character
    if (next || i === 0) found.push({ word: pair, term: pair, start: at, end: at + pair.length })
    at += character.length
  })
}

function addWord(found: Token[], word: string, start: number, language: Language): void {
  const term = LATIN.test(word) ? language.stem(word) : withoutAccents(word)
  found.push({ word: withoutAccents(word), term, start, end: start + word.length })
}

/** A code is found by itself however it is separated, and by any of its parts that says something on its own. */
function addCode(found: Token[], run: string, index: number, language: Language): void {
  const whole = withoutAccents(run.replace(/(?<!\p{N})\.|\.(?!\p{N})|[-_/]/gu, ''))
  const first = found.length
  for (const part of run.matchAll(PART)) {
    const start = index + part.index
    const pieces = [...part[0].matchAll(/\p{N}+|[^\p{N}]+/gu)].filter(({ 0: piece }) => piece.length > 1)
    if (part[0].length > 1 || part[0] === run) addWord(found, part[0], start, language)
    if (pieces.length > 0 && pieces[0]![0] !== part[0]) {
      for (const piece of pieces) addWord(found, piece[0], start + piece.index, language)
    }
  }
  const isThere = found.slice(first).some(({ term }) => term === whole)
  if (!isThere && whole.length <= CODE_LETTERS) {
    found.push({ word: whole, term: whole, start: index, end: index + run.length })
  }
}

function trigrams(text: string): Set<string> {
  const characters = [...` ${words(text).join(' ')} `]
  const found = new Set<string>()
  for (let i = 0; i + TRIGRAM <= characters.length; i++) found.add(characters.slice(i, i + TRIGRAM).join(''))
  return found
}

function cosine(a: Set<string>, b: Set<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let shared = 0
  for (const item of a) if (b.has(item)) shared++
  return shared / Math.sqrt(a.size * b.size)
}
