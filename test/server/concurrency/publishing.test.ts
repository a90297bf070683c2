import { describe, expect, test } from 'vitest'
import { archiveEntry, publishEntry } from '../../../server/domain/write-entry.ts'
import { databases, newDatabase, openedStorage } from '../../databases.ts'
import { deskOn, draftOf, newSite, publishedOf } from '../../desk.ts'

const questions = [
  'How do I return a teapot?',
  'Where is my parcel?',
  'Can I change my address?',
  'Which cards do you accept?',
  'Is gift wrapping possible?',
  'How long does green tea keep?',
  'Do you ship to Iceland?',
  'How do I unsubscribe?',
  'Is there a loyalty programme?',
  'What if a cup arrives broken?',
] as const

/** Two processes at work on one new database. */
async function twoDesks(database: (typeof databases)[number]) {
  const url = await newDatabase(database)
  return [deskOn(await openedStorage(url), 'one'), deskOn(await openedStorage(url), 'two')] as const
}

describe.each(databases)('publishing from two processes on %s', (database) => {
  test('ten concurrent publishes leave ten findable entries in the newest pack', async () => {
    const [one, two] = await twoDesks(database)
    const site = await newSite(one)
    const drafts = []
    for (const question of questions) drafts.push(await draftOf(one, site, question))
    await Promise.all(
      drafts.map(({ id, revision }, i) => {
        const desk = i % 2 ? one : two
        return publishEntry(desk, desk, { id, revision, by: 'Ada' })
      }),
    )
    await Promise.all([one.live.idle(), two.live.idle()])
    for (const desk of [one, two]) {
      const knowledge = await desk.live.of(site, 'en')
      for (const [i, question] of questions.entries()) {
        expect(knowledge.search(question).hits[0]?.entry.id, question).toBe(drafts[i]!.id)
      }
    }
    expect(await one.storage.sites.change(site.id)).toBe(10)
    expect(await one.live.head(site, 'en')).toEqual(await two.live.head(site, 'en'))
  })

  test('two who publish the same revision: one does, the other is refused, and it counts as one change', async () => {
    const [one, two] = await twoDesks(database)
    const site = await newSite(one)
    const { id, revision } = await draftOf(one, site, 'Where is my parcel?')
    const outcomes = await Promise.allSettled([
      publishEntry(one, one, { id, revision, by: 'Ada' }),
      publishEntry(two, two, { id, revision, by: 'Ben' }),
    ])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await one.storage.entries.byId(id)).toMatchObject({ state: 'published', revision: 2, publishedRevision: 2 })
    expect(await one.storage.sites.change(site.id)).toBe(1)
  })

  test('what one process archives, the other finds no more', async () => {
    const [one, two] = await twoDesks(database)
    const site = await newSite(one)
    const { id, revision } = await publishedOf(one, site, 'Where is my parcel?')
    expect((await two.live.of(site, 'en')).search('parcel').hits).toHaveLength(1)
    await archiveEntry(one, one.live, id, revision, 'Ada')
    await one.live.idle()
    expect((await two.live.of(site, 'en')).search('parcel').hits).toEqual([])
  })

  test('a process that was away builds what it missed when it looks', async () => {
    const [one, two] = await twoDesks(database)
    const site = await newSite(one)
    await one.live.head(site, 'en')
    const { id, revision } = await draftOf(one, site, 'Where is my parcel?')
    const nobody = { ...one.live, changed: () => undefined } // ends right after the commit
    await publishEntry(one, { workers: one.workers, live: nobody }, { id, revision, by: 'Ada' })
    await two.live.catchUp()
    await two.live.idle()
    expect((await two.live.of(site, 'en')).search('parcel').hits).toHaveLength(1)
  })
})
