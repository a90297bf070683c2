// An entry: one piece of knowledge. What agents edit is its newest revision; what visitors see is its published one.
import type { EntryState, EntryText, PublishedEntry } from '../../shared/contract.ts'
import { Refusal } from './refusal.ts'

export interface Entry extends EntryText {
  readonly id: string
  readonly siteId: string
  /** Counts up with every save; 0 before the first. */
  readonly revision: number
  readonly state: EntryState
  /** The revision that visitors see, while the state is `published`. */
  readonly publishedRevision: number | null
  /** Where it was imported from and its id there, so that a second import meets it again. */
  readonly source: { readonly name: string; readonly id: string } | null
  readonly createdAt: string
  readonly updatedAt: string
  /** Name of the agent, or of the import, that saved this revision. */
  readonly updatedBy: string
}

/** An entry as a list shows it. */
export type EntrySummary = Omit<Entry, 'answer'>

/** An entry as it goes live: its text and the HTML made from its answer. */
export interface Publication {
  readonly entry: Entry
  readonly html: string
}

/** A published revision with what a pack needs. */
export interface LiveEntry extends PublishedEntry {
  readonly phrasings: readonly string[]
  readonly tags: readonly string[]
}

export interface Edit {
  readonly at: string
  readonly by: string
}

export function newEntry(id: string, siteId: string, text: EntryText, { at, by }: Edit): Entry {
  const { question, answer, phrasings, tags, locale } = text
  return {
    ...{ id, siteId, revision: 0, state: 'draft', publishedRevision: null, source: null },
    ...{ question, answer, phrasings: distinct(phrasings), tags: distinct(tags), locale },
    ...{ createdAt: at, updatedAt: at, updatedBy: by },
  }
}

export function editEntry(entry: Entry, text: EntryText, { at, by }: Edit): Entry {
  const { question, answer, phrasings, tags, locale } = text
  return {
    ...entry,
    ...{ question, answer, phrasings: distinct(phrasings), tags: distinct(tags), locale },
    ...{ updatedAt: at, updatedBy: by },
  }
}

/** The revision that this save makes is the one that visitors will see. */
export function publish(entry: Entry, { at, by }: Edit): Entry {
  if (entry.answer === '') throw new Refusal('not-ready', 'Write an answer before publishing the entry.')
  return { ...entry, state: 'published', publishedRevision: entry.revision + 1, updatedAt: at, updatedBy: by }
}

export function archive(entry: Entry, { at, by }: Edit): Entry {
  if (entry.state === 'archived') throw new Refusal('conflict', 'This entry is archived already.')
  return { ...entry, state: 'archived', publishedRevision: null, updatedAt: at, updatedBy: by }
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)]
}
