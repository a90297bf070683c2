import { describe, expect, test } from 'vitest'
import type { Site } from '../../../server/domain/site.ts'
import { dismissGap, viewGap } from '../../../server/domain/work-on-gap.ts'
import { databases } from '../../databases.ts'
import { ask, groupAll, newDesk, newSite, publishedOf, questionOf, type TestDesk } from '../../desk.ts'

async function openGaps(desk: TestDesk, site: Site): Promise<string[]> {
  return (await desk.storage.gaps.list(site.id, 'open')).map(({ question }) => question)
}

describe.each(databases)('grouping on %s', (database) => {
  test('the same question in other words joins its gap, another question opens another', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    await ask(desk, site, 'how do I return a teapot', 'How can I return a teapot?', 'do you ship to Iceland')
    await groupAll(desk, site)
    expect(await openGaps(desk, site)).toEqual(['how do I return a teapot', 'do you ship to Iceland'])
  })

  test('Chinese questions are grouped as English ones are, and the two never together', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    await ask(desk, site, ...['茶壶怎么退货', '茶壶要怎么退货？'].map((text) => questionOf(text, { locale: 'zh-CN' })))
    await ask(desk, site, 'teapot')
    await ask(desk, site, questionOf('teapot', { locale: 'zh' }))
    await groupAll(desk, site)
    const gaps = await desk.storage.gaps.list(site.id, 'open')
    expect(gaps.map(({ locale, questions }) => [locale, questions]).toSorted()).toEqual([
      ['en', 1],
      ['zh', 1],
      ['zh', 2],
    ])
  })

  test('a question that was answered opens no gap', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    await ask(desk, site, questionOf('anything at all', { outcome: 'answered', entryId: 'e1' }))
    await groupAll(desk, site)
    expect(await openGaps(desk, site)).toEqual([])
    expect(await desk.storage.questions.sitesWithUngrouped()).toEqual([])
  })

  test('a question that the live knowledge answers by now opens no gap', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    await ask(desk, site, 'Can I return a teapot?')
    await publishedOf(desk, site, 'Can I return a teapot?')
    await groupAll(desk, site)
    expect(await openGaps(desk, site)).toEqual([])
  })

  test('who asks after seeing the entry is not answered by it', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    const { id } = await publishedOf(desk, site, 'Can I return a teapot?')
    await ask(desk, site, questionOf('Can I return a teapot?', { outcome: 'asked', seen: [id] }))
    await groupAll(desk, site)
    expect(await openGaps(desk, site)).toEqual(['Can I return a teapot?'])
  })

  test('a better ranked entry that hardly speaks of it does not answer in place of the one that was seen', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    for (const other of ['Shipping', 'Teapots', 'Cups', 'Opening hours', 'Careers', 'Newsletter']) {
      await publishedOf(desk, site, other, { answer: other })
    }
    await publishedOf(desk, site, 'Refund orders', { phrasings: ['refund orders'], answer: 'refund orders' })
    const answer = `The refund for orders paid by voucher takes a while. ${'And so on. '.repeat(30)}`
    const { id } = await publishedOf(desk, site, 'Miscellaneous', { answer })
    const asked = questionOf('refund orders paid voucher', { outcome: 'asked', seen: [id] })
    await ask(desk, site, asked)
    await groupAll(desk, site)
    expect(await openGaps(desk, site)).toEqual(['refund orders paid voucher'])
  })

  test('an answer that did not help always counts, whatever the search thinks of it', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    const { id } = await publishedOf(desk, site, 'Can I return a teapot?')
    await ask(desk, site, questionOf('Can I return a teapot?', { outcome: 'bad_answer', entryId: id }))
    await groupAll(desk, site)
    expect(await openGaps(desk, site)).toEqual(['Can I return a teapot?'])
  })

  test('questions of a dismissed gap join it without bringing it back', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    await ask(desk, site, 'win a prize now')
    await groupAll(desk, site)
    const [gap] = await desk.storage.gaps.list(site.id, 'open')
    await dismissGap(desk, gap!.id, gap!.revision, 'spam')
    await ask(desk, site, 'win a prize now')
    await groupAll(desk, site)
    expect(await openGaps(desk, site)).toEqual([])
    expect((await viewGap(desk, gap!.id)).gap).toMatchObject({ state: 'dismissed', questions: 2 })
  })

  test('more questions than one round takes are all grouped', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    for (let i = 0; i < 5; i++) await ask(desk, site, ...Array<string>(50).fill('how do I return a teapot'))
    await groupAll(desk, site)
    expect(await desk.storage.gaps.list(site.id, 'open')).toMatchObject([{ questions: 250 }])
  })
})
