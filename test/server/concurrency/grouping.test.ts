import { describe, expect, test } from 'vitest'
import { draftForGap } from '../../../server/domain/work-on-gap.ts'
import { groupingWork } from '../../../server/work/grouping.ts'
import { databases, newDatabase, openedStorage } from '../../databases.ts'
import { ask, deskOn, groupAll, newSite } from '../../desk.ts'

const wordings = [
  'how do I return a teapot',
  'how can I return a teapot',
  'how do I return the teapot',
  'return a teapot, how?',
  'How do I return a teapot??',
] as const

async function twoDesks(database: (typeof databases)[number]) {
  const url = await newDatabase(database)
  return [deskOn(await openedStorage(url), 'one'), deskOn(await openedStorage(url), 'two')] as const
}

describe.each(databases)('grouping from two processes on %s', (database) => {
  test('the same question in other words opens one gap and counts each asker once', async () => {
    const [one, two] = await twoDesks(database)
    const site = await newSite(one)
    await Promise.all(wordings.map((text, i) => ask(i % 2 ? one : two, site, text)))
    await Promise.all([groupAll(one, site), groupAll(two, site), groupAll(one, site), groupAll(two, site)])

    const gaps = await one.storage.gaps.list(site.id, 'open')
    expect(gaps).toMatchObject([{ questions: wordings.length }])
    const asked = await two.storage.gaps.wordings(gaps[0]!.id)
    expect(asked.map(({ text }) => text).toSorted()).toEqual(wordings.toSorted())
    expect(await one.storage.questions.sitesWithUngrouped()).toEqual([])
  })

  test('the background work of two processes groups what came in to either', async () => {
    const [one, two] = await twoDesks(database)
    const site = await newSite(one)
    const failures: unknown[] = []
    const failed = (error: unknown) => failures.push(error)
    const runners = [groupingWork(one, one.live, failed), groupingWork(two, two.live, failed)]
    await Promise.all(
      wordings.map(async (text, i) => {
        await ask(i % 2 ? one : two, site, text)
        runners[i % 2]!.wake(site.id)
      }),
    )
    await Promise.all(runners.map((runner) => runner.idle()))
    expect(failures).toEqual([])
    expect(await one.storage.gaps.list(site.id, 'open')).toMatchObject([{ questions: wordings.length }])
  })

  test('questions that another process left behind are caught up with', async () => {
    const [one, two] = await twoDesks(database)
    const site = await newSite(one)
    await ask(one, site, wordings[0]) // and ends before it groups
    const work = groupingWork(two, two.live, (error) => {
      throw error
    })
    await work.catchUp()
    await work.idle()
    expect(await two.storage.gaps.list(site.id, 'open')).toHaveLength(1)
  })

  test('only one of two agents gets to draft for the same gap, and the other is told who does', async () => {
    const [one, two] = await twoDesks(database)
    const site = await newSite(one)
    await ask(one, site, wordings[0])
    await groupAll(one, site)
    const [gap] = await one.storage.gaps.list(site.id, 'open')
    const outcomes = await Promise.allSettled([
      draftForGap(one, gap!.id, gap!.revision, 'Ada'),
      draftForGap(two, gap!.id, gap!.revision, 'Ben'),
    ])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const winner = outcomes[0].status === 'fulfilled' ? 'Ada' : 'Ben'
    const lost = outcomes.find((outcome) => outcome.status === 'rejected')
    expect(lost?.reason).toMatchObject({ code: 'conflict', message: `${winner} is writing this answer already.` })
    expect((await one.storage.entries.list(site.id, { limit: 9 })).entries).toHaveLength(1)
  })
})
