// What the page for visitors has to show for an address: worked out here, drawn by help-page.ts.
import type { SearchAnswer } from '../../shared/contract.ts'
import { chooseLanguage } from '../../shared/language.ts'
import type { LiveEntry } from '../domain/entry.ts'
import type { Desk, LiveKnowledge } from '../domain/ports.ts'
import { searchKnowledge } from '../domain/search-knowledge.ts'
import type { Site } from '../domain/site.ts'

const HITS = 10

/** What a visitor's address says. */
export interface Visit {
  /** Public key of the site. */
  readonly key: string
  readonly q: string
  /** Id of an entry to read. */
  readonly entry?: string | undefined
  /** What the visitor reads (BCP 47), the most wanted first. */
  readonly locales: readonly string[]
}

export interface HelpContent {
  readonly q: string
  readonly site: Site | undefined
  /** That of the answers. */
  readonly locale: string
  /** What the words find; the first entries if there are none. */
  readonly answer?: SearchAnswer
  /** null: it is not published on this site. */
  readonly entry?: LiveEntry | null
}

export async function helpContent(
  desk: Desk,
  live: LiveKnowledge,
  { key, q, entry: id, locales }: Visit,
): Promise<HelpContent> {
  const site = key ? await desk.storage.sites.byKey(key) : undefined
  const locale = site ? chooseLanguage(locales, site.locales, site.defaultLocale).language : ''
  if (!site) return { q, site, locale }
  if (id === undefined)
    return {
      q,
      site,
      locale,
      answer: await searchKnowledge(desk, live, site, { q, locale, limit: HITS, typing: false }),
    }
  const found = await desk.storage.entries.liveRevision(id)
  return { q, site, locale, entry: found?.siteId === site.id ? found : null }
}
