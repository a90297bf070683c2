// Unanswered questions become gaps: the same question in other words joins the gap that is there, and a question that the
// live knowledge answers by now needs none. One site at a time across all processes, or two would open the same gap.
import type { Knowledge } from '../../shared/search.ts'
import { answers, isFound } from '../../shared/search.ts'
import { likeness } from '../../shared/text.ts'
import { joinGap, moveGap, openGap } from './gap.ts'
import type { Desk, GapWording, LiveKnowledge, Storage } from './ports.ts'
import { isUnanswered, type LoggedQuestion, type Settlement } from './question.ts'
import { need } from './refusal.ts'
import { siteLocale } from './site.ts'

/** Two questions at least this alike mean the same. Measured on real paraphrases: few wrong joins, some missed ones. */
const SAME_QUESTION = 0.45
const AT_ONCE = 200

/** Groups what has come in. Resolves with how many questions there were; call again until it is none. */
export async function groupQuestions(desk: Desk, live: LiveKnowledge, siteId: string): Promise<number> {
  const site = need(await desk.storage.sites.byId(siteId), 'There is no such site.')
  const waiting = await desk.storage.questions.ungrouped(siteId, AT_ONCE)
  const locales = new Set(waiting.map(({ locale }) => siteLocale(site, locale)))
  const knowledge = new Map<string, Knowledge>()
  for (const locale of locales) knowledge.set(locale, await live.of(site, locale))

  return desk.storage.serially(`group:${siteId}`, async (storage) => {
    const questions = await storage.questions.ungrouped(siteId, AT_ONCE)
    const wordings = new Map<string, GapWording[]>()
    let grouped = 0
    for (const question of questions) {
      const locale = siteLocale(site, question.locale)
      const known = knowledge.get(locale)
      if (!known) break // came in after the knowledge was fetched: the next call takes it
      const inGaps = wordings.get(locale) ?? [...(await storage.gaps.allWordings(siteId, locale))]
      wordings.set(locale, inGaps)
      const entryId = settledBy(question, known)
      const settlement =
        entryId === undefined ? await joined(desk, storage, { ...question, locale }, inGaps) : { gapId: null, entryId }
      await storage.questions.settle(question, settlement)
      grouped++
    }
    return grouped
  })
}

/** Gaps whose entry is live and found by every wording are answered; until then they stay in progress. */
export async function closeFoundGaps(desk: Desk, live: LiveKnowledge, siteId: string): Promise<void> {
  const site = need(await desk.storage.sites.byId(siteId), 'There is no such site.')
  for (const gap of await desk.storage.gaps.list(siteId, 'in_progress')) {
    const entry = gap.entryId ? await desk.storage.entries.byId(gap.entryId) : undefined
    if (entry?.state !== 'published') continue
    const knowledge = await live.of(site, siteLocale(site, gap.locale))
    await desk.storage.serially(`group:${siteId}`, async (storage) => {
      const current = await storage.gaps.byId(gap.id)
      if (current?.state !== 'in_progress') return
      const wordings = await storage.gaps.wordings(gap.id)
      if (wordings.every(({ text }) => isFound(knowledge, entry.id, text))) {
        await storage.gaps.save(moveGap(current, { type: 'answer', entryId: entry.id }))
      }
    })
  }
}

/** The entry that answers the question by now; null if its asker has said that all is well; undefined if nothing answers. */
function settledBy(question: LoggedQuestion, live: Knowledge): string | null | undefined {
  if (!isUnanswered(question)) return question.entryId
  if (question.outcome === 'bad_answer') return undefined
  // an entry that the asker saw and went past is no answer
  return answers(live.search(question.text)).find(({ id }) => !question.seen.includes(id))?.id
}

/** Puts the question into the nearest gap, or opens one; `inGaps` learns its wording. */
async function joined(
  desk: Desk,
  storage: Storage,
  question: LoggedQuestion,
  inGaps: GapWording[],
): Promise<Settlement> {
  const gapId = nearestGap(inGaps, question.text)
  const gap = gapId === null ? undefined : await storage.gaps.byId(gapId)
  const saved = await storage.gaps.save(gap ? joinGap(gap, question) : openGap(desk.newId(), question))
  inGaps.push({ gapId: saved.id, text: question.text })
  return { gapId: saved.id }
}

function nearestGap(inGaps: readonly GapWording[], text: string): string | null {
  let nearest: { readonly gapId: string; readonly alike: number } | null = null
  for (const wording of inGaps) {
    const alike = likeness(wording.text, text)
    if (alike >= SAME_QUESTION && alike > (nearest?.alike ?? 0)) nearest = { gapId: wording.gapId, alike }
  }
  return nearest?.gapId ?? null
}
