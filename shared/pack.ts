// A pack: the published knowledge of one site and locale, in the form that a search needs. lunr's Builder weighs the
// terms (BM25 with field boosts); this file keeps what it found and nothing else. The form is private to this file and
// search.ts, so that it can become a compact binary without anyone else noticing.
import lunr from 'lunr'
import { terms } from './text.ts'

/** What the index knows of one published entry. */
export interface PackSource {
  readonly id: string
  readonly revision: number
  readonly question: string
  readonly phrasings: readonly string[]
  readonly tags: readonly string[]
  /** The answer as plain text. */
  readonly answer: string
}

/** What a list of results shows of an entry; the answer itself is fetched when it is opened. */
export interface PackEntry {
  readonly id: string
  readonly revision: number
  readonly question: string
  readonly excerpt: string
}

/** Term weights of one field, one row an entry: gap to the previous term's number, weight in thousandths, and so on. */
export type FieldRows = readonly (readonly number[])[]

export interface Pack {
  readonly format: typeof PACK_FORMAT
  readonly locale: string
  readonly entries: readonly PackEntry[]
  /** Sorted, so that a prefix is a range. */
  readonly terms: readonly string[]
  readonly fields: Readonly<Record<FieldName, FieldRows>>
}

export const PACK_FORMAT = 1
export const fieldNames = ['question', 'phrasings', 'tags', 'answer'] as const
export type FieldName = (typeof fieldNames)[number]
const WEIGHT_UNIT = 1000

const BOOSTS: Record<FieldName, number> = { question: 3, phrasings: 2, tags: 1, answer: 1 }
/** BM25's b. Measured on real questions: long answers should count less than lunr's default of 0.75 makes them. */
const LENGTH_WEIGHT = 0.6
/** Of long answers the beginning says what they are about; more only makes the pack larger and the ranking worse. */
const INDEXED_ANSWER = 2000
const EXCERPT = 140

/** Thrown for bytes that are no pack of this format; never a wrong answer instead. */
export class PackError extends Error {}

export function buildPack(locale: string, sources: readonly PackSource[]): Pack {
  const builder = new lunr.Builder() as WeighingBuilder
  builder.ref('number')
  builder.b(LENGTH_WEIGHT)
  builder.tokenizer = ((text: string) => terms(text).map((term) => new lunr.Token(term, {}))) as typeof lunr.tokenizer
  for (const field of fieldNames) builder.field(field, { boost: BOOSTS[field] })
  sources.forEach((source, number) => builder.add({ number, ...searchedText(source) }))
  builder.calculateAverageFieldLengths()
  builder.createFieldVectors()

  const sorted = Object.keys(builder.invertedIndex).sort()
  const numberOf = new Map(sorted.map((term, number) => [builder.invertedIndex[term]!._index, number]))
  const rows = (field: FieldName): FieldRows =>
    sources.map((_, number) => encodeRow(builder.fieldVectors[`${field}/${number}`]?.elements ?? [], numberOf))
  return {
    format: PACK_FORMAT,
    locale,
    entries: sources.map(({ id, revision, question, answer }) => ({
      id,
      revision,
      question,
      excerpt: excerpt(answer),
    })),
    terms: sorted,
    fields: { question: rows('question'), phrasings: rows('phrasings'), tags: rows('tags'), answer: rows('answer') },
  }
}

export function encodePack(pack: Pack): string {
  return JSON.stringify(pack)
}

/** Throws a PackError for anything but a whole pack of this format. */
export function decodePack(text: string): Pack {
  let pack: Partial<Pack> | null
  try {
    pack = JSON.parse(text) as Partial<Pack> | null
  } catch {
    throw new PackError('The knowledge file is damaged.')
  }
  if (pack?.format !== PACK_FORMAT)
    throw new PackError('The knowledge file has a format that this version does not read.')
  const count = Array.isArray(pack.entries) ? pack.entries.length : -1
  const complete = fieldNames.every((field) => {
    const rows: unknown = pack.fields?.[field]
    return Array.isArray(rows) && rows.length === count && rows.every(Array.isArray)
  })
  if (!Array.isArray(pack.terms) || !complete) throw new PackError('The knowledge file is incomplete.')
  return pack as Pack
}

/** Reads a row of a pack: numbers of terms, rising, each with its weight as lunr computed it. */
export function forEachWeight(row: readonly number[], visit: (term: number, weight: number) => void): void {
  let term = 0
  for (let i = 0; i < row.length; i += 2) {
    term += row[i]!
    visit(term, row[i + 1]! / WEIGHT_UNIT)
  }
}

function searchedText({ question, phrasings, tags, answer }: PackSource): Record<FieldName, string> {
  return { question, phrasings: phrasings.join('\n'), tags: tags.join('\n'), answer: answer.slice(0, INDEXED_ANSWER) }
}

function excerpt(answer: string): string {
  const line = answer
    .slice(0, 4 * EXCERPT)
    .replace(/\s+/g, ' ')
    .trim()
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT).trimEnd()}…` : line
}

/** lunr's `[term, weight, term, weight, …]` with its numbers replaced by ours, sorted and as gaps. */
function encodeRow(elements: readonly number[], numberOf: ReadonlyMap<number, number>): number[] {
  const cells: [term: number, weight: number][] = []
  for (let i = 0; i < elements.length; i += 2) {
    cells.push([numberOf.get(elements[i]!)!, Math.round(elements[i + 1]! * WEIGHT_UNIT)])
  }
  cells.sort(([a], [b]) => a - b)
  return cells.flatMap(([term, weight], i) => [term - (cells[i - 1]?.[0] ?? 0), weight])
}

/**
 * The steps of lunr 2.3.9's `Builder.build()` that weigh terms, without its last one: the TokenSet it would build
 * loses terms that hold digits (olivernn/lunr.js, `TokenSet#toString` has no separator), and ours needs none.
 */
interface WeighingBuilder extends lunr.Builder {
  readonly invertedIndex: Readonly<Record<string, { readonly _index: number }>>
  readonly fieldVectors: Readonly<Record<string, { readonly elements: readonly number[] }>>
  calculateAverageFieldLengths(): void
  createFieldVectors(): void
}
