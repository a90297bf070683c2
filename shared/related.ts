// What to read next: entries that speak of the same as one does.
import type { PackEntry } from './pack.ts'
import type { Knowledge } from './search.ts'

/** Below this coverage two questions share nothing but "how do I". Seen on real help centres, English and Chinese. */
const SHARED = 0.1

/** Nearest first. A search would leave them out: the entry itself answers its own question so much better. */
export function relatedTo(knowledge: Knowledge, { id, question }: PackEntry, count: number): PackEntry[] {
  const near = knowledge.explain(question, count + 1).filter(({ hit }) => hit.coverage >= SHARED)
  const others = near.map(({ hit }) => hit.entry).filter((entry) => entry.id !== id)
  return others.slice(0, count)
}
