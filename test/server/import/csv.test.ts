import { describe, expect, test } from 'vitest'
import { readCsv } from '../../../server/import/csv.ts'

const read = (text: string) => readCsv('faq.csv', text)
const places = (text: string) => read(text).map(({ place }) => place)

describe('the header line', () => {
  test.each([
    'id,question,answer,tags,phrasings,lang\n',
    'ID,Question,Answer,Tags,Phrasings,Lang\n',
    'Key,Title,Body,Category,Similar,Language\n',
    '编号,问题,答案,标签,相似问法,语言\n',
    '序号,标准问,回答,分类,扩展问法,语种\n',
  ])('%s names the columns', (header) => {
    expect(read(`${header}7,Returns,Within 30 days,"a, b",Send back|Refund,en\n`)).toEqual([
      {
        ...{ place: 'faq.csv:2', sourceId: '7' },
        text: {
          ...{ question: 'Returns', answer: 'Within 30 days', tags: ['a', 'b'], locale: 'en' },
          phrasings: ['Send back', 'Refund'],
        },
      },
    ])
  })

  test.each(['', 'a,b\n1,2\n', 'question,tags\nx,y\n', '1,What is it?,This.\n'])(
    'without a question and an answer column (%j) one is told what to write',
    (text) => {
      expect(() => read(text)).toThrow(/faq\.csv needs a first line.*"question" and "answer" \(or 问题 and 答案\)/)
    },
  )

  test('columns may stand in any order, and others are left out', () => {
    expect(read('views,answer,question\n99,A,Q\n')).toMatchObject([{ text: { question: 'Q', answer: 'A' } }])
  })
})

test.each([',', ';', '\t'])('%j separates cells', (separator) => {
  const line = (...cells: string[]) => cells.join(separator)
  expect(read(`${line('question', 'answer')}\n${line('Q', 'A')}\n`)).toMatchObject([
    { text: { question: 'Q', answer: 'A' } },
  ])
})

test('a byte order mark and blank lines before the header do no harm', () => {
  expect(read('\uFEFFquestion;answer\nQ;A\n')).toMatchObject([{ text: { question: 'Q' } }])
  expect(read('\n\nquestion;answer\nQ;A\n')).toMatchObject([{ place: 'faq.csv:4', text: { question: 'Q' } }])
})

test('a row without an id is known by its question', () => {
  expect(read('question,answer\nQ,A\n')).toMatchObject([{ sourceId: 'Q' }])
})

test('commas separate tags, but belong to phrasings, which are sentences', () => {
  const [row] = read('question,answer,tags,phrasings\nQ,A,"a,b、c；d","If I pay now, when?|多久，到？"\n')
  expect(row).toMatchObject({
    text: { tags: ['a', 'b', 'c', 'd'], phrasings: ['If I pay now, when?', '多久，到？'] },
  })
})

describe('places', () => {
  test.each(['\n', '\r\n', '\r'])('are the lines on which rows begin, with line ends %j inside cells', (end) => {
    const text = ['question,answer', 'one,1', '"two', 'lines","2', '2', '2"', 'three,3', ''].join(end)
    expect(places(text)).toEqual(['faq.csv:2', 'faq.csv:3', 'faq.csv:7'])
  })

  test('blank lines count', () => {
    expect(places('question,answer\n\none,1\n\n\n"two\nlines",2\n')).toEqual(['faq.csv:3', 'faq.csv:6'])
  })

  test('line ends inside cells are kept as they belong in Markdown', () => {
    expect(read('question,answer\r\nQ,"a\r\nb"\r\n')).toMatchObject([{ text: { answer: 'a\nb' } }])
  })
})

describe('quotation marks', () => {
  test('doubled ones are one', () => {
    expect(read('question,answer\n"say ""hi""",A\n')).toMatchObject([{ text: { question: 'say "hi"' } }])
  })

  test('one in the middle of a cell is text, and no row after it is lost', () => {
    const rows = read('question,answer\na 5" screen,A\nb,"B"!\nc,C\n')
    expect(rows).toMatchObject([{ text: { question: 'a 5" screen' } }, { text: { question: 'b' } }, { text: {} }])
    expect(rows.map(({ place }) => place)).toEqual(['faq.csv:2', 'faq.csv:3', 'faq.csv:4'])
  })

  test('one that is never closed is named by the line where it opens', () => {
    expect(read('question,answer\na,A\nb,"never\nclosed\nc,C\n')).toEqual([
      expect.objectContaining({ place: 'faq.csv:2' }),
      { place: 'faq.csv:3', reason: expect.stringMatching(/never closed/) as string },
    ])
  })
})

test('a row with neither question nor answer is named', () => {
  expect(read('question,answer,tags\n,,x\n')).toEqual([
    { place: 'faq.csv:2', reason: 'has neither question nor answer' },
  ])
})
