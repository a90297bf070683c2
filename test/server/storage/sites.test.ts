import { describe, expect, test } from 'vitest'
import { databases } from '../../databases.ts'
import { newDesk, newSite } from '../../desk.ts'

describe.each(databases)('sites on %s', (database) => {
  test('a site comes back by its id and by its key as it was added', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk, { name: '茶 & “Tea”', locales: ['zh', 'en'], defaultLocale: 'zh' })
    expect(await desk.storage.sites.byId(site.id)).toEqual(site)
    expect(await desk.storage.sites.byKey('pk_shop')).toEqual(site)
  })

  test('a key that no site has finds none', async () => {
    const desk = await newDesk(database)
    await newSite(desk)
    expect(await desk.storage.sites.byKey('pk_sho')).toBeUndefined()
    expect(await desk.storage.sites.byId('pk_shop')).toBeUndefined()
  })

  test('two sites never share a key', async () => {
    const desk = await newDesk(database)
    await newSite(desk)
    await expect(newSite(desk, { id: 'another' })).rejects.toThrow()
    expect(await desk.storage.sites.all()).toHaveLength(1)
  })

  test('sites are listed in the order in which they were added', async () => {
    const desk = await newDesk(database)
    for (const key of ['pk_c', 'pk_a', 'pk_b']) await newSite(desk, { key })
    expect((await desk.storage.sites.all()).map(({ key }) => key)).toEqual(['pk_c', 'pk_a', 'pk_b'])
  })

  test('an origin that is allowed now is allowed for this site only', async () => {
    const desk = await newDesk(database)
    const shop = await newSite(desk)
    const blog = await newSite(desk, { key: 'pk_blog', allowedOrigins: [] })
    await desk.storage.sites.allowOrigins(shop.id, ['https://a.example', 'https://b.example'])
    expect((await desk.storage.sites.byId(shop.id))?.allowedOrigins).toEqual(['https://a.example', 'https://b.example'])
    expect((await desk.storage.sites.byId(blog.id))?.allowedOrigins).toEqual([])
  })

  test('changes of each site are counted on their own, from 1', async () => {
    const { storage, ...desk } = await newDesk(database)
    const shop = await newSite({ ...desk, storage })
    const blog = await newSite({ ...desk, storage }, { key: 'pk_blog' })
    expect(await storage.sites.change(shop.id)).toBe(0)
    expect(await storage.sites.nextChange(shop.id, [])).toBe(1)
    expect(await storage.sites.nextChange(shop.id, [])).toBe(2)
    expect(await storage.sites.change(shop.id)).toBe(2)
    expect(await storage.sites.change(blog.id)).toBe(0)
  })
})
