// Questions as people type them in a hurry: about one wrong key each. Always the same ones for the same question.
import { hashOf, pick, randomFrom } from './random.ts'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
/** Long words, or Chinese characters, for one typo. It makes lunr and MiniSearch lose what relevance.md says they lose. */
const UNITS_PER_TYPO = 6
const HAN = /\p{Script=Han}/u

/** `text` with at least one typo in its longer words, or in its Chinese characters: `han` is what to mistake them for. */
export function withTypos(text: string, han: readonly string[]): string {
  const random = randomFrom(hashOf(text))
  return HAN.test(text) ? damageHan(text, random, han) : damageWords(text, random)
}

/** The Chinese characters of texts, as often as they come. */
export function hanOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => [...text].filter((character) => HAN.test(character)))
}

function damageWords(text: string, random: () => number): string {
  const words = [...text.matchAll(/[a-z]{4,}/gi)]
  const chosen = new Set<number>()
  while (words.length > 0 && chosen.size < typosFor(words.length)) chosen.add(pick(random, words.length))
  let damaged = text
  // from the end, so that the places of the others stay right
  for (const i of [...chosen].sort((a, b) => b - a)) {
    const [word] = words[i] as RegExpExecArray
    const start = (words[i] as RegExpExecArray).index
    damaged = damaged.slice(0, start) + damageWord(word, random) + damaged.slice(start + word.length)
  }
  return damaged
}

function damageWord(word: string, random: () => number): string {
  const kind = pick(random, 4)
  const place = pick(random, word.length)
  const letter = LETTERS[pick(random, LETTERS.length)] as string
  if (kind === 0) return word.slice(0, place) + letter + word.slice(place)
  if (kind === 1) return word.slice(0, place) + word.slice(place + 1)
  if (kind === 2) return word.slice(0, place) + letter + word.slice(place + 1)
  return swapped([...word], place).join('')
}

function damageHan(text: string, random: () => number, han: readonly string[]): string {
  let characters = [...text]
  for (let typos = typosFor(hanOf([text]).length); typos > 0; typos--) {
    const places = characters.flatMap((character, i) => (HAN.test(character) ? [i] : []))
    if (places.length === 0) break
    const place = places[pick(random, places.length)] as number
    const kind = pick(random, 3)
    const replacement = kind === 0 && han.length > 0 ? [han[pick(random, han.length)] as string] : []
    characters = kind === 2 ? swapped(characters, place) : characters.toSpliced(place, 1, ...replacement)
  }
  return characters.join('')
}

function swapped(characters: readonly string[], place: number): string[] {
  const first = Math.max(0, Math.min(place, characters.length - 2))
  const [a = '', b = ''] = characters.slice(first)
  return characters.toSpliced(first, 2, b, a)
}

function typosFor(units: number): number {
  return Math.max(1, Math.round(units / UNITS_PER_TYPO))
}
