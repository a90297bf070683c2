import { describe, expect, test } from 'vitest'
import { openGap } from '../../../server/domain/gap.ts'
import { closeFoundGaps } from '../../../server/domain/group-questions.ts'
import { draftForGap, dismissGap, reopenGap, viewGap } from '../../../server/domain/work-on-gap.ts'
import { publishEntry, saveEntry } from '../../../server/domain/write-entry.ts'
import { PHRASINGS } from '../../../shared/limits.ts'
import { databases } from '../../databases.ts'
import { ask, groupAll, newDesk, newSite, questionOf, textOf } from '../../desk.ts'

describe.each(databases)('a gap gets its answer on %s', (database) => {
  async function drafted(...texts: readonly string[]) {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    await ask(desk, site, ...texts)
    await groupAll(desk, site)
    const [gap] = await desk.storage.gaps.list(site.id, 'open')
    const entry = await draftForGap(desk, gap!.id, gap!.revision, 'Ada')
    const state = async () => (await viewGap(desk, gap!.id)).gap.state
    return { desk, site, gap: gap!, entry, state }
  }

  async function published(
    { desk, entry }: Awaited<ReturnType<typeof drafted>>,
    question: string,
    phrasings: string[],
  ) {
    const saved = await saveEntry(desk, entry.id, entry.revision, textOf(question, { phrasings }), 'Ada')
    await publishEntry(desk, desk, { id: saved.id, revision: saved.revision, by: 'Ada' })
    await desk.live.idle()
  }

  test('the draft has the askers’ wordings as its phrasings', async () => {
    const { entry, gap } = await drafted('how do I return a teapot', 'How can I return a teapot?')
    expect(entry).toMatchObject({ question: gap.question, phrasings: ['How can I return a teapot?'], state: 'draft' })
  })

  test('the draft of a gap with very many wordings can still be saved: it takes the most asked', async () => {
    const many = Array.from({ length: PHRASINGS + 30 }, (_, i) => `how do I return teapot number ${i}`)
    const desk = await newDesk(database)
    const site = await newSite(desk)
    for (let i = 0; i < many.length; i += 50) await ask(desk, site, ...many.slice(i, i + 50))
    const [first, ...rest] = await desk.storage.questions.ungrouped(site.id, many.length)
    const gap = await desk.storage.gaps.save(openGap('g-many', first!))
    for (const question of [first!, ...rest]) await desk.storage.questions.settle(question, { gapId: gap.id })
    await ask(desk, site, many.at(-1)!)
    const [again] = await desk.storage.questions.ungrouped(site.id, 1)
    await desk.storage.questions.settle(again!, { gapId: gap.id })

    const { phrasings } = await draftForGap(desk, gap.id, gap.revision, 'Ada')
    expect(phrasings).toHaveLength(PHRASINGS)
    expect(phrasings[0]).toBe(many.at(-1))
  })

  test('it closes when every wording finds the entry', async () => {
    const work = await drafted('how do I return a teapot', 'How can I return a teapot?')
    await closeFoundGaps(work.desk, work.desk.live, work.site.id)
    expect(await work.state()).toBe('in_progress') // not published yet
    await published(work, 'How do I return a teapot', ['How can I return it'])
    await closeFoundGaps(work.desk, work.desk.live, work.site.id)
    expect(await work.state()).toBe('answered')
  })

  test('it stays in progress while one wording does not find the entry', async () => {
    const work = await drafted('how do I return a teapot', 'How can I return a teapot??')
    await published(work, 'Sending goods back', [])
    await closeFoundGaps(work.desk, work.desk.live, work.site.id)
    expect(await work.state()).toBe('in_progress')
  })

  test('it opens again when somebody is not helped by the answer', async () => {
    const work = await drafted('how do I return a teapot')
    await published(work, 'How do I return a teapot', [])
    await closeFoundGaps(work.desk, work.desk.live, work.site.id)
    await ask(work.desk, work.site, questionOf('how do I return a teapot', { outcome: 'bad_answer' }))
    await groupAll(work.desk, work.site)
    expect(await work.state()).toBe('open')
  })

  test('who decides on an older look at the gap is asked to look again', async () => {
    const { desk, gap } = await drafted('how do I return a teapot')
    await expect(dismissGap(desk, gap.id, gap.revision, 'other')).rejects.toMatchObject({ code: 'conflict' })
    await expect(reopenGap(desk, gap.id, gap.revision)).rejects.toMatchObject({ code: 'conflict' })
    await expect(viewGap(desk, 'no-such-gap')).rejects.toMatchObject({ code: 'not-found' })
  })
})
