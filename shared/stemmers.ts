// The stemmers of lunr and lunr-languages by locale. Each language comes as a file of its own, loaded with the first
// knowledge that is written in it.
import lunr from 'lunr'
import { english, withoutAccents } from './text.ts'

export type Stem = (word: string) => string

type Plugin = (engine: typeof lunr) => void
type WithStemmers = typeof lunr & Readonly<Record<string, { readonly stemmer: lunr.PipelineFunction }>>

const plugins: Readonly<Record<string, () => Promise<{ default: Plugin }>>> = {
  de: () => import('lunr-languages/lunr.de.js'),
  es: () => import('lunr-languages/lunr.es.js'),
  fr: () => import('lunr-languages/lunr.fr.js'),
  it: () => import('lunr-languages/lunr.it.js'),
  nl: () => import('lunr-languages/lunr.nl.js'),
  pt: () => import('lunr-languages/lunr.pt.js'),
}

const loaded = new Map<string, Promise<Stem>>()

/** The stem of a word as the locale's language has it; English words are stemmed in texts of all other languages. */
export function loadStemmer(locale: string): Promise<Stem> {
  const language = locale.toLowerCase().split('-')[0]!
  const load = Object.hasOwn(plugins, language) ? plugins[language] : undefined
  if (!load) return Promise.resolve(english.stem)
  const stemmer = loaded.get(language) ?? loadPlugin(language, load)
  loaded.set(language, stemmer)
  stemmer.catch(() => loaded.delete(language)) // no network: the next one may have more luck
  return stemmer
}

async function loadPlugin(language: string, load: () => Promise<{ default: Plugin }>): Promise<Stem> {
  const [support, plugin] = await Promise.all([import('lunr-languages/lunr.stemmer.support.js'), load()])
  for (const { default: extend } of [support, plugin]) extend(lunr)
  const { stemmer } = (lunr as WithStemmers)[language]!
  return (word) => withoutAccents(String(stemmer(new lunr.Token(word, {}), 0, [])))
}
