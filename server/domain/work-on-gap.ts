// What an agent does with a gap: look at it, start an entry from it, dismiss it, reopen it.
import type { DismissReason } from '../../shared/contract.ts'
import { PHRASINGS } from '../../shared/limits.ts'
import { newEntry, type Entry } from './entry.ts'
import { moveGap, type Gap, type Wording } from './gap.ts'
import type { Desk, Storage } from './ports.ts'
import { need, Refusal } from './refusal.ts'

export interface GapView {
  readonly gap: Gap
  readonly wordings: readonly Wording[]
}

export async function viewGap({ storage }: Desk, id: string): Promise<GapView> {
  const gap = await gapById(storage, id)
  return { gap, wordings: await storage.gaps.wordings(id) }
}

/** Starts the entry that will answer the gap; the wordings become its phrasings. Only one agent gets to; others hear who. */
export async function draftForGap(desk: Desk, id: string, revision: number, by: string): Promise<Entry> {
  return desk.storage.serially('draft', async (storage) => {
    const gap = await gapById(storage, id)
    const entryId = desk.newId()
    const taken = moveGap(gap, { type: 'draft', entryId, by })
    if (gap.revision !== revision) throw changed()
    await storage.gaps.save(taken)
    const wordings = (await storage.gaps.wordings(id)).map(({ text }) => text).filter((text) => text !== gap.question)
    const phrasings = wordings.slice(0, PHRASINGS)
    const text = { question: gap.question, answer: '', phrasings, tags: [], locale: gap.locale }
    return storage.entries.save(newEntry(entryId, gap.siteId, text, { at: desk.clock(), by }))
  })
}

export function dismissGap(desk: Desk, id: string, revision: number, reason: DismissReason): Promise<Gap> {
  return move(desk, id, revision, (gap) => moveGap(gap, { type: 'dismiss', reason }))
}

export function reopenGap(desk: Desk, id: string, revision: number): Promise<Gap> {
  return move(desk, id, revision, (gap) => moveGap(gap, { type: 'reopen' }))
}

function move(desk: Desk, id: string, revision: number, decide: (gap: Gap) => Gap): Promise<Gap> {
  return desk.storage.atomically(async (storage) => {
    const gap = await gapById(storage, id)
    if (gap.revision !== revision) throw changed()
    return storage.gaps.save(decide(gap))
  })
}

async function gapById(storage: Storage, id: string): Promise<Gap> {
  return need(await storage.gaps.byId(id), 'There is no such gap.')
}

function changed(): Refusal {
  return new Refusal('conflict', 'This gap has changed since you opened it. Look at it again before you decide.')
}
