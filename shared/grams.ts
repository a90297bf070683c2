// Letter groups: what two words share although they are not the same. A misspelling, a compound or another form of a word
// has most of its three-letter groups in common with it; a pair of Chinese characters is taken apart into its characters.
import { isCjk } from './text.ts'

const UNIT = 0x10000

/** The letter groups of a term, each once, as numbers: no two groups have the same. */
export function gramsOf(term: string): Set<number> {
  const grams = new Set<number>()
  if (isCjk(term)) {
    for (const character of term) grams.add(-character.codePointAt(0)!) // can't meet a group of letters
    return grams
  }
  const marked = ` ${term} `
  for (let i = 0; i + 2 < marked.length; i++) {
    grams.add((marked.charCodeAt(i) * UNIT + marked.charCodeAt(i + 1)) * UNIT + marked.charCodeAt(i + 2))
  }
  return grams
}
