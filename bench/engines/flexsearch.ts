// FlexSearch over a document's fields, words from their beginning, suggestions on: without them every word must match.
// Its results come field by field, so phrasings stand beside the title or nobody would see what they find. It tells an
// order but no scores: all that is known of an answer is whether there is one.
import { Charset, Document as Index, type EncoderOptions } from 'flexsearch'
import type { Entry } from '../data.ts'
import { type Engine, MOST, type Searcher } from '../engine.ts'
import { documentOf } from './document.ts'

const fields = ['question', 'tags', 'answer']

export const engine: Engine = {
  name: 'flexsearch',
  build: (_locale, entries) => flexSearcher(entries, Charset.LatinBalance),
}

export function flexSearcher(
  entries: readonly Entry[],
  encoder: EncoderOptions | ((text: string) => string[]),
): Searcher {
  const index = flexIndex(entries, encoder)
  return {
    search: (text) =>
      (index.search(text, { limit: MOST, suggest: true, merge: true }) as { id: string }[]).map(({ id }) => ({
        id,
        score: 1,
      })),
  }
}

export function flexIndex(entries: readonly Entry[], encoder: EncoderOptions | ((text: string) => string[])): Index {
  const encode = typeof encoder === 'function' ? { encode: encoder } : { encoder }
  const index = new Index({
    document: { id: 'id', index: fields.map((field) => ({ field, tokenize: 'forward' as const, ...encode })) },
  })
  for (const entry of entries) {
    const { question, phrasings, ...others } = documentOf(entry)
    index.add({ ...others, question: `${question}\n${phrasings}` })
  }
  return index
}
