import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { decodePack } from '../../../shared/pack-bytes.ts'
import { importEntries } from '../../../server/domain/import-entries.ts'
import { setFloor, setSiteSearch } from '../../../server/domain/calibrate.ts'
import { archiveEntry, publishEntry, saveEntry } from '../../../server/domain/write-entry.ts'
import type { Site } from '../../../server/domain/site.ts'
import { packWork } from '../../../server/work/packs.ts'
import { type DatabaseName, databases } from '../../databases.ts'
import { draftOf, newDesk, newSite, publishedOf, type TestDesk, textOf } from '../../desk.ts'

/** A desk on which no pack is so small that it is built anew after every change, and a site with some entries. */
async function deskOfLarge(database: DatabaseName): Promise<{ desk: TestDesk; site: Site }> {
  const plain = await newDesk(database)
  const failed = (error: unknown) => {
    throw error
  }
  const desk = { ...plain, live: packWork(plain, plain.workers, { failed, small: 0 }) }
  onTestFinished(() => desk.live.idle())
  const site = await newSite(desk)
  await importRows(desk, site, 20, (i) => `How do I change my ${i}th order?`)
  return { desk, site }
}

async function importRows(desk: TestDesk, site: Site, count: number, questionOf: (i: number) => string): Promise<void> {
  const rows = Array.from({ length: count }, (_, i) => ({
    ...{ place: `row ${i}`, sourceId: questionOf(i), draft: false },
    text: { question: questionOf(i), answer: 'Like this.', locale: 'en' },
  }))
  await importEntries(desk, desk, site, rows, { source: 'test', dryRun: false, publish: true })
  await desk.live.idle()
}

const firstHit = async (desk: TestDesk, site: Site, text: string) =>
  (await desk.live.of(site, 'en')).search(text).hits[0]?.entry.question

describe.each(databases)('what changes after a pack was built, on %s', (database) => {
  test('comes as a delta to the same pack, and is found at once', async () => {
    const { desk, site } = await deskOfLarge(database)
    const before = await desk.live.head(site, 'en')
    expect(before.delta).toBeNull()
    await publishedOf(desk, site, 'Is gift wrapping possible?')
    const after = await desk.live.head(site, 'en')
    expect(after).toEqual({ ...before, delta: expect.stringMatching(/^[\w-]{11}\.[\w-]{22}$/) as string })
    expect(await firstHit(desk, site, 'gift wrapping')).toBe('Is gift wrapping possible?')

    const stored = await desk.storage.packs.byHash(after.delta!)
    const delta = decodePack(brotliDecompressSync(stored!.brotli))
    expect(delta.entries.map(({ question }) => question)).toEqual(['Is gift wrapping possible?'])
    expect(stored!.brotli.length).toBeLessThan(400)
  })

  test('an entry that was edited is found by its new words only', async () => {
    const { desk, site } = await deskOfLarge(database)
    const { id, revision } = await publishedOf(desk, site, 'Is gift wrapping possible?')
    const edited = await saveEntry(desk, id, revision, textOf('Do you engrave cups?'), 'Ada')
    await publishEntry(desk, desk, { id, revision: edited.revision, by: 'Ada' })
    await desk.live.idle()
    expect(await firstHit(desk, site, 'engrave cups')).toBe('Do you engrave cups?')
    const knowledge = await desk.live.of(site, 'en')
    expect(knowledge.search('gift wrapping').confidence).toBe('none')
  })

  test('what is taken back is in no public file any more', async () => {
    const { desk, site } = await deskOfLarge(database)
    const { id, revision } = await publishedOf(desk, site, 'Is gift wrapping possible?')
    await archiveEntry(desk, desk.live, id, revision, 'Ada')
    await desk.live.idle()
    const { pack, delta } = await desk.live.head(site, 'en')
    expect(delta).toBeNull()
    const stored = await desk.storage.packs.byHash(pack)
    const titles = decodePack(brotliDecompressSync(stored!.brotli)).entries.map(({ question }) => question)
    expect(titles).toHaveLength(20)
    expect(titles).not.toContain('Is gift wrapping possible?')
  })

  test('many changes are folded into a new pack, which finds the same', async () => {
    const { desk, site } = await deskOfLarge(database)
    const before = await desk.live.head(site, 'en')
    await importRows(desk, site, 201, (i) => `Where is shop ${i}x?`)
    const after = await desk.live.head(site, 'en')
    expect(after.delta).toBeNull()
    expect(after.pack).not.toBe(before.pack)
    expect(await firstHit(desk, site, 'shop 117x')).toBe('Where is shop 117x?')
  })

  test('a change in one language leaves the packs of the others as they are', async () => {
    const { desk, site } = await deskOfLarge(database)
    const before = await desk.live.head(site, 'en')
    await publishedOf(desk, site, '如何退货', { locale: 'zh' })
    expect(await desk.live.head(site, 'en')).toEqual(before)
    expect((await desk.live.of(site, 'zh')).search('退货').hits).toHaveLength(1)
  })

  test('a preview is the pack and a delta of its own, and changes nothing', async () => {
    const { desk, site } = await deskOfLarge(database)
    await publishedOf(desk, site, 'Is gift wrapping possible?')
    const before = await desk.live.head(site, 'en')
    const draft = await draftOf(desk, site, 'Do you engrave cups?')
    const { id, revision, locale, question, phrasings, tags } = draft
    const asLive = { id, revision, locale, question, phrasings, tags, html: '', publishedAt: draft.updatedAt }
    const { head, delta } = await desk.live.preview(site, asLive)
    expect(head.pack).toBe(before.pack)
    expect(head.delta).toBe(delta.hash)
    const titles = decodePack(brotliDecompressSync(delta.brotli)).entries.map((entry) => entry.question)
    expect(titles).toEqual(['Is gift wrapping possible?', 'Do you engrave cups?'])
    expect(await desk.live.replay(site, asLive, ['engrave', 'gift wrapping'])).toEqual([true, false])
    expect(await desk.live.head(site, 'en')).toEqual(before)
  })
})

describe('the words of a site', () => {
  test('synonyms are found both ways or one way, from the next pack on', async () => {
    const desk = await newDesk('SQLite')
    const site = await newSite(desk)
    await publishedOf(desk, site, 'How do I return a teapot?')
    await publishedOf(desk, site, 'Where is my parcel?')
    expect(await firstHit(desk, site, 'samovar')).toBeUndefined()
    const synonyms = [{ from: 'samovar', to: 'teapot' }]
    await setSiteSearch(desk, desk.live, { ...site, search: { ...site.search, synonyms } })
    await desk.live.idle()
    expect(await firstHit(desk, site, 'samovar')).toBe('How do I return a teapot?')
    expect((await desk.storage.sites.byId(site.id))?.search.synonyms).toEqual(synonyms)
  })

  test('a floor of its own decides what is no answer', async () => {
    const desk = await newDesk('SQLite')
    const site = await newSite(desk)
    await publishedOf(desk, site, 'How do I return a teapot?')
    const confidence = async () => (await desk.live.of(site, 'en')).search('return a teapot').confidence
    expect(await confidence()).toBe('answered')
    await setFloor(desk, desk.live, site, 1)
    await desk.live.idle()
    expect(await confidence()).toBe('none')
    await setFloor(desk, desk.live, site, null)
    await desk.live.idle()
    expect(await confidence()).toBe('answered')
  })

  test('knowledge of more than the site allows is searched on the server', async () => {
    const desk = await newDesk('SQLite')
    const site = await newSite(desk)
    await publishedOf(desk, site, 'How do I return a teapot?')
    expect((await desk.live.head(site, 'en')).search).toBe('browser')
    const small = { ...site, search: { ...site.search, browserLimit: 100 } }
    expect((await desk.live.head(small, 'en')).search).toBe('server')
  })
})
