// lunr with a tokenizer of one's own for Chinese: characters and pairs of them, no stemming.
import lunr from 'lunr'
import type { Entry } from '../data.ts'
import { type Engine, isChinese } from '../engine.ts'
import { charactersAndPairs } from './cjk.ts'
import { hits, lunrIndex } from './lunr.ts'

export const engine: Engine = {
  name: 'lunr-pairs',
  speaks: isChinese,
  build(_locale, entries) {
    const index = lunrPairsIndex(entries)
    return {
      search: (text) =>
        hits(() =>
          index.query((query) => {
            for (const term of charactersAndPairs(text)) query.term(term, {})
          }),
        ),
    }
  },
}

export function lunrPairsIndex(entries: readonly Entry[]): lunr.Index {
  return lunrIndex(entries, (builder) => {
    builder.tokenizer = tokenize as typeof lunr.tokenizer
    builder.pipeline.reset()
    builder.searchPipeline.reset()
  })
}

function tokenize(text: string | null | undefined): lunr.Token[] {
  return charactersAndPairs(text ?? '').map((term) => new lunr.Token(term, {}))
}
