import { describe, expect, test } from 'vitest'
import { newEntry, publish } from '../../../server/domain/entry.ts'
import type { EntryFilter } from '../../../server/domain/ports.ts'
import type { Site } from '../../../server/domain/site.ts'
import { databases } from '../../databases.ts'
import { draftOf, newDesk, newSite, type TestDesk, textOf } from '../../desk.ts'

async function found(desk: TestDesk, site: Site, filter: Partial<EntryFilter>): Promise<string[]> {
  const { entries } = await desk.storage.entries.list(site.id, { limit: 50, ...filter })
  return entries.map(({ question }) => question)
}

describe.each(databases)('the list of entries on %s', (database) => {
  test('a piece of Chinese in the middle of a sentence finds the entry', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    await draftOf(desk, site, '我想知道退货运费由谁承担')
    await draftOf(desk, site, '如何修改密码')
    expect(await found(desk, site, { text: '运费' })).toEqual(['我想知道退货运费由谁承担'])
  })

  test('question, answer, phrasings and tags are looked in, whatever the case and the width of the letters', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    await draftOf(desk, site, 'Ｒｅｆｕｎｄ policy', {
      answer: 'Within DAYS',
      phrasings: ['Money back'],
      tags: ['Geld'],
    })
    for (const text of ['refund', 'ＲＥＦＵＮＤ', 'within days', 'MONEY', 'gel']) {
      expect(await found(desk, site, { text }), text).toHaveLength(1)
    }
    expect(await found(desk, site, { text: 'voucher' })).toEqual([])
  })

  test.each(['%', '_', '\\', "'", '100%', 'a_b'])('%s is looked for as it is written', async (text) => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    await draftOf(desk, site, 'plain words, axb, 1000')
    await draftOf(desk, site, `has ${text} in it`)
    expect(await found(desk, site, { text })).toEqual([`has ${text} in it`])
  })

  test('a state filters, and entries of other sites stay out', async () => {
    const desk = await newDesk(database)
    const [shop, blog] = [await newSite(desk), await newSite(desk, { key: 'pk_blog' })]
    const live = await draftOf(desk, shop, 'Live')
    await desk.storage.entries.savePublication({
      entry: publish(live, { at: desk.clock(), by: 'Ada' }),
      html: '<p>x</p>',
    })
    await draftOf(desk, shop, 'Draft')
    await draftOf(desk, blog, 'Elsewhere')
    expect(await found(desk, shop, { state: 'published' })).toEqual(['Live'])
    expect(await found(desk, shop, { state: 'draft' })).toEqual(['Draft'])
    expect(await found(desk, shop, {})).toEqual(['Draft', 'Live'])
  })

  test('paging through shows every entry once, also those of the same moment', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    const all = Array.from({ length: 23 }, (_, i) => `Entry ${String(i).padStart(2, '0')}`)
    for (const [i, question] of all.entries()) {
      const at = `2026-03-0${1 + Math.floor(i / 9)}T00:00:00.000Z`
      await desk.storage.entries.save(newEntry(desk.newId(), site.id, textOf(question), { at, by: 'Ada' }))
    }
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await desk.storage.entries.list(site.id, { limit: 5, cursor })
      seen.push(...page.entries.map(({ question }) => question))
      cursor = page.cursor ?? undefined
    } while (cursor)
    expect(seen).toHaveLength(all.length)
    expect(seen.toSorted()).toEqual(all)
    expect(seen).toEqual(await found(desk, site, {}))
  })

  test('a cursor that nobody gave out is no error', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    await draftOf(desk, site, 'One')
    for (const cursor of ['', '|', 'x', 'x|', "'|'", '9999|~']) {
      expect(await found(desk, site, { cursor }), cursor).toBeInstanceOf(Array)
    }
  })
})
