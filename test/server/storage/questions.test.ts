import { describe, expect, test } from 'vitest'
import { databases } from '../../databases.ts'
import { ask, newDesk, newSite, questionOf } from '../../desk.ts'

describe.each(databases)('questions on %s', (database) => {
  test('a question sent twice counts once, in one batch and in two', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    const question = questionOf('How do I return it?')
    await ask(desk, site, question, question)
    await ask(desk, site, question, questionOf('Where is my parcel?'))
    const texts = (await desk.storage.questions.ungrouped(site.id, 50)).map(({ text }) => text)
    expect(texts).toEqual(['How do I return it?', 'Where is my parcel?'])
  })

  test('what was logged first stays when the same id comes with other words', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    const question = questionOf('The words')
    await ask(desk, site, question)
    await ask(desk, site, { ...question, text: 'Other words' })
    expect(await desk.storage.questions.ungrouped(site.id, 50)).toMatchObject([{ text: 'The words' }])
  })

  test('the same id on two sites is two questions', async () => {
    const desk = await newDesk(database)
    const [shop, blog] = [await newSite(desk), await newSite(desk, { key: 'pk_blog' })]
    const question = questionOf('How do I return it?')
    await ask(desk, shop, question)
    await ask(desk, blog, question)
    expect(await desk.storage.questions.ungrouped(shop.id, 50)).toHaveLength(1)
    expect(await desk.storage.questions.ungrouped(blog.id, 50)).toHaveLength(1)
    expect((await desk.storage.questions.sitesWithUngrouped()).toSorted()).toEqual([shop.id, blog.id].toSorted())
  })

  test('a question comes back with everything that was said with it', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    const said = questionOf('怎么退货？', {
      ...({ locale: 'zh', outcome: 'bad_answer', page: '/cart', email: 'a@b.example' } as const),
      ...{ entryId: 'e1', seen: ['e1', 'e2'] },
    })
    await ask(desk, site, said)
    const [logged] = await desk.storage.questions.ungrouped(site.id, 50)
    expect(logged).toMatchObject({ ...said, siteId: site.id })
  })

  test('questions wait in the order in which they were received, until they are settled', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    await ask(desk, site, 'one', 'two')
    await ask(desk, site, 'three')
    const [one, two, three] = await desk.storage.questions.ungrouped(site.id, 50)
    expect([one?.text, two?.text, three?.text]).toEqual(['one', 'two', 'three'])
    expect(await desk.storage.questions.ungrouped(site.id, 2)).toEqual([one, two])
    await desk.storage.questions.settle(two!, { gapId: null, entryId: null })
    expect(await desk.storage.questions.ungrouped(site.id, 50)).toEqual([one, three])
  })

  test('when all are settled, no site has questions that wait', async () => {
    const desk = await newDesk(database)
    const site = await newSite(desk)
    await ask(desk, site, 'one')
    const [one] = await desk.storage.questions.ungrouped(site.id, 1)
    await desk.storage.questions.settle(one!, { gapId: null, entryId: 'e1' })
    expect(await desk.storage.questions.sitesWithUngrouped()).toEqual([])
  })

  test('questions received since a time come newest first, of the site only, settled or not', async () => {
    const desk = await newDesk(database)
    const [shop, blog] = [await newSite(desk), await newSite(desk, { key: 'pk_blog' })]
    await ask(desk, shop, 'old')
    desk.wait(60_000)
    const since = desk.clock()
    await ask(desk, shop, 'one', 'two')
    await ask(desk, blog, 'elsewhere')
    const [one] = (await desk.storage.questions.ungrouped(shop.id, 50)).slice(1)
    await desk.storage.questions.settle(one!, { gapId: null, entryId: null })
    const texts = async (limit: number) =>
      (await desk.storage.questions.since(shop.id, since, limit)).map(({ text }) => text)
    expect(await texts(50)).toEqual(['two', 'one'])
    expect(await texts(1)).toEqual(['two'])
  })
})
