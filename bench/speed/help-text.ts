// Knowledge of any size for measuring speed: real help text, cut into pieces of about ninety words under their nearest
// heading. More than there is comes from variation: clauses of two pieces in turn, and a number of its own.
import { dataFolder, type Entry, readEntries } from '../data.ts'
import { hashOf } from '../random.ts'

export type Language = 'en' | 'zh'

const sources: Readonly<Record<Language, readonly string[]>> = {
  en: ['help-arduino', 'dtc-faq', 'stackfaq'],
  zh: ['help-tidb-zh'],
}
const WORDS = 90
/** A Chinese word has about so many characters. */
const HAN_PER_WORD = 1.6
const CLAUSE = /(?<=[。！？；，\n]|[.!?;,](?=\s))/

export interface Knowledge {
  readonly entries: readonly Entry[]
  /** How many of them are real text as it was. */
  readonly real: number
}

/** `count` entries in one language; none where there is no data. */
export function helpText(language: Language, count: number): Knowledge {
  const real = evenly(sources[language].map((name) => readEntries(dataFolder(name)).flatMap(cut)))
  if (real.length === 0) return { entries: [], real: 0 }
  const entries = Array.from({ length: count }, (_, i) => real[i] ?? varied(real, i))
  return { entries: entries.map((entry, i) => ({ ...entry, id: `e${i}` })), real: Math.min(count, real.length) }
}

/** All that an entry says, as one text. */
export function textOf({ question, answer }: Entry): string {
  return `${question}\n${answer}`
}

function cut({ id, question, answer }: Entry): Entry[] {
  const pieces: Entry[] = []
  let heading = question
  let lines: string[] = []
  const end = () => {
    if (wordsIn(lines.join(' ')) >= WORDS / 4)
      pieces.push({
        id: `${id}.${pieces.length}`,
        question: heading,
        answer: lines.join('\n'),
        tags: [],
        phrasings: [],
      })
    lines = []
  }
  for (const line of answer.replace(/^---\n[\s\S]*?\n---\n/, '').split('\n')) {
    const title = /^#+\s+(.+)/.exec(line)?.[1]
    if (title) {
      end()
      heading = plain(title) || question
    } else {
      for (const part of plain(line).split(/(?<=。|[.!?]\s)/)) {
        if (part.trim() !== '') lines.push(part.trim())
        if (wordsIn(lines.join(' ')) >= WORDS) end()
      }
    }
  }
  end()
  return pieces
}

/** Markdown without its marks, roughly: what a reader sees. */
function plain(line: string): string {
  return line
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>|\{\{[^}]*\}\}/g, ' ')
    .replace(/^\s*(?:[-*+>]|\d+\.)\s+|^[\s|:=-]+$|```\w*/g, '')
    .replace(/[*_`|~]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function wordsIn(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const words = text.match(/[\p{Script=Latin}\p{N}]+/gu)?.length ?? 0
  return words + han / HAN_PER_WORD
}

function varied(real: readonly Entry[], i: number): Entry {
  const first = real[i % real.length] as Entry
  const second = real[hashOf(`piece ${i}`) % real.length] as Entry
  const clauses = [first, second].map(({ answer }) => answer.split(CLAUSE))
  const length = Math.max(...clauses.map((list) => list.length))
  const mixed = Array.from({ length }, (_, j) => clauses[(i + j) % 2]?.[j] ?? '')
  return {
    ...first,
    question: `${first.question} ${second.question.slice(0, 20)}`,
    answer: `${mixed.join('').slice(0, 900)} E-${i}`,
  }
}

/** The sources in turn, so that a small knowledge has some of each. */
function evenly(lists: readonly (readonly Entry[])[]): Entry[] {
  const placed = lists.flatMap((list) => list.map((entry, i) => ({ entry, place: (i + 0.5) / list.length })))
  return placed.sort((a, b) => a.place - b.place).map(({ entry }) => entry)
}
