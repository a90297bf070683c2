import { describe, expect, test } from 'vitest'
import { moveGap, openGap } from '../../../server/domain/gap.ts'
import type { LoggedQuestion } from '../../../server/domain/question.ts'
import type { Site } from '../../../server/domain/site.ts'
import { databases } from '../../databases.ts'
import { ask, newDesk, newSite, START, type TestDesk } from '../../desk.ts'

function logged(site: Site, text: string, more: Partial<LoggedQuestion> = {}): LoggedQuestion {
  return {
    ...({ id: text, siteId: site.id, text, locale: 'en', outcome: 'no_result', page: '', email: null } as const),
    ...{ entryId: null, reason: null, detail: '', seen: [], askedAt: START, receivedAt: START, ...more },
  }
}

/** Asks the texts and puts them all into a new gap. */
async function gapOf(desk: TestDesk, site: Site, ...texts: readonly string[]) {
  const gap = await desk.storage.gaps.save(openGap(desk.newId(), logged(site, texts[0]!)))
  for (const text of texts) await ask(desk, site, text)
  for (const question of await desk.storage.questions.ungrouped(site.id, 50)) {
    await desk.storage.questions.settle(question, { gapId: gap.id })
  }
  return desk.storage.gaps.save({ ...gap, questions: texts.length })
}

describe.each(databases)('gaps on %s', (database) => {
  test('the second of two who changed the same revision is refused', async () => {
    const desk = await newDesk(database)
    const gap = await gapOf(desk, await newSite(desk), 'Can I return it?')
    await desk.storage.gaps.save(moveGap(gap, { type: 'dismiss', reason: 'spam' }))
    await expect(desk.storage.gaps.save(moveGap(gap, { type: 'reopen' }))).rejects.toMatchObject({ code: 'conflict' })
    expect(await desk.storage.gaps.byId(gap.id)).toMatchObject({ state: 'dismissed', reason: 'spam', revision: 3 })
  })

  test('a gap is found by the entry that is to answer it', async () => {
    const desk = await newDesk(database)
    const gap = await gapOf(desk, await newSite(desk), 'Can I return it?')
    const taken = await desk.storage.gaps.save(moveGap(gap, { type: 'draft', entryId: 'e1', by: 'Ada' }))
    expect(await desk.storage.gaps.byEntry('e1')).toEqual([taken])
    expect(await desk.storage.gaps.byEntry('e2')).toEqual([])
  })

  test('the most asked stand first, of two alike the one asked last', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    const asked = [
      ['seldom', 1, '2026-03-01'],
      ['often, long ago', 9, '2026-01-01'],
      ['often', 9, '2026-02-01'],
    ] as const
    for (const [text, questions, day] of asked) {
      const gap = openGap(desk.newId(), logged(site, text, { askedAt: `${day}T00:00:00.000Z` }))
      await desk.storage.gaps.save({ ...gap, questions })
    }
    const listed = await desk.storage.gaps.list(site.id, 'open')
    expect(listed.map(({ question }) => question)).toEqual(['often', 'often, long ago', 'seldom'])
  })

  test('gaps are listed and counted by site and state', async () => {
    const desk = await newDesk(database)
    const [shop, blog] = [await newSite(desk), await newSite(desk, { key: 'pk_blog' })]
    await gapOf(desk, shop, 'one')
    const two = await gapOf(desk, shop, 'two')
    await gapOf(desk, blog, 'three')
    await desk.storage.gaps.save(moveGap(two, { type: 'dismiss', reason: 'other' }))
    expect((await desk.storage.gaps.list(shop.id, 'open')).map(({ question }) => question)).toEqual(['one'])
    expect(await desk.storage.gaps.counts(shop.id)).toEqual({ open: 1, in_progress: 0, answered: 0, dismissed: 1 })
  })

  test('wordings are counted, the most asked first', async () => {
    const desk = await newDesk(database)
    const gap = await gapOf(desk, await newSite(desk), 'return it?', 'send back', 'send back')
    expect(await desk.storage.gaps.wordings(gap.id)).toMatchObject([
      { text: 'send back', questions: 2 },
      { text: 'return it?', questions: 1 },
    ])
  })

  test('a new question is compared with the wordings of its site and locale only', async () => {
    const desk = await newDesk(database)
    const [shop, blog] = [await newSite(desk), await newSite(desk, { key: 'pk_blog' })]
    const gap = await gapOf(desk, shop, 'return it?', 'send back', 'send back')
    await gapOf(desk, blog, 'elsewhere')
    const texts = (await desk.storage.gaps.allWordings(shop.id, 'en')).toSorted((a, b) => (a.text < b.text ? -1 : 1))
    expect(texts).toEqual([
      { gapId: gap.id, text: 'return it?' },
      { gapId: gap.id, text: 'send back' },
    ])
    expect(await desk.storage.gaps.allWordings(shop.id, 'zh')).toEqual([])
  })
})
