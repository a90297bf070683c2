// The words of a site that its search must know of, as people write them down: a line for each, as search engines have
// long read them (Solr's synonym format). `#` begins a comment.
import type { Synonym } from '../../shared/pack.ts'
import { Refusal } from './refusal.ts'

/**
 * `a, b, c`: each stands for the others. `a, b => c, d`: who says a or b means c and d too, not the other way round.
 * Refuses a line that says nothing, by its number.
 */
export function parseSynonyms(text: string): Synonym[] {
  return lines(text).flatMap(({ line, number }) => {
    const [left = '', right, more] = line.split('=>')
    const [from, to] = [wordsOf(left), right === undefined ? undefined : wordsOf(right)]
    const isWrong = more !== undefined || from.length === 0 || to?.length === 0 || (!to && from.length < 2)
    if (isWrong) {
      throw new Refusal('invalid', `Line ${number} of the synonyms is not like "sim card, esim" or "mobile => phone".`)
    }
    const pairs = from.flatMap((a) => (to ?? from).map((b): Synonym => ({ from: a, to: b })))
    return pairs.filter((pair) => pair.from !== pair.to)
  })
}

/** Words by line or by comma. */
export function parseWords(text: string): string[] {
  return [...new Set(lines(text).flatMap(({ line }) => wordsOf(line)))]
}

function lines(text: string): { line: string; number: number }[] {
  const all = text.split(/\r?\n/).map((line, i) => ({ line: line.replace(/#.*/, '').trim(), number: i + 1 }))
  return all.filter(({ line }) => line !== '')
}

function wordsOf(text: string): string[] {
  return text
    .split(/[,，]/)
    .map((word) => word.trim())
    .filter(Boolean)
}
