// What the widget begins with, before anybody has typed: the entries that helped others on this page, and on this site.
import type { Home } from '../../shared/contract.ts'
import { redact } from '../../shared/redact.ts'
import type { Desk } from './ports.ts'
import { pathOf } from './question.ts'
import type { Site } from './site.ts'

const SHOWN = 5
const DAYS = 90
const DAY = 86_400_000
/** Every visitor who opens the widget asks, and the answer changes slowly. */
const FRESH = 60_000
/** Paths are what browsers say: there is no end of them. */
const KEPT = 1000

export type HomeOf = (site: Site, locale: string, page: string) => Promise<Home>

/** Counts at most once a minute for each site, locale and page. */
export function homeOf({ storage, clock }: Desk): HomeOf {
  const counted = new Map<string, { readonly at: number; readonly ids: Promise<readonly string[]> }>()

  function helpful(siteId: string, locale: string, page?: string): Promise<readonly string[]> {
    const key = JSON.stringify([siteId, locale, page])
    const now = Date.parse(clock())
    const known = counted.get(key)
    if (known && now - known.at < FRESH) return known.ids
    const receivedFrom = new Date(now - DAYS * DAY).toISOString()
    const ids = storage.questions.helpful({ siteId, locale, receivedFrom, page, limit: 2 * SHOWN })
    counted.delete(key) // put last: the map is in the order of counting
    counted.set(key, { at: now, ids })
    ids.catch(() => counted.delete(key))
    for (const [oldest] of counted) if (counted.size > KEPT) counted.delete(oldest)
    return ids
  }

  return async function homeOfPage({ id }, locale, page) {
    const path = redact(pathOf(page)) // as it was logged
    const [here, everywhere] = await Promise.all([path ? helpful(id, locale, path) : [], helpful(id, locale)])
    const forPage = here.slice(0, SHOWN)
    return { forPage, popular: everywhere.filter((entry) => !forPage.includes(entry)).slice(0, SHOWN) }
  }
}
