import { describe, expect, test } from 'vitest'
import type { Desk, Storage } from '../../../server/domain/ports.ts'
import { entryTextSchema } from '../../../shared/contract.ts'
import { databases, newStorage } from '../../databases.ts'
import { ask, deskOn, draftOf, newDesk, newSite, questionOf } from '../../desk.ts'

class Interrupted extends Error {}

describe.each(databases)('transactions on %s', (database) => {
  test.each(['atomically', 'serially'] as const)('%s keeps all of the work or none of it', async (kind) => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    const { storage } = desk
    const run = (work: (inside: Desk) => Promise<void>) => {
      const onDesk = (inside: Storage) => work({ ...desk, storage: inside })
      return kind === 'atomically' ? storage.atomically(onDesk) : storage.serially('a task', onDesk)
    }
    const interrupted = run(async (inside) => {
      await draftOf(inside, site, 'One')
      await inside.storage.sites.nextChange(site.id, [])
      await ask(inside, site, 'two')
      throw new Interrupted()
    })
    await expect(interrupted).rejects.toThrow(Interrupted)
    expect((await storage.entries.list(site.id, { limit: 9 })).entries).toEqual([])
    expect(await storage.sites.change(site.id)).toBe(0)
    expect(await storage.questions.ungrouped(site.id, 9)).toEqual([])

    await run(async (inside) => void (await draftOf(inside, site, 'Kept')))
    expect((await storage.entries.list(site.id, { limit: 9 })).entries).toHaveLength(1)
  })

  test('one transaction inside another belongs to it: the outer one decides for both', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    const { storage } = desk
    const outer = storage.atomically(async (outside) => {
      await outside.serially('a task', (inside) => inside.atomically((most) => most.sites.nextChange(site.id, [])))
      expect(await outside.sites.change(site.id)).toBe(1)
      throw new Interrupted()
    })
    await expect(outer).rejects.toThrow(Interrupted)
    expect(await storage.sites.change(site.id)).toBe(0)
  })

  test('text with NUL and lone surrogates is cleaned by the contract and survives the database', async () => {
    const desk = deskOn(await newStorage(database))
    const site = await newSite(desk)
    const wild = 'a\0b\uD800c \uDC00 😀 𠮷'
    const text = entryTextSchema.parse({ question: wild, answer: wild, phrasings: [wild], tags: [wild], locale: 'en' })
    const { id } = await draftOf(desk, site, text.question, text)
    expect(await desk.storage.entries.byId(id)).toMatchObject(text)
    expect(text.question).toBe('ab\uFFFDc \uFFFD 😀 𠮷')

    await ask(desk, site, questionOf(wild, { page: wild }))
    const [logged] = await desk.storage.questions.ungrouped(site.id, 1)
    expect(logged).toMatchObject({ text: text.question, page: text.question })
  })

  test('a database that answers is told from one that is gone', async () => {
    const storage = await newStorage(database)
    await storage.ping()
    const other = await newStorage(database)
    await other.close()
    await expect(other.ping()).rejects.toThrow()
  })
})
