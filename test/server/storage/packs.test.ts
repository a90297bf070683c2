import { describe, expect, test } from 'vitest'
import type { StoredPack } from '../../../server/domain/ports.ts'
import { databases, newStorage } from '../../databases.ts'
import { deskOn, newSite, START } from '../../desk.ts'

async function shelf(database: (typeof databases)[number]) {
  const storage = await newStorage(database)
  const site = await newSite(deskOn(storage))
  const pack = (change: number, hash = `hash-${change}`): StoredPack => ({
    ...{ siteId: site.id, locale: 'en', change, hash, base: null },
    ...{ brotli: new Uint8Array([0, 255, change]), gzip: new Uint8Array([1, change]) },
  })
  const head = () => storage.packs.head(site.id, 'en')
  return { packs: storage.packs, site, pack, head }
}

describe.each(databases)('packs on %s', (database) => {
  test('a pack comes back byte for byte', async () => {
    const { packs, pack } = await shelf(database)
    await packs.store(pack(1), START)
    const stored = await packs.byHash('hash-1')
    expect(stored).toMatchObject({ hash: 'hash-1', change: 1, locale: 'en' })
    expect([...stored!.brotli]).toEqual([0, 255, 1])
    expect([...stored!.gzip]).toEqual([1, 1])
  })

  test('the head moves forward only: an older pack that comes late never replaces a newer', async () => {
    const { packs, pack, head } = await shelf(database)
    expect(await head()).toBeUndefined()
    for (const change of [2, 5, 3, 4, 1]) await packs.store(pack(change), START)
    expect(await head()).toMatchObject({ hash: 'hash-5', change: 5 })
  })

  test('knowledge that went back to what it was is the head again', async () => {
    const { packs, pack, head } = await shelf(database)
    await packs.store(pack(1, 'before'), START)
    await packs.store(pack(2, 'between'), START)
    await packs.store(pack(3, 'before'), START)
    expect(await head()).toMatchObject({ hash: 'before', change: 3 })
    await packs.store(pack(2, 'before'), START)
    expect(await head()).toMatchObject({ hash: 'before', change: 3 })
  })

  test('the last three can still be fetched by widgets that have just read an older head', async () => {
    const { packs, pack } = await shelf(database)
    for (const change of [1, 2, 3, 4, 5]) await packs.store(pack(change), START)
    const kept = await Promise.all([1, 2, 3, 4, 5].map((change) => packs.byHash(`hash-${change}`)))
    expect(kept.map((stored) => stored !== undefined)).toEqual([false, false, true, true, true])
  })

  test('packs of other locales and sites are left alone', async () => {
    const { packs, pack, site } = await shelf(database)
    await packs.store({ ...pack(1, 'zh-1'), locale: 'zh' }, START)
    for (const change of [1, 2, 3, 4]) await packs.store(pack(change), START)
    expect(await packs.head(site.id, 'zh')).toMatchObject({ hash: 'zh-1', change: 1 })
    expect(await packs.head('another', 'en')).toBeUndefined()
  })

  test('a delta is the head as long as no whole pack is as new, and names the pack that it builds on', async () => {
    const { packs, pack, site, head } = await shelf(database)
    await packs.store(pack(1, 'whole'), START)
    await packs.store({ ...pack(2, 'delta'), base: 'whole' }, START)
    expect(await head()).toEqual({ hash: 'delta', change: 2, base: { hash: 'whole', change: 1, size: 3 } })
    await packs.store(pack(2, 'folded'), START)
    expect(await head()).toEqual({ hash: 'folded', change: 2, base: { hash: 'folded', change: 2, size: 3 } })
    expect(await packs.head(site.id, 'zh')).toBeUndefined()
  })

  test('a pack is kept as long as a delta that is kept builds on it', async () => {
    const { packs, pack } = await shelf(database)
    await packs.store(pack(1, 'whole'), START)
    for (const change of [2, 3, 4, 5]) await packs.store({ ...pack(change), base: 'whole' }, START)
    expect(await packs.byHash('whole')).toMatchObject({ change: 1 })
    expect(await packs.byHash('hash-2')).toBeUndefined()
    for (const change of [6, 7, 8]) await packs.store(pack(change), START)
    expect(await packs.byHash('whole')).toBeUndefined()
  })

  test('a pack in which nothing has changed since is of a later change, never of an earlier', async () => {
    const { packs, pack, site, head } = await shelf(database)
    await packs.store(pack(3, 'whole'), START)
    await packs.advance(site.id, 'en', 'whole', 5)
    expect(await head()).toMatchObject({ hash: 'whole', change: 5 })
    await packs.advance(site.id, 'en', 'whole', 4)
    expect(await head()).toMatchObject({ hash: 'whole', change: 5 })
  })
})
