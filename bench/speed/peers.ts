// Peers as they are set up for each language: what a user of theirs has to do for Chinese is done.
import type lunr from 'lunr'
import type MiniSearch from 'minisearch'
import type { Entry } from '../data.ts'
import { pairs } from '../engines/cjk.ts'
import type { Document } from '../engines/document.ts'
import { lunrPairsIndex } from '../engines/lunr-pairs.ts'
import { lunrIndex } from '../engines/lunr.ts'
import { miniIndex } from '../engines/minisearch.ts'
import type { Language } from './help-text.ts'

/** Names of engines to be measured, smallest first to give up as knowledge grows. */
export const peersFor: Readonly<Record<Language, readonly string[]>> = {
  en: ['fuse', 'lunr', 'orama', 'minisearch', 'flexsearch'],
  zh: ['fuse', 'lunr-pairs', 'orama', 'minisearch-pairs', 'flexsearch-pairs'],
}

/** The most entries that a peer is tried with; beyond, one round would take minutes. */
export const mostEntries: Readonly<Record<string, number>> = {
  fuse: 1000,
  lunr: 10_000,
  'lunr-pairs': 10_000,
  orama: 10_000,
}

export function miniIndexFor(language: Language, entries: readonly Entry[]): MiniSearch<Document> {
  return miniIndex(entries, language === 'zh' ? { tokenize: pairs } : {})
}

export function lunrIndexFor(language: Language, entries: readonly Entry[]): lunr.Index {
  return language === 'zh' ? lunrPairsIndex(entries) : lunrIndex(entries)
}
