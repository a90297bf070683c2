import { describe, expect, test } from 'vitest'
import {
  archiveEntry,
  publishEntry,
  replayWordings,
  saveEntry,
  startEntry,
} from '../../../server/domain/write-entry.ts'
import { draftForGap } from '../../../server/domain/work-on-gap.ts'
import { databases } from '../../databases.ts'
import { ask, draftOf, groupAll, newDesk, newSite, publishedOf, textOf } from '../../desk.ts'

describe.each(databases)('writing entries on %s', (database) => {
  test('a new entry is a draft in the site’s own writing of its language', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    const text = textOf('退货', { locale: 'zh-HK', phrasings: ['a', 'b', 'a'], tags: ['t', 't'] })
    expect(await startEntry(desk, site.id, text, 'Ada')).toMatchObject({
      ...{ state: 'draft', revision: 1, locale: 'zh', phrasings: ['a', 'b'], tags: ['t'], updatedBy: 'Ada' },
    })
  })

  test('an entry in a language that the site does not have is refused: no visitor would find it', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    const french = textOf('Retour', { locale: 'fr' })
    await expect(startEntry(desk, site.id, french, 'Ada')).rejects.toMatchObject({ code: 'invalid' })
    const { id, revision } = await draftOf(desk, site, 'Return')
    await expect(saveEntry(desk, id, revision, french, 'Ada')).rejects.toMatchObject({ code: 'invalid' })
  })

  test('saving on an older revision is refused and says who saved the newer one', async () => {
    const desk = await newDesk(database)
    const { id, revision } = await draftOf(desk, await newSite(desk), 'Old')
    await saveEntry(desk, id, revision, textOf('New'), 'Ben')
    for (const late of [
      () => saveEntry(desk, id, revision, textOf('Mine'), 'Ada'),
      () => publishEntry(desk, desk, { id, revision, by: 'Ada' }),
      () => archiveEntry(desk, desk.live, id, revision, 'Ada'),
    ]) {
      await expect(late()).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('Ben') as string,
      })
    }
    expect(await desk.storage.entries.byId(id)).toMatchObject({ question: 'New', revision: 2, state: 'draft' })
  })

  test('an entry without an answer can be saved but not published', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    const { id, revision } = await draftOf(desk, site, 'Later', { answer: '' })
    const publishing = publishEntry(desk, desk, { id, revision, by: 'Ada' })
    await expect(publishing).rejects.toMatchObject({ code: 'not-ready' })
    expect(await desk.storage.sites.change(site.id)).toBe(0)
  })

  test('an answer that can not be rendered is refused, and the entry stays a draft', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    const { id, revision } = await draftOf(desk, site, 'Deep', { answer: '> '.repeat(300) })
    const publishing = publishEntry(desk, desk, { id, revision, by: 'Ada' })
    await expect(publishing).rejects.toMatchObject({ code: 'invalid' })
    expect(await desk.storage.entries.byId(id)).toMatchObject({ state: 'draft', revision: 1 })
  })

  test('published means findable; edited means findable as before; published again means findable as edited', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    const { id, revision } = await publishedOf(desk, site, 'Where is my parcel?')
    const found = async (text: string) => (await desk.live.of(site, 'en')).search(text).hits.length
    const edited = await saveEntry(desk, id, revision, textOf('Track a shipment'), 'Ada')
    await desk.live.idle()
    expect([await found('parcel'), await found('shipment')]).toEqual([1, 0])
    await publishEntry(desk, desk, { id, revision: edited.revision, by: 'Ada' })
    await desk.live.idle()
    expect([await found('parcel'), await found('shipment')]).toEqual([0, 1])
  })

  test('an archived entry can be published again, but not archived twice', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    const published = await publishedOf(desk, site, 'Where is my parcel?')
    const archived = await archiveEntry(desk, desk.live, published.id, published.revision, 'Ada')
    expect(archived).toMatchObject({ state: 'archived', publishedRevision: null })
    const twice = archiveEntry(desk, desk.live, archived.id, archived.revision, 'Ada')
    await expect(twice).rejects.toMatchObject({ code: 'conflict' })
    expect(await publishEntry(desk, desk, { ...archived, by: 'Ada' })).toMatchObject({ state: 'published' })
  })

  test('a replay tells before publishing which askers would find the entry, and publishes nothing', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    await ask(desk, site, 'how do I return a teapot', 'how do I return the teapot')
    await groupAll(desk, site)
    const [gap] = await desk.storage.gaps.list(site.id, 'open')
    const { id, revision } = await draftForGap(desk, gap!.id, gap!.revision, 'Ada')
    await saveEntry(desk, id, revision, textOf('Teapots: how do I return one', { phrasings: ['zzz'] }), 'Ada')
    const replays = await replayWordings(desk, desk, id)
    expect(replays.toSorted((a, b) => (a.wording < b.wording ? -1 : 1))).toEqual([
      { wording: 'how do I return a teapot', found: true },
      { wording: 'how do I return the teapot', found: true },
      { wording: 'zzz', found: true },
    ])
    await saveEntry(desk, id, revision + 1, textOf('Something else entirely'), 'Ada')
    expect((await replayWordings(desk, desk, id)).map(({ found }) => found)).toEqual([false, false])
    expect(await desk.storage.entries.live(site.id, 'en')).toEqual([])
  })
})
