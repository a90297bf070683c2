// The first run: a demo site with something to find.
import { newEntry, publish } from '../domain/entry.ts'
import type { Desk, Workers } from '../domain/ports.ts'
import { defaultSearch } from '../domain/site.ts'
import { demoEntries, demoSiteKey } from './content.ts'

/** Adds the demo site unless there is any site. Safe to call from many processes at once. */
export async function seedDemo(desk: Desk, workers: Workers): Promise<void> {
  if ((await desk.storage.sites.all()).length > 0) return
  const html = await Promise.all(demoEntries.map(({ answer }) => workers.render(answer)))
  await desk.storage.serially('seed', async (storage) => {
    if ((await storage.sites.all()).length > 0) return
    const siteId = desk.newId()
    const edit = { at: desk.clock(), by: 'Askwell' }
    await storage.sites.add({
      ...{ id: siteId, key: demoSiteKey, name: 'Lantern Tea', allowedOrigins: [] },
      ...{ defaultLocale: 'en', locales: ['en', 'zh'], search: defaultSearch, createdAt: edit.at },
    })
    for (const [i, text] of demoEntries.entries()) {
      const inOrder = { at: new Date(Date.parse(edit.at) + i).toISOString(), by: edit.by }
      const entry = newEntry(desk.newId(), siteId, text, inOrder)
      await storage.entries.savePublication({ entry: publish(entry, inOrder), html: html[i]! })
    }
    await storage.sites.nextChange(siteId, 'all')
  })
}
