// Reads a file or folder of somebody else's knowledge into rows. What can't be read is a row too, with its place and why.
import { statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { readCsv } from './csv.ts'
import { readJsonLines } from './json-lines.ts'
import { readMarkdownFolder } from './markdown-folder.ts'
import { readText, type SourceRow, UnreadableSource } from './source.ts'

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
