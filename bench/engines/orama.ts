// Orama with titles boosted; for Chinese with its own Mandarin tokenizer.
import { create, insertMultiple, search } from '@orama/orama'
import { createTokenizer } from '@orama/tokenizers/mandarin'
import type { Entry } from '../data.ts'
import { type Engine, isChinese, MOST } from '../engine.ts'
import { documentOf } from './document.ts'

export const engine: Engine = {
  name: 'orama',
  async build(locale, entries) {
    const index = await oramaIndex(locale, entries)
    return {
      async search(text) {
        const { hits } = await search(index, { term: text, limit: MOST, boost: { question: 5, phrasings: 5 } })
        return hits.map(({ id, score }) => ({ id, score }))
      },
    }
  },
}

export async function oramaIndex(locale: string, entries: readonly Entry[]) {
  const index = create({
    schema: { question: 'string', phrasings: 'string', tags: 'string', answer: 'string' } as const,
    ...(isChinese(locale) ? { components: { tokenizer: createTokenizer() } } : {}),
  })
  await insertMultiple(
    index,
    entries.map((entry) => ({ ...documentOf(entry) })),
  )
  return index
}
