// What the list shows for the visitor's words, wherever they were searched.
import type { SearchAnswer } from '../shared/contract.ts'
import type { PackEntry } from '../shared/pack.ts'
import type { Mark, Passage } from '../shared/passages.ts'
import type { Confidence } from '../shared/search.ts'

export interface Row {
  readonly entry: PackEntry
  /** Places of the question that matched. */
  readonly marks: readonly Mark[]
  /** What of the answer matches best. An empty one keeps the place of one that is being fetched. */
  readonly passage?: Passage | undefined
}

export interface Found {
  readonly rows: readonly Row[]
  readonly confidence: Confidence
  /** The question with misspelled words put right. */
  readonly suggestion?: string | undefined
  /** Everything was compared: a doubt is worth showing. As one types it may be gone with the next letter. */
  readonly isThorough: boolean
  /** The first row is as good as certain: its answer can be read in the list. */
  readonly top?: boolean
}

/** Rows with a passage: people look at the first three. */
export const TOP = 3

export function foundOnServer({ hits, confidence, suggestion }: SearchAnswer): Found {
  const rows = hits.map(({ entry, marks, passage }, i): Row => ({
    entry,
    marks,
    passage: i < TOP ? passage : undefined,
  }))
  return { rows, confidence, suggestion: suggestion ?? undefined, isThorough: true }
}

/** An entry that was not searched for. */
export function plainRow({ id, revision, question }: PackEntry): Row {
  return { entry: { id, revision, question }, marks: [] }
}
