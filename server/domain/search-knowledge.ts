// A search on the server: for widgets of knowledge bases that are too large for a page, and for everybody else who asks.
import type { SearchAnswer } from '../../shared/contract.ts'
import { plainText } from '../../shared/markdown.ts'
import type { PackEntry } from '../../shared/pack.ts'
import { marksIn, passageOf } from '../../shared/passages.ts'
import type { Knowledge, SearchResult } from '../../shared/search.ts'
import type { Desk, LiveKnowledge } from './ports.ts'
import { type Site, siteLocale } from './site.ts'

export interface SearchQuery {
  readonly q: string
  readonly locale?: string | undefined
  readonly limit: number
  /** The last word may be unfinished. */
  readonly typing: boolean
}

/** The same hits in the same order as a widget with the pack would find; for no words at all, the first entries. */
export async function searchKnowledge(
  { storage }: Desk,
  live: LiveKnowledge,
  site: Site,
  { q, locale: wanted, limit, typing }: SearchQuery,
): Promise<SearchAnswer> {
  const locale = siteLocale(site, wanted)
  const knowledge = await live.of(site, locale)
  const result = q ? knowledge.search(q, { typing, thorough: true, limit }) : beginning(knowledge, limit)
  const hits = result.hits.map(async ({ entry, score, coverage }) => {
    const revision = await storage.entries.liveRevision(entry.id, entry.revision)
    const answer = revision ? plainText(revision.html) : ''
    return {
      ...{ entry, score, coverage },
      marks: marksIn(entry.question, result.asked, knowledge.language),
      passage: passageOf(answer, result.asked, knowledge.language),
    }
  })
  const { confidence, certainty, suggestion = null } = result
  return { locale, confidence, certainty, suggestion, hits: await Promise.all(hits) }
}

function beginning(knowledge: Knowledge, limit: number): SearchResult {
  const hits = knowledge.first(limit).map((entry: PackEntry) => ({ entry, score: 0, coverage: 0 }))
  return { hits, confidence: 'none', certainty: 0, asked: [] }
}
