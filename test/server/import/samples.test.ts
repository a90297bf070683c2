import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { entryTextSchema } from '../../../shared/contract.ts'
import { importEntries, type ImportRow } from '../../../server/domain/import-entries.ts'
import { readSource } from '../../../server/import/read-source.ts'
import { describeWith, sharedFile } from '../../corpora.ts'
import { newDesk, newSite } from '../../desk.ts'

describeWith('samples', 'files of other products', () => {
  test('a CSV file without a header line is refused with what to do', () => {
    expect(() => readSource(sharedFile('samples/phpmyfaq-import.csv'))).toThrow(/needs a first line/)
  })

  test('Markdown files with front matter of other tools are entries with their titles', () => {
    const folder = mkdtempSync(join(tmpdir(), 'askwell-import-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    for (const name of [
      'markdown-frontmatter-chatwoot-help-center.mdx',
      'markdown-frontmatter-pagefind-multilingual.md',
    ]) {
      cpSync(sharedFile(`samples/${name}`), join(folder, name))
    }
    const rows = readSource(folder) as readonly ImportRow[]
    expect(rows.map(({ text }) => text.question)).toEqual(['Help Center', 'Multilingual search'])
    for (const { text } of rows) expect(text.answer).not.toMatch(/^---/)
  })
})

const sets = ['stackfaq', 'sara', 'dtc-faq', 'unionpay', 'tidb-faq-zh', 'help-arduino', 'help-tidb-zh']

describeWith('data', 'real help centres', () => {
  test.each(sets)('every entry of %s is read, and its question and answer fit the contract', (set) => {
    const rows = readSource(sharedFile(`data/${set}/kb.jsonl`))
    expect(rows.filter((row) => 'reason' in row)).toEqual([])
    const written = entryTextSchema.pick({ question: true, answer: true })
    const bad = (rows as readonly ImportRow[]).filter(({ text }) => !written.safeParse(text).success)
    expect(bad.map(({ place }) => place)).toEqual([])
  })

  test('a real help centre is imported twice: first all of it, then nothing', async () => {
    const desk = await newDesk('SQLite')
    const site = await newSite(desk)
    const rows = readSource(sharedFile('data/stackfaq/kb.jsonl'))
    const options = { source: 'stackfaq', dryRun: false, publish: true }
    const { added, skipped } = await importEntries(desk, desk, site, rows, options)
    expect(added + skipped.length).toBe(rows.length)
    expect(skipped).toEqual([])
    expect(await importEntries(desk, desk, site, rows, options)).toMatchObject({ added: 0, unchanged: added })
  })
})
