// Our engine from the bytes of a pack on: what a browser has of it. A paused question is searched thoroughly, one that is
// being typed is not.
import { decodePack } from '../../shared/pack-bytes.ts'
import { type Knowledge, openPack, type SearchOptions } from '../../shared/search.ts'
import { loadStemmer } from '../../shared/stemmers.ts'
import { type Found, MOST, type Searcher } from '../engine.ts'

export async function openBytes(bytes: Uint8Array): Promise<Searcher> {
  const pack = decodePack(bytes)
  const knowledge = openPack(pack, await loadStemmer(pack.locale))
  return {
    search: (text) => found(knowledge, text, { thorough: true }),
    type: (text) => found(knowledge, text, { typing: true }),
    confidence: (text) => knowledge.search(text, { thorough: true }).certainty,
  }
}

function found(knowledge: Knowledge, text: string, options: SearchOptions): Found[] {
  return knowledge.search(text, { limit: MOST, ...options }).hits.map(({ entry, score }) => ({ id: entry.id, score }))
}
