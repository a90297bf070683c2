// MiniSearch with a tokenizer of one's own for Chinese.
import { type Engine, isChinese } from '../engine.ts'
import { pairs } from './cjk.ts'
import { miniIndex, miniSearcher } from './minisearch.ts'

export const engine: Engine = {
  name: 'minisearch-pairs',
  speaks: isChinese,
  build: (_locale, entries) => miniSearcher(miniIndex(entries, { tokenize: pairs })),
}
