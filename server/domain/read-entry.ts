// Reading one published entry by its id, with what is near to it.
import type { SiteEntry } from '../../shared/contract.ts'
import { relatedTo } from '../../shared/related.ts'
import type { Desk, LiveKnowledge } from './ports.ts'
import { need } from './refusal.ts'
import type { Site } from './site.ts'

const RELATED = 3

/** The revision that visitors see. Refuses drafts, archived entries and those of other sites alike. */
export async function readEntry({ storage }: Desk, live: LiveKnowledge, site: Site, id: string): Promise<SiteEntry> {
  const found = await storage.entries.liveRevision(id)
  const entry = need(found?.siteId === site.id ? found : undefined, 'This answer is not published.')
  const { revision, locale, question, html, publishedAt } = entry
  const related = relatedTo(await live.of(site, locale), entry, RELATED)
  return { id, revision, locale, question, html, publishedAt, related }
}
