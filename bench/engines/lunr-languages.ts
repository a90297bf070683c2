// lunr with lunr-languages for Chinese, which cuts words with the platform's own dictionary.
import lunr from 'lunr'
import stemmerSupport from 'lunr-languages/lunr.stemmer.support.js'
import chinese from 'lunr-languages/lunr.zh.js'
import { type Engine, isChinese } from '../engine.ts'
import { hits, lunrIndex } from './lunr.ts'

type Language = ((builder: lunr.Builder) => void) & { readonly tokenizer: typeof lunr.tokenizer }

export const engine: Engine = {
  name: 'lunr-languages',
  speaks: isChinese,
  build(_locale, entries) {
    const zh = chineseOf(lunr)
    const index = lunrIndex(entries, (builder) => builder.use(zh))
    return {
      search: (text) =>
        hits(() =>
          index.query((query) => {
            for (const token of zh.tokenizer(text)) query.term(token.toString(), {})
          }),
        ),
    }
  },
}

/** The package adds the language to lunr itself. */
function chineseOf(target: typeof lunr): Language {
  const extended = target as typeof lunr & { zh?: Language }
  if (!extended.zh) {
    ;(stemmerSupport as (lunr: unknown) => void)(target)
    ;(chinese as (lunr: unknown) => void)(target)
  }
  return extended.zh as Language
}
