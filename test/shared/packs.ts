// Packs for tests, from what matters in each.
import { lexiconOf } from '../../server/work/lexicon.ts'
import { buildPack, type Lexicon, type Pack, type PackOptions, type PackSource } from '../../shared/pack.ts'
import { type Knowledge, languageOf, openPack } from '../../shared/search.ts'
import { loadStemmer } from '../../shared/stemmers.ts'
import { english } from '../../shared/text.ts'
import { defaultTuning } from '../../shared/tuning.ts'

export const noLexicon: Lexicon = { carriers: [], protectedWords: [], synonyms: [], folds: '' }

export function sourceOf(question: string, more: Partial<PackSource> = {}): PackSource {
  return { id: question, revision: 1, question, phrasings: [], tags: [], answer: '', ...more }
}

/** A pack of English entries; a string is an entry of that question alone. */
export function packOf(sources: readonly (string | PackSource)[], options: Partial<PackOptions> = {}): Pack {
  const lexicon = options.lexicon ?? noLexicon
  const all = sources.map((source) => (typeof source === 'string' ? sourceOf(source) : source))
  const language = languageOf(lexicon, english.stem)
  return buildPack('en', all, { language, tuning: defaultTuning, ...options, lexicon })
}

export function knowledgeOf(...sources: readonly (string | PackSource)[]): Knowledge {
  return openPack(packOf(sources))
}

/** Ids of what is found, best first. */
export function found(knowledge: Knowledge, text: string, typing = false): string[] {
  return knowledge.search(text, { typing, limit: 50 }).hits.map(({ entry }) => entry.id)
}

/** Knowledge as the server makes it for a locale and a site's words. */
export async function siteKnowledge(
  locale: string,
  sources: readonly (string | PackSource)[],
  words?: Partial<Pick<Lexicon, 'synonyms' | 'protectedWords'>>,
): Promise<Knowledge> {
  const all = sources.map((source) => (typeof source === 'string' ? sourceOf(source) : source))
  const stem = await loadStemmer(locale)
  const lexicon = lexiconOf(locale, stem, all, { ...noLexicon, ...words })
  const language = languageOf(lexicon, stem)
  return openPack(buildPack(locale, all, { language, lexicon, tuning: defaultTuning }), stem)
}
