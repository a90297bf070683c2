// What another floor of certainty would have changed: the questions of the last weeks, asked once more of what is live.
import type { Outcome } from '../../shared/contract.ts'
import type { Desk, LiveKnowledge } from './ports.ts'
import { type Site, siteLocale } from './site.ts'

/** A logged question and how sure the live knowledge is of its best hit. */
export interface Judged {
  readonly text: string
  readonly outcome: Outcome
  readonly certainty: number
  /** The title of the best hit, if there is one. */
  readonly hit: string | null
}

export interface Calibration {
  /** The floor that is in use: the site's own, or the one that its phrasings taught. */
  readonly floor: number
  /** By certainty, rising. */
  readonly questions: readonly Judged[]
}

/** What a floor does to some questions. */
export interface Effect {
  readonly floor: number
  /** Questions that would be told "no answer". */
  readonly none: number
  /** Of these, how many visitors had said that they found their answer: false alarms. */
  readonly falseAlarms: number
  /** Questions without an answer that would be shown hits all the same. */
  readonly shown: number
}

const DAY = 86_400_000
const MOST = 20_000

/** Reads the log of the last `days` of one locale and judges it by what is live now. Changes nothing. */
export async function calibrate(
  { storage, clock }: Desk,
  live: LiveKnowledge,
  site: Site,
  { locale, days }: { readonly locale: string; readonly days: number },
): Promise<Calibration> {
  const since = new Date(Date.parse(clock()) - days * DAY).toISOString()
  const logged = await storage.questions.since(site.id, since, MOST)
  const knowledge = await live.of(site, locale)
  const questions = logged
    .filter((question) => siteLocale(site, question.locale) === locale)
    .map(({ text, outcome }): Judged => {
      const { certainty, hits } = knowledge.search(text)
      return { text, outcome, certainty, hit: hits[0]?.entry.question ?? null }
    })
  return { floor: knowledge.tuning.weak, questions: questions.toSorted((a, b) => a.certainty - b.certainty) }
}

export function effectOf(questions: readonly Judged[], floor: number): Effect {
  const none = questions.filter(({ certainty }) => certainty < floor)
  return {
    floor,
    none: none.length,
    falseAlarms: none.filter(({ outcome }) => outcome === 'answered').length,
    shown: questions.filter(({ certainty, outcome }) => certainty >= floor && outcome !== 'answered').length,
  }
}

/** Sets the site's floor (null: what its phrasings teach), and has its packs built anew. */
export async function setFloor(desk: Desk, live: LiveKnowledge, site: Site, floor: number | null): Promise<void> {
  await setSiteSearch(desk, live, { ...site, search: { ...site.search, floor } })
}

/** Keeps how the site's customers search, and has its packs built anew. */
export async function setSiteSearch(desk: Desk, live: LiveKnowledge, { id, search }: Site): Promise<void> {
  await desk.storage.serially(`publish:${id}`, async (storage) => {
    await storage.sites.setSearch(id, search)
    await storage.sites.nextChange(id, 'all')
  })
  live.changed(id)
}
