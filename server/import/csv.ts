// CSV with a header line in English or Chinese, separated by commas, semicolons or tabs.
import { parse } from 'csv-parse/sync'
import type { SourceRow } from './source.ts'
import { UnreadableSource } from './source.ts'

const headers = {
  id: /^(id|key|number|no\.?|编号|序号|编码)$/i,
  question: /^(question|title|name|q|问题|标题|题目|标准问题?)$/i,
  answer: /^(answer|body|content|text|a|答案|内容|回答|解答|答复)$/i,
  tags: /^(tags?|labels?|category|categories|keywords?|topic|标签|分类|类别|关键词|关键字)$/i,
  phrasings: /^(phrasings?|similar|variants?|alternatives?|相似问法|相似问题?|扩展问法?)$/i,
  locale: /^(lang|language|locale|语言|语种)$/i,
} as const
type Column = keyof typeof headers

interface CsvRecord {
  readonly record: readonly string[]
  /** `lines`: the number of the record's last line. */
  readonly info: { readonly lines: number }
}

export function readCsv(name: string, text: string): SourceRow[] {
  const skipped: SourceRow[] = []
  const records = parse(text.replace(/\r\n?/g, '\n'), {
    bom: true,
    delimiter: delimiterOf(text),
    info: true,
    raw: true,
    relax_column_count: true,
    relax_quotes: true, // a mark in the middle of a cell (a 5" screen) is text, as spreadsheets take it
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error, record = '') => {
      const place = `${name}:${Number(error?.['lines']) - lineBreaks(record.trimEnd())}`
      skipped.push({ place, reason: 'opens a quotation mark that is never closed; nothing after it was read' })
      return undefined
    },
  }) as unknown as CsvRecord[]

  const [first, ...rows] = records
  const columns = columnsOf(first?.record ?? [])
  if (columns.question === undefined || columns.answer === undefined) {
    throw new UnreadableSource(
      `${name} needs a first line that names its columns: at least "question" and "answer" (or 问题 and 答案).`,
    )
  }
  const firstLine = ({ record, info }: CsvRecord) => info.lines - lineBreaks(record.join(''))
  return [...rows.map((row) => toRow(`${name}:${firstLine(row)}`, row.record, columns)), ...skipped]
}

function lineBreaks(text: string): number {
  return text.split('\n').length - 1
}

function toRow(place: string, record: readonly string[], columns: Partial<Record<Column, number>>): SourceRow {
  const cell = (column: Column): string => (columns[column] === undefined ? '' : (record[columns[column]] ?? '').trim())
  const question = cell('question')
  const locale = cell('locale')
  if (question === '' && cell('answer') === '') return { place, reason: 'has neither question nor answer' }
  return {
    place,
    sourceId: cell('id') || question,
    text: {
      ...{ question, answer: cell('answer'), tags: list(cell('tags')), phrasings: list(cell('phrasings'), /[;|；\n]/) },
      ...(locale && { locale }),
    },
  }
}

function columnsOf(record: readonly string[]): Partial<Record<Column, number>> {
  const names = record.map((name) => name.normalize('NFKC').trim())
  const found = Object.entries(headers).map(
    ([column, pattern]) => [column, names.findIndex((name) => pattern.test(name))] as const,
  )
  return Object.fromEntries(found.filter(([, place]) => place >= 0))
}

function delimiterOf(text: string): string {
  const line =
    text
      .trimStart()
      .slice(0, 2000)
      .split(/[\r\n]/, 1)[0] ?? ''
  const count = (delimiter: string) => line.split(delimiter).length
  return [',', ';', '\t'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best))
}

/** Phrasings are sentences with commas of their own, so these separate tags only. */
function list(cell: string, separator = /[,;|，、；\n]/): string[] {
  return cell
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean)
}
