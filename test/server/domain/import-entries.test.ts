import { describe, expect, test } from 'vitest'
import { importEntries, type ImportOptions, type ImportRow } from '../../../server/domain/import-entries.ts'
import type { Site } from '../../../server/domain/site.ts'
import { publishEntry, saveEntry } from '../../../server/domain/write-entry.ts'
import { databases } from '../../databases.ts'
import { newDesk, newSite, type TestDesk, textOf } from '../../desk.ts'

const options: ImportOptions = { source: 'faq.csv', dryRun: false, publish: true }

function row(sourceId: string, question: string, more: Partial<ImportRow> = {}): ImportRow {
  return { place: `faq.csv:${sourceId}`, sourceId, text: { question, answer: `About ${question}` }, ...more }
}

const rows = [row('1', 'Returns'), row('2', 'Shipping'), row('3', 'Payment')]

function importing(desk: TestDesk, site: Site, given: Parameters<typeof importEntries>[3], more = {}) {
  return importEntries(desk, desk, site, given, { ...options, ...more })
}

async function questions(desk: TestDesk, site: Site): Promise<string[]> {
  return (await desk.storage.entries.live(site.id, 'en')).map(({ question }) => question)
}

describe.each(databases)('importing on %s', (database) => {
  test('a dry run reports what would be done and writes nothing', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    const report = await importing(desk, site, rows, { dryRun: true })
    expect(report).toEqual({ added: 3, changed: 0, unchanged: 0, drafts: 0, kept: [], skipped: [] })
    expect((await desk.storage.entries.list(site.id, { limit: 9 })).entries).toEqual([])
    expect(await desk.storage.sites.change(site.id)).toBe(0)
  })

  test('what is imported is published, and findable', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    expect(await importing(desk, site, rows)).toMatchObject({ added: 3 })
    await desk.live.idle()
    expect(await questions(desk, site)).toEqual(['Returns', 'Shipping', 'Payment'])
    expect((await desk.live.of(site, 'en')).search('shipping').hits).toHaveLength(1)
  })

  test('the second run of the same rows changes nothing', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    await importing(desk, site, rows)
    const before = await desk.storage.entries.bySource(site.id, 'faq.csv')
    expect(await importing(desk, site, rows)).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 3,
      kept: [],
      skipped: [],
    })
    expect(await desk.storage.entries.bySource(site.id, 'faq.csv')).toEqual(before)
    expect(await desk.storage.sites.change(site.id)).toBe(1)
  })

  test('a row that changed changes its entry and no other', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    await importing(desk, site, rows)
    const report = await importing(desk, site, [rows[0]!, row('2', 'Delivery'), rows[2]!])
    expect(report).toMatchObject({ added: 0, changed: 1, unchanged: 2 })
    expect(await questions(desk, site)).toEqual(['Returns', 'Delivery', 'Payment'])
  })

  test('what an agent has edited since stays as the agent wrote it, and is named', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    await importing(desk, site, rows)
    const entry = (await desk.storage.entries.bySource(site.id, 'faq.csv')).get('2')!
    const edited = await saveEntry(desk, entry.id, entry.revision, textOf('Shipping, explained'), 'Ada')
    await publishEntry(desk, desk, { ...edited, by: 'Ada' })
    const report = await importing(desk, site, [row('2', 'Delivery')])
    expect(report).toMatchObject({ changed: 0, kept: [{ place: 'faq.csv:2', reason: 'edited by Ada since' }] })
    expect(await questions(desk, site)).toContain('Shipping, explained')
  })

  test('a row that could not be read, or breaks a rule, is named with its place and skipped; the rest goes in', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    const report = await importing(desk, site, [
      { place: 'faq.csv:9', reason: 'is not JSON' },
      row('10', ''),
      row('11', 'x'.repeat(501)),
      row('12', 'Retour', { text: { question: 'Retour', answer: 'Oui', locale: 'fr' } }),
      row('13', 'Deep', { text: { question: 'Deep', answer: '> '.repeat(300) } }),
      row('15', 'Fine'),
      row('15', 'Twin', { place: 'faq.csv:16' }),
    ])
    expect(report.added).toBe(1)
    expect(report.skipped.map(({ place }) => place)).toEqual([9, 10, 11, 12, 13, 16].map((n) => `faq.csv:${n}`))
    const reason = Object.fromEntries(report.skipped.map(({ place, reason }) => [place, reason]))
    expect(reason['faq.csv:9']).toBe('is not JSON')
    expect(reason['faq.csv:10']).toMatch(/^question:/)
    expect(reason['faq.csv:12']).toBe('The site has no "fr"; its languages are en, zh.')
    expect(reason['faq.csv:13']).toMatch(/deep/)
    expect(reason['faq.csv:16']).toBe('has the same id as faq.csv:15')
    expect(await questions(desk, site)).toEqual(['Fine'])
  })

  test('drafts stay drafts', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    await importing(desk, site, [row('1', 'Ready'), row('2', 'Not yet', { draft: true })])
    await importing(desk, site, rows, { source: 'others.csv', publish: false })
    expect(await questions(desk, site)).toEqual(['Ready'])
  })

  test('a row without an answer becomes a draft for an agent to finish, once', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    const empty = [row('1', 'Returns', { text: { question: 'Returns' } }), row('2', 'Shipping')]
    expect(await importing(desk, site, empty)).toMatchObject({ added: 2, drafts: 1, skipped: [] })
    expect(await questions(desk, site)).toEqual(['Shipping'])
    expect(await importing(desk, site, empty)).toMatchObject({ changed: 0, unchanged: 2, drafts: 0 })
  })

  test('a draft goes live once the import says so, though its text is the same; an agent’s draft does not', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    await importing(desk, site, rows, { publish: false })
    const entry = (await desk.storage.entries.bySource(site.id, 'faq.csv')).get('2')!
    await saveEntry(desk, entry.id, entry.revision, entry, 'Ada')
    expect(await importing(desk, site, rows)).toMatchObject({
      changed: 2,
      unchanged: 0,
      kept: [{ place: 'faq.csv:2' }],
    })
    expect(await questions(desk, site)).toEqual(['Returns', 'Payment'])
  })

  test('ids that a database can not hold are cleaned before they are compared', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    const wild = [row('a\0\uD800', 'One'), row('a\uDC00', 'Two')]
    expect(await importing(desk, site, wild)).toMatchObject({
      added: 1,
      skipped: [{ reason: expect.stringContaining('same id') as string }],
    })
    expect(await importing(desk, site, wild)).toMatchObject({ unchanged: 1 })
  })

  test('nothing is half written when one entry can not be saved', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    await importing(desk, site, rows)
    const entry = (await desk.storage.entries.bySource(site.id, 'faq.csv')).get('3')!
    const changed = [row('1', 'New returns'), row('2', 'New shipping'), row('3', 'New payment')]
    let agent: Promise<unknown> | undefined
    const meanwhile = {
      onProgress: (done: number) => {
        // an agent saves the last one after the import has read it
        if (done === 3) agent = desk.storage.entries.save({ ...entry, question: 'Ada’s payment', updatedBy: 'Ada' })
      },
    }
    await expect(importing(desk, site, changed, meanwhile)).rejects.toMatchObject({ code: 'conflict' })
    await agent
    expect(await questions(desk, site)).toEqual(['Returns', 'Shipping', 'Payment'])
    expect(await desk.storage.sites.change(site.id)).toBe(1)
  })
})
