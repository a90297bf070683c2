import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readSource } from '../../../server/import/read-source.ts'

function file(name: string, content: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'askwell-import-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

/** "问题,答案\n退货,三十天内\n" as Chinese spreadsheets save it. */
const GB18030 = Buffer.from('cecacce22cb4f0b0b80acdcbbbf52cc8fdcaaeccecc4da0a', 'hex')

test('a file in GB18030 is read as what was written', () => {
  expect(readSource(file('faq.csv', GB18030))).toMatchObject([{ text: { question: '退货', answer: '三十天内' } }])
})

test.each(['utf-8', 'utf-8 with a mark'])('a file in %s is too', (encoding) => {
  const mark = encoding === 'utf-8' ? '' : '\uFEFF'
  expect(readSource(file('faq.csv', `${mark}问题,答案\n退货,三十天内\n`))).toMatchObject([
    { text: { question: '退货' } },
  ])
  const line = '{"id":"a","question":"退货","answer":""}'
  expect(readSource(file('faq.jsonl', `${mark}${line}`))).toMatchObject([{ sourceId: 'a' }])
})

test.each([
  ['faq.tsv', 'question\tanswer\nQ\tA\n'],
  ['FAQ.CSV', 'question,answer\nQ,A\n'],
  ['faq.ndjson', '{"id":1,"question":"Q","answer":"A"}'],
])('%s is known by its ending', (name, content) => {
  expect(readSource(file(name, content))).toMatchObject([{ place: `${name}:${name === 'faq.ndjson' ? 1 : 2}` }])
})

test('what is not there, or is of no kind that we read, is said', () => {
  expect(() => readSource('/no/such/file.csv')).toThrow('There is no file or folder /no/such/file.csv.')
  expect(() => readSource(file('faq.xlsx', 'x'))).toThrow(/faq\.xlsx is none of: a \.csv, a \.jsonl, a folder/)
})
