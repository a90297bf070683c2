import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readMarkdown, readMarkdownFolder } from '../../../server/import/markdown-folder.ts'

const read = (file: string) => readMarkdown('guide/returns.md', file)

describe('the question', () => {
  test.each([
    ['the front matter', '---\ntitle: Returns\n---\nBody', 'Returns', 'Body'],
    ['a question in it rather than its title', '---\ntitle: T\nquestion: Can I?\n---\nBody', 'Can I?', 'Body'],
    ['the first heading', '# Returns #\n\nBody', 'Returns', 'Body'],
    ['a heading that ends in a sharp', '# What is C#\nBody', 'What is C#', 'Body'],
    ['the name of the file', 'Body', 'returns', 'Body'],
    ['the heading, where the title has no value', '---\ntitle:\n---\n# Returns\nBody', 'Returns', 'Body'],
    ['a title that YAML takes for a number', '---\ntitle: 404\n---\nBody', '404', 'Body'],
  ])('comes from %s', (_, file, question, answer) => {
    expect(read(file)).toMatchObject({ text: { question, answer } })
  })

  test('a heading that says something else than the title stays in the answer', () => {
    expect(read('---\ntitle: Returns\n---\n# How to\nBody')).toMatchObject({ text: { answer: '# How to\nBody' } })
  })
})

describe('the front matter', () => {
  test.each(['tags: [a, b]', 'tags: a, b', 'tags:\n  - a\n  - b'])('takes %j as two tags', (yaml) => {
    expect(read(`---\n${yaml}\n---\nBody`)).toMatchObject({ text: { tags: ['a', 'b'] } })
  })

  test('gives id, language, phrasings and whether it is a draft', () => {
    expect(read('---\nid: 7\nlang: zh\nphrasings: [p, 1]\ndraft: true\n---\nBody')).toMatchObject({
      ...{ sourceId: '7', draft: true },
      text: { locale: 'zh', phrasings: ['p', '1'] },
    })
  })

  test('may leave keys without a value', () => {
    const keys = ['title', 'question', 'tags', 'phrasings', 'lang', 'locale', 'language', 'draft', 'id']
    expect(read(`---\n${keys.map((key) => `${key}:`).join('\n')}\n---\nBody`)).toEqual({
      ...{ place: 'guide/returns.md', sourceId: 'guide/returns.md', draft: false },
      text: { question: 'returns', answer: 'Body', tags: [], phrasings: [] },
    })
  })

  test('ends at a line of its own, not at dashes inside a value', () => {
    expect(read('---\ntitle: Returns ---\ntags: [a]\n---\nBody')).toMatchObject({
      text: { question: 'Returns ---', tags: ['a'], answer: 'Body' },
    })
  })

  test('rules between paragraphs are no front matter', () => {
    expect(read('One\n\n---\nTwo\n---\nThree')).toMatchObject({ text: { answer: 'One\n\n---\nTwo\n---\nThree' } })
  })

  test.each([
    ['+++\ntitle = "x"\n+++\n', /TOML/],
    ['---\ntitle: [unclosed\n---\nBody', /front matter that can't be read/],
    ['---\ntitle: {en: Returns}\n---\nBody', /front matter that can't be read \(title:/],
    ['---\ndraft: perhaps\n---\nBody', /front matter that can't be read \(draft:/],
  ])('in %j is named as what can not be read', (file, reason) => {
    expect(read(file)).toEqual({ place: 'guide/returns.md', reason: expect.stringMatching(reason) as string })
  })
})

test('a byte order mark and Windows line ends do no harm', () => {
  expect(read('\uFEFF---\r\ntitle: Returns\r\n---\r\nOne\r\nTwo\r\n')).toMatchObject({
    text: { question: 'Returns', answer: 'One\nTwo' },
  })
})

test('a folder is read with its folders, in a steady order, without what is hidden', () => {
  const folder = mkdtempSync(join(tmpdir(), 'askwell-import-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const files = ['b.md', 'a.MDX', 'deep/er/c.md', '.git/d.md', 'deep/.cache/e.md', 'node_modules/f.md', 'g.txt']
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), '# Title\nBody')
  }
  expect(readMarkdownFolder(folder).map(({ place }) => place)).toEqual(['a.MDX', 'b.md', 'deep/er/c.md'])
})
