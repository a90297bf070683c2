// The text of an entry as it is edited, and the copy that the browser keeps until the server has it.
import type { Entry } from '../server/domain/entry.ts'
import type { EntryText } from '../shared/contract.ts'
import { forget, recall, remember } from './memory.ts'

/** Text that was typed on top of a revision and never saved. */
export interface UnsavedText {
  readonly revision: number
  readonly text: EntryText
}

export function textOf({ question, answer, phrasings, tags, locale }: EntryText): EntryText {
  return { question, answer, phrasings, tags, locale }
}

/** As the server will keep it: without blank lines and repetitions. */
export function tidy(text: EntryText): EntryText {
  const lines = (values: readonly string[]) => [...new Set(values.map((value) => value.trim()).filter(Boolean))]
  return {
    ...text,
    question: text.question.trim(),
    answer: text.answer.trim(),
    phrasings: lines(text.phrasings),
    tags: lines(text.tags),
  }
}

export function isSameText(one: EntryText, other: EntryText): boolean {
  return JSON.stringify(tidy(textOf(one))) === JSON.stringify(tidy(textOf(other)))
}

export function keepUnsaved({ id, revision }: Pick<Entry, 'id' | 'revision'>, text: EntryText): void {
  remember(`unsaved-${id}`, JSON.stringify({ revision, text } satisfies UnsavedText), 'sessionStorage')
}

export function unsavedText(id: string): UnsavedText | null {
  const kept = recall(`unsaved-${id}`, 'sessionStorage')
  return kept === null ? null : (JSON.parse(kept) as UnsavedText) // written by keepUnsaved alone
}

export function forgetUnsaved(id: string): void {
  forget(`unsaved-${id}`, 'sessionStorage')
}
