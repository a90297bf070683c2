// Sets of real questions in the data format: kb.jsonl and queries.jsonl in a folder. Which queries are attached to
// entries as phrasings, and which are asked, is decided here and nowhere else.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { hashOf } from './random.ts'

export interface Entry {
  readonly id: string
  readonly question: string
  readonly answer: string
  readonly tags: readonly string[]
  readonly phrasings: readonly string[]
}

export interface Query {
  readonly id: string
  readonly text: string
  /** Entries that answer it; none for a question without an answer. */
  readonly gold: readonly string[]
}

export interface QuestionSet {
  readonly name: string
  readonly locale: string
  readonly entries: readonly Entry[]
  /** Wordings that agents may attach to entries. */
  readonly wordings: readonly Query[]
  /** New customers' questions. */
  readonly queries: readonly Query[]
}

interface QueryLine extends Query {
  readonly split: 'train' | 'dev' | 'test'
}

interface EntryLine extends Pick<Entry, 'id' | 'question'> {
  readonly answer?: string
  readonly tags?: readonly string[]
  readonly lang?: string
}

const root = join(import.meta.dirname, '../../shared/data')

/** The folder of a set that the project's data has; it may be missing. */
export function dataFolder(name: string): string {
  return join(root, name)
}

/** All folders of the project's data; none where there is no data. */
export function dataFolders(): string[] {
  if (!existsSync(root)) return []
  return readdirSync(root)
    .map((name) => join(root, name))
    .filter((folder) => existsSync(join(folder, 'kb.jsonl')))
}

/** The set in a folder, or why it can't be used. */
export function readSet(folder: string): QuestionSet | string {
  if (!existsSync(join(folder, 'kb.jsonl'))) return 'no kb.jsonl'
  if (!existsSync(join(folder, 'queries.jsonl'))) return 'no queries'
  const entries = readEntries(folder)
  const queries = readLines<QueryLine>(join(folder, 'queries.jsonl'))
  return {
    name: basename(folder),
    locale: localeOf(folder),
    entries,
    wordings: queries.filter(({ split }) => split === 'train'),
    queries: queries.filter(({ split }) => split !== 'train'),
  }
}

/** The entries in a folder as they were before anybody asked; none where there is no folder. */
export function readEntries(folder: string): Entry[] {
  if (!existsSync(join(folder, 'kb.jsonl'))) return []
  return readLines<EntryLine>(join(folder, 'kb.jsonl')).map(({ id, question, answer = '', tags = [] }) => ({
    ...{ id, question, answer, tags },
    phrasings: [],
  }))
}

/**
 * The entries with up to `count` wordings each, in a shuffled order that never changes. Not the order of the file: in
 * banking77oos the first wordings of an intent belong to another one, and every engine gets worse by them. A wording
 * that several entries answer goes to the first.
 */
export function withPhrasings({ entries, wordings }: QuestionSet, count: number): Entry[] {
  const phrasings = new Map<string, string[]>(entries.map(({ id }) => [id, []]))
  const order = wordings.map((query) => ({ query, place: hashOf(query.id) })).sort((a, b) => a.place - b.place)
  for (const { query } of order) {
    const list = phrasings.get(query.gold[0] ?? '')
    if (list && list.length < count) list.push(query.text)
  }
  return entries.map((entry) => ({ ...entry, phrasings: phrasings.get(entry.id) ?? [] }))
}

function localeOf(folder: string): string {
  return readLines<EntryLine>(join(folder, 'kb.jsonl'))[0]?.lang ?? 'en'
}

/** What stands in a line is what the data format says; a set in another form is not worth measuring. */
function readLines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T)
}
