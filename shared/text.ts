// Text as the search engine and the grouping see it. The same terms on the server and in the browser, or nothing is found.
import lunr from 'lunr'

/** The long vowel mark ー belongs to no script of its own, but stands in the middle of Japanese words. */
const CJK_CLASS = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}ー]'
const CJK = new RegExp(CJK_CLASS, 'u')
/** Chinese goes on right after a Latin word or a number ("iPhone手机", "2024年"): each script is a run of its own. */
const RUN = new RegExp(`${CJK_CLASS}+|(?:(?!${CJK_CLASS})[\\p{L}\\p{N}\\p{M}])+`, 'gu')
const TRIGRAM = 3

/** One comparable writing of a text: full-width folded, lower case, apostrophes inside words dropped. */
export function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(\p{L})['’](?=\p{L})/gu, '$1')
}

/** True for text in a script that writes words without spaces between them. */
export function isCjk(text: string): boolean {
  return CJK.test(text)
}

/** The words of a text in order, not stemmed; runs of Chinese, Japanese and Korean as overlapping pairs of characters. */
export function words(text: string): string[] {
  return [...normalize(text).matchAll(RUN)].flatMap(([run]) => (isCjk(run) ? pairs(run) : [latin(run)]))
}

/** What is indexed and looked up: each word's stem, each pair as it is. */
export function terms(text: string): string[] {
  return words(text).map(stem)
}

/** The English stem of a word; anything else comes back unchanged. */
export function stem(word: string): string {
  return /^[a-z]+$/.test(word) ? lunr.stemmer(new lunr.Token(word, {})).toString() : word
}

/**
 * How alike two questions are, 0 (nothing shared) to 1 (the same terms): the mean of the cosines
 * of their term sets and of their character trigrams, so that typos and inflections still count.
 */
export function likeness(a: string, b: string): number {
  return (cosine(new Set(terms(a)), new Set(terms(b))) + cosine(trigrams(a), trigrams(b))) / 2
}

/** True when `typed` looks like a step on the way to `text` or back from it: one begins with the other. */
export function isSameTyping(typed: string, text: string): boolean {
  const [a, b] = [normalize(typed).trim(), normalize(text).trim()]
  return a.startsWith(b) || b.startsWith(a)
}

function pairs(run: string): string[] {
  const characters = [...run]
  if (characters.length < 2) return characters
  return characters.slice(1).map((character, i) => characters[i] + character)
}

/** "café" and "cafe" meet: accents of Latin letters are dropped. */
function latin(word: string): string {
  return word.normalize('NFD').replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, '')
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
