// lunr as users configure it: titles boosted, and the three clauses a word that lunr's own guide shows for searching as
// one types: exact, beginning, one edit. Its pipeline as it is, so punctuation in a question stays.
import lunr from 'lunr'
import type { Entry } from '../data.ts'
import { type Engine, type Found, MOST } from '../engine.ts'
import { documentOf } from './document.ts'

export const engine: Engine = {
  name: 'lunr',
  build(_locale, entries) {
    const index = lunrIndex(entries)
    return { search: (text) => lunrSearch(index, text) }
  },
}

export function lunrIndex(
  entries: readonly Entry[],
  configure: (builder: lunr.Builder) => void = () => {},
): lunr.Index {
  return lunr((builder) => {
    configure(builder)
    builder.ref('id')
    builder.field('question', { boost: 10 })
    builder.field('phrasings', { boost: 10 })
    builder.field('tags')
    builder.field('answer')
    for (const entry of entries) builder.add(documentOf(entry))
  })
}

export function lunrSearch(index: lunr.Index, text: string): Found[] {
  return hits(() =>
    index.query((query) => {
      for (const token of lunr.tokenizer(text)) {
        const word = token.toString()
        if (word === '') continue
        query.term(word, { boost: 100 })
        query.term(word, { boost: 10, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING })
        query.term(word, { boost: 1, usePipeline: false, editDistance: 1 })
      }
    }),
  )
}

/** lunr throws at some words (its term automaton confuses labels that are digits): then it finds nothing. */
export function hits(search: () => lunr.Index.Result[]): Found[] {
  try {
    return search()
      .slice(0, MOST)
      .map(({ ref, score }) => ({ id: ref, score }))
  } catch {
    return [] // what the customer would see
  }
}
