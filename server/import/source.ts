// What all readers share: the rows that they make, the text that they are given.
import { readFileSync } from 'node:fs'
import type { BadRow, ImportRow } from '../domain/import-entries.ts'

export type SourceRow = ImportRow | BadRow

/** Thrown where nothing can be read at all; the message says what to do. */
export class UnreadableSource extends Error {}

/** UTF-8, or GB18030 as spreadsheets in Chinese save it. */
export function readText(path: string): string {
  const bytes = readFileSync(path)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes) // not UTF-8
  }
}
