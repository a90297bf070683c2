// Packs for tests, from what matters in each.
import { buildPack, type PackSource } from '../../shared/pack.ts'
import { type Knowledge, openPack } from '../../shared/search.ts'

export function sourceOf(question: string, more: Partial<PackSource> = {}): PackSource {
  return { id: question, revision: 1, question, phrasings: [], tags: [], answer: '', ...more }
}

export function knowledgeOf(...sources: readonly (string | PackSource)[]): Knowledge {
  return openPack(
    buildPack(
      'en',
      sources.map((source) => (typeof source === 'string' ? sourceOf(source) : source)),
    ),
  )
}

/** Ids of what is found, best first. */
export function found(knowledge: Knowledge, text: string, typing = false): string[] {
  return knowledge.search(text, { typing, limit: 50 }).hits.map(({ entry }) => entry.id)
}
