import { describe, expect, test } from 'vitest'
import { archive, editEntry, type Entry, newEntry, publish } from '../../../server/domain/entry.ts'
import { databases } from '../../databases.ts'
import { draftOf, newDesk, newSite, type TestDesk, textOf } from '../../desk.ts'

const edit = { at: '2026-03-02T00:00:00.000Z', by: 'Ben' }

function publication(desk: TestDesk, entry: Entry): Promise<Entry> {
  return desk.storage.entries.savePublication({ entry: publish(entry, edit), html: `<p>${entry.answer}</p>` })
}

describe.each(databases)('entries on %s', (database) => {
  test('an entry comes back as it was saved, with its revision counted up', async () => {
    const desk = await newDesk(database)
    const text = textOf('退货要多久？', { phrasings: ['多久退款', 'How long?'], tags: ['退货'], locale: 'zh' })
    const entry = newEntry('e1', (await newSite(desk)).id, text, edit)
    expect(await desk.storage.entries.save(entry)).toEqual({ ...entry, revision: 1 })
    expect(await desk.storage.entries.byId('e1')).toEqual({ ...entry, revision: 1 })
  })

  test('the second of two who edited the same revision is refused, and nothing of the first is lost', async () => {
    const desk = await newDesk(database)
    const draft = await draftOf(desk, await newSite(desk), 'Old')
    await desk.storage.entries.save(editEntry(draft, textOf('First'), edit))
    await expect(desk.storage.entries.save(editEntry(draft, textOf('Second'), edit))).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await desk.storage.entries.byId(draft.id)).toMatchObject({ revision: 2, question: 'First' })
  })

  test('a new entry does not overwrite one that has its id', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    const draft = await draftOf(desk, site, 'First')
    const twin = newEntry(draft.id, site.id, textOf('Twin'), edit)
    await expect(desk.storage.entries.save(twin)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('visitors see neither drafts nor archived entries', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    const draft = await draftOf(desk, site, 'Draft')
    const published = await publication(desk, await draftOf(desk, site, 'Published'))
    const gone = await publication(desk, await draftOf(desk, site, 'Gone'))
    await desk.storage.entries.save(archive(gone, edit))

    const live = await desk.storage.entries.live(site.id, 'en')
    expect(live.map(({ question }) => question)).toEqual(['Published'])
    expect(live[0]).toMatchObject({ id: published.id, revision: 2, html: '<p>About: Published</p>' })
    for (const revision of [1, 2, 3]) {
      expect(await desk.storage.entries.liveRevision(draft.id, revision)).toBeUndefined()
      expect(await desk.storage.entries.liveRevision(gone.id, revision)).toBeUndefined()
    }
  })

  test('an edit that is not published yet does not show', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    const published = await publication(desk, await draftOf(desk, site, 'Old'))
    await desk.storage.entries.save(editEntry(published, textOf('New', { locale: 'zh' }), edit))
    expect((await desk.storage.entries.live(site.id, 'en')).map(({ question }) => question)).toEqual(['Old'])
    expect(await desk.storage.entries.live(site.id, 'zh')).toEqual([])
    expect(await desk.storage.entries.liveRevision(published.id, 3)).toBeUndefined()
  })

  test('a widget with an older list still gets the revision that it lists, while the entry is published', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    const first = await publication(desk, await draftOf(desk, site, 'Old'))
    const second = await publication(desk, editEntry(first, textOf('New'), edit))
    expect(await desk.storage.entries.liveRevision(first.id, 2)).toMatchObject({ question: 'Old', siteId: site.id })
    expect(await desk.storage.entries.liveRevision(first.id, 3)).toMatchObject({ question: 'New' })
    expect(await desk.storage.entries.liveRevision(first.id, 1)).toBeUndefined() // was saved, never published
    await desk.storage.entries.save(archive(second, edit))
    expect(await desk.storage.entries.liveRevision(first.id, 2)).toBeUndefined()
  })

  test('live entries are those of the site and the locale, oldest first', async () => {
    const desk = await newDesk(database)
    const [shop, blog] = [await newSite(desk), await newSite(desk, { key: 'pk_blog' })]
    for (const question of ['One', 'Two', 'Three']) await publication(desk, await draftOf(desk, shop, question))
    await publication(desk, await draftOf(desk, shop, '一', { locale: 'zh' }))
    await publication(desk, await draftOf(desk, blog, 'Elsewhere'))
    const live = await desk.storage.entries.live(shop.id, 'en')
    expect(live.map(({ question }) => question)).toEqual(['One', 'Two', 'Three'])
  })

  test('live entries of some ids only are those, whatever else is live', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    const [one, two] = [await draftOf(desk, site, 'One'), await publication(desk, await draftOf(desk, site, 'Two'))]
    await publication(desk, await draftOf(desk, site, 'Three'))
    const live = await desk.storage.entries.live(site.id, 'en', [one.id, two.id, 'nobody'])
    expect(live.map(({ question }) => question)).toEqual(['Two'])
    expect(await desk.storage.entries.live(site.id, 'en', [])).toEqual([])
  })

  test('more live entries than are read at once all come, each once and in order', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    const questions = Array.from({ length: 1_001 }, (_, i) => `Question ${i}`)
    await desk.storage.atomically(async (storage) => {
      for (const [i, question] of questions.entries()) {
        const at = new Date(Date.parse(edit.at) + Math.floor(i / 3)).toISOString() // several of the same moment
        const entry = newEntry(`e${String(i).padStart(5, '0')}`, site.id, textOf(question), { ...edit, at })
        await storage.entries.savePublication({ entry: publish(entry, edit), html: '' })
      }
    })
    const live = await desk.storage.entries.live(site.id, 'en')
    expect(live.map(({ question }) => question)).toEqual(questions)
  })

  test('what changed after a change is known by language, also what was moved to another or taken back', async () => {
    const desk = await newDesk(database)
    const { entries, sites } = desk.storage
    const site = await newSite(desk)
    const [kept, moved, gone, draft] = await Promise.all(
      ['Kept', 'Moved', 'Gone', 'Draft'].map((question) => draftOf(desk, site, question)),
    )
    for (const entry of [kept!, moved!, gone!]) await publication(desk, entry)
    const before = await sites.nextChange(site.id, [kept!.id, moved!.id, gone!.id, draft!.id])
    await publication(desk, editEntry((await entries.byId(moved!.id))!, textOf('移', { locale: 'zh' }), edit))
    await entries.save(archive((await entries.byId(gone!.id))!, edit))
    await sites.nextChange(site.id, [moved!.id, gone!.id])

    const since = async (locale: string, change: number) => await entries.changedSince(site.id, locale, change, 50)
    expect((await since('en', before)) as string[]).toHaveLength(2)
    expect(new Set(await since('en', before))).toEqual(new Set([moved!.id, gone!.id]))
    expect(await since('zh', before)).toEqual([moved!.id])
    expect((await since('en', 0)) as string[]).toHaveLength(3) // the draft was never public
    expect(await entries.changedSince(site.id, 'en', 0, 2)).toHaveLength(2)
    expect(await since('en', before + 1)).toEqual([])
    await sites.nextChange(site.id, 'all')
    expect(await since('en', before + 1)).toBe('all')
  })

  test('one source has one entry for each of its ids', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    const imported = (id: string, name: string): Entry => ({
      ...newEntry(id, site.id, textOf(id), edit),
      source: { name, id: 'row-1' },
    })
    await desk.storage.entries.save(imported('e1', 'faq.csv'))
    await expect(desk.storage.entries.save(imported('e2', 'faq.csv'))).rejects.toThrow()
    await desk.storage.entries.save(imported('e3', 'other.csv'))
    const known = await desk.storage.entries.bySource(site.id, 'faq.csv')
    expect([...known].map(([id, entry]) => [id, entry.id])).toEqual([['row-1', 'e1']])
    expect(known.get('row-1')?.source).toEqual({ name: 'faq.csv', id: 'row-1' })
  })
})
