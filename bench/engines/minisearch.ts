// MiniSearch as its guide shows it: titles boosted, beginnings and misspellings of longer words.
import MiniSearch, { type Options, type SearchOptions } from 'minisearch'
import type { Entry } from '../data.ts'
import { type Engine, MOST, type Searcher } from '../engine.ts'
import { type Document, documentOf, fields } from './document.ts'

export const engine: Engine = {
  name: 'minisearch',
  build: (_locale, entries) => miniSearcher(miniIndex(entries)),
}

export function miniOptions(options: Partial<Options<Document>> = {}): Options<Document> {
  return { fields: [...fields], ...options }
}

export function miniIndex(entries: readonly Entry[], options?: Partial<Options<Document>>): MiniSearch<Document> {
  const index = new MiniSearch(miniOptions(options))
  index.addAll(entries.map(documentOf))
  return index
}

export function miniSearcher(index: MiniSearch<Document>): Searcher {
  const isLong = (word: string) => word.length > 3
  const found = (text: string, prefix: NonNullable<SearchOptions['prefix']>) =>
    index
      .search(text, { boost: { question: 5, phrasings: 5 }, prefix, fuzzy: (word) => (isLong(word) ? 0.2 : false) })
      .slice(0, MOST)
      .map(({ id, score }) => ({ id: id as string, score }))
  return {
    search: (text) => found(text, isLong),
    type: (text) => found(text, (word, i, words) => isLong(word) || i === words.length - 1),
  }
}
