// Reads a file or folder of somebody else's knowledge into rows. What can't be read is a row too, with its place and why.
import { readFileSync, statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import type { BadRow, ImportRow } from '../domain/import-entries.ts'
import { readCsv } from './csv.ts'
import { readJsonLines } from './json-lines.ts'
import { readMarkdownFolder } from './markdown-folder.ts'

export type SourceRow = ImportRow | BadRow

/** Thrown where nothing can be read at all; the message says what to do. */
export class UnreadableSource extends Error {}

export function readSource(path: string): readonly SourceRow[] {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) throw new UnreadableSource(`There is no file or folder ${path}.`)
  if (stat.isDirectory()) return readMarkdownFolder(path)
  const name = basename(path)
  switch (extname(path).toLowerCase()) {
    case '.csv':
    case '.tsv':
      return readCsv(name, readText(path))
    case '.jsonl':
    case '.ndjson':
      return readJsonLines(name, readText(path))
    default:
      throw new UnreadableSource(`${name} is none of: a .csv, a .jsonl, a folder of .md files.`)
  }
}

/** UTF-8, or GB18030 as spreadsheets in Chinese save it. */
export function readText(path: string): string {
  const bytes = readFileSync(path)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes) // not UTF-8
  }
}
