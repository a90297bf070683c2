// What a search in this page found, as rows: titles with marks, and of the best answers what matches.
import type { PackEntry } from '../shared/pack.ts'
import { marksIn, type Passage, passageOf } from '../shared/passages.ts'
import type { Knowledge, SearchResult } from '../shared/search.ts'
import { type Found, type Row, TOP } from './found.ts'

const ROOM: Passage = { text: '', marks: [] }
/** Letters of an answer that are read in the list. */
const READABLE = 600

/** Passages come from the answers that are here. */
export function foundHere(
  { hits, asked, confidence, suggestion }: SearchResult,
  { language }: Knowledge,
  { answerOf, awaited, isThorough }: HowFar,
): Found {
  const top = isThorough && confidence === 'answered'
  const passageIn = (entry: PackEntry, isTop: boolean): Passage | undefined => {
    const answer = answerOf(entry)
    if (answer === undefined) return awaited ? ROOM : undefined
    if (!isTop) return passageOf(answer, asked, language)
    const text = answer.slice(0, READABLE)
    return { text, marks: marksIn(text, asked, language) }
  }
  const rows = hits.map(({ entry }, i): Row => ({
    entry,
    marks: marksIn(entry.question, asked, language),
    passage: i < TOP ? passageIn(entry, top && i === 0) : undefined,
  }))
  return { rows, confidence, suggestion, isThorough, top }
}

interface HowFar {
  /** The words of an answer, if they are here. */
  readonly answerOf: (entry: PackEntry) => string | undefined
  /** Answers that are not here may still come. */
  readonly awaited: boolean
  readonly isThorough: boolean
}
