import { describe, expect, test } from 'vitest'
import { databases, newDatabase, openedStorage } from '../../databases.ts'
import { deskOn, draftOf, newSite, textOf } from '../../desk.ts'
import { editEntry } from '../../../server/domain/entry.ts'

/** Two openings of one new database, as two processes have. */
async function twoOpenings(database: (typeof databases)[number]) {
  const url = await newDatabase(database)
  return [await openedStorage(url), await openedStorage(url)] as const
}

/** Resolves when `done` says so; every look lets others work first. */
async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setImmediate(resolve))
}

describe.each(databases)('two processes on one %s database', (database) => {
  test('do the same task one at a time', async () => {
    const [one, two] = await twoOpenings(database)
    let inside = 0
    let most = 0
    const work = Array.from({ length: 12 }, (_, i) =>
      (i % 2 ? one : two).serially('a task', async (storage) => {
        most = Math.max(most, ++inside)
        await storage.sites.all()
        await storage.sites.all()
        inside--
      }),
    )
    await Promise.all(work)
    expect(most).toBe(1)
  })

  test('count the changes of a site without a gap, in the order in which they are committed', async () => {
    const [one, two] = await twoOpenings(database)
    const site = await newSite(deskOn(one))
    const committed: number[] = []
    const publish = async (i: number) => {
      await (i % 2 ? one : two).serially('publish', async (storage) => {
        const change = await storage.sites.nextChange(site.id, [])
        await storage.sites.all()
        committed.push(change) // nobody else is between here and the commit
      })
    }
    await Promise.all(Array.from({ length: 10 }, (_, i) => publish(i)))
    expect(committed).toEqual(Array.from({ length: 10 }, (_, i) => i + 1))
    expect(await two.sites.change(site.id)).toBe(10)
  })

  test('save the same revision at once: one wins, the rest are refused and nothing is mixed', async () => {
    const [one, two] = await twoOpenings(database)
    const site = await newSite(deskOn(one))
    const draft = await draftOf(deskOn(one), site, 'Old')
    const edited = Array.from({ length: 8 }, (_, i) =>
      editEntry(draft, textOf(`New ${i}`), { at: draft.updatedAt, by: `${i}` }),
    )
    const outcomes = await Promise.allSettled(edited.map((entry, i) => (i % 2 ? one : two).entries.save(entry)))
    const won = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []))
    expect(won).toHaveLength(1)
    for (const reason of refused) expect(reason).toMatchObject({ code: 'conflict' })
    expect(await one.entries.byId(draft.id)).toEqual(won[0])
  })
})

test('on PostgreSQL one task does not hold up another', async () => {
  const [one, two] = await twoOpenings('PostgreSQL')
  let otherDone = false
  const held = one.serially('publish', () => until(() => otherDone))
  await two.serially('group', () => Promise.resolve())
  otherDone = true
  await held
})
