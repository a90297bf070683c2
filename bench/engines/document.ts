// An entry as peers index it: four fields of text, and how much more a title weighs.
import type { Entry } from '../data.ts'

export const fields = ['question', 'phrasings', 'tags', 'answer'] as const

export type Document = Readonly<Record<'id' | (typeof fields)[number], string>>

export function documentOf({ id, question, answer, tags, phrasings }: Entry): Document {
  return { id, question, answer, tags: tags.join(' '), phrasings: phrasings.join('\n') }
}
