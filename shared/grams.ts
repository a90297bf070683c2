// Letter groups: what two words share although they are not the same. A misspelling, a compound or another form of a word
// has most of its three-letter groups in common with it; a pair of Chinese characters is taken apart into its characters.
import { isCjk } from './text.ts'

const UNIT = 0x10000

/** The letter groups of a term, each once, as numbers: no two groups have the same. */
export function gramsOf(term: string): number[] {
  const grams: number[] = []
  if (isCjk(term)) {
    for (const character of term) addOnce(grams, -character.codePointAt(0)!) // can't meet a group of letters
    return grams
  }
  const marked = ` ${term} `
  for (let i = 0; i + 2 < marked.length; i++) {
    addOnce(grams, (marked.charCodeAt(i) * UNIT + marked.charCodeAt(i + 1)) * UNIT + marked.charCodeAt(i + 2))
  }
  return grams
}

/** Terms are short: looking through their groups is quicker than a set. */
function addOnce(grams: number[], gram: number): void {
  if (!grams.includes(gram)) grams.push(gram)
}
