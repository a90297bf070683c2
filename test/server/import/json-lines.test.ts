import { expect, test } from 'vitest'
import { readJsonLines } from '../../../server/import/json-lines.ts'

const read = (text: string) => readJsonLines('faq.jsonl', text)

test('each line is an entry', () => {
  const line = { id: 'a', question: 'Q', answer: 'A', tags: ['t'], phrasings: ['p'], lang: 'zh' }
  expect(read(`${JSON.stringify(line)}\n`)).toEqual([
    {
      ...{ place: 'faq.jsonl:1', sourceId: 'a' },
      text: { question: 'Q', answer: 'A', tags: ['t'], phrasings: ['p'], locale: 'zh' },
    },
  ])
})

test('numbers are ids too, and what is not ours is left out', () => {
  expect(read('{"id":28523513715859,"question":"Q","answer":"","views":9}')).toEqual([
    { place: 'faq.jsonl:1', sourceId: '28523513715859', text: { question: 'Q', answer: '' } },
  ])
})

test('lines that are no JSON or no entry are named, the others are read', () => {
  const rows = read('{"id":1,"question":"Q","answer":"A"}\r\n\r\n{nope}\n[]\n{"id":2,"answer":"A"}\n')
  expect(rows).toMatchObject([
    { place: 'faq.jsonl:1', sourceId: '1' },
    { place: 'faq.jsonl:3', reason: 'is not JSON' },
    { place: 'faq.jsonl:4', reason: expect.stringMatching(/^line:/) as string },
    { place: 'faq.jsonl:5', reason: expect.stringMatching(/^question:/) as string },
  ])
})
