// FlexSearch with an encoder of one's own for Chinese.
import { type Engine, isChinese } from '../engine.ts'
import { pairs } from './cjk.ts'
import { flexSearcher } from './flexsearch.ts'

export const engine: Engine = {
  name: 'flexsearch-pairs',
  speaks: isChinese,
  build: (_locale, entries) => flexSearcher(entries, pairs),
}
