import { describe, expect, test } from 'vitest'
import type { QuestionInput, Receipts } from '../../../shared/contract.ts'
import { closeFoundGaps } from '../../../server/domain/group-questions.ts'
import { archiveEntry, publishEntry, saveEntry } from '../../../server/domain/write-entry.ts'
import { dismissGap, draftForGap } from '../../../server/domain/work-on-gap.ts'
import { type DatabaseName, databases } from '../../databases.ts'
import { ask, groupAll, newQuestionId, newSite, publishedOf, questionOf, textOf } from '../../desk.ts'
import { newServer, PAGE } from '../../http.ts'

const AT = '/v1/sites/pk_shop/questions'

async function shopWith(database: DatabaseName) {
  const server = await newServer(database)
  const { desk, site, fetch } = server
  const statesOf = async (...questions: readonly Pick<QuestionInput, 'id'>[]) => {
    const response = await fetch(`${AT}?ids=${questions.map(({ id }) => id).join(',')}`)
    expect(response.status).toBe(200)
    return ((await response.json()) as Receipts).questions
  }
  const theGap = async () => (await desk.storage.gaps.list(site.id, 'open'))[0]!
  /** An agent answers the only gap. */
  const answered = async () => {
    const gap = await theGap()
    const draft = await draftForGap(desk, gap.id, gap.revision, 'Ada')
    const { id, revision } = await saveEntry(desk, draft.id, draft.revision, textOf(gap.question), 'Ada')
    const entry = await publishEntry(desk, desk, { id, revision, by: 'Ada' })
    await desk.live.idle()
    await closeFoundGaps(desk, desk.live, site.id)
    return entry
  }
  return { ...server, statesOf, theGap, answered }
}

describe.each(databases)('what became of a question, on %s', (database) => {
  test('it waits until its gap is answered by a published entry, and then names that', async () => {
    const { desk, site, statesOf, answered } = await shopWith(database)
    const question = questionOf('Do you engrave teapots?', { outcome: 'asked' })
    await ask(desk, site, question)
    expect(await statesOf(question)).toEqual([{ id: question.id, state: 'waiting', entry: null }])
    await groupAll(desk, site)
    expect(await statesOf(question)).toMatchObject([{ state: 'waiting' }])
    const { id, revision } = await answered()
    const entry = { id, revision, question: 'Do you engrave teapots?' }
    expect(await statesOf(question)).toEqual([{ id: question.id, state: 'answered', entry }])

    const edited = await saveEntry(desk, id, revision, textOf('Engraving, a draft'), 'Ada')
    expect(await statesOf(question)).toMatchObject([{ entry }])
    await archiveEntry(desk, desk.live, id, edited.revision, 'Ada')
    expect(await statesOf(question)).toMatchObject([{ state: 'waiting', entry: null }])
  })

  test('it is answered, too, where the knowledge had the answer by the time it came in', async () => {
    const { desk, site, statesOf } = await shopWith(database)
    const question = questionOf('Can I return a teapot?', { outcome: 'asked' })
    await ask(desk, site, question)
    const { id } = await publishedOf(desk, site, 'Can I return a teapot?')
    await groupAll(desk, site)
    expect(await statesOf(question)).toMatchObject([{ state: 'answered', entry: { id } }])
  })

  test('it waits again when somebody whom the answer did not help asks the same', async () => {
    const { desk, site, statesOf, answered } = await shopWith(database)
    const question = questionOf('Do you engrave teapots?', { outcome: 'asked' })
    await ask(desk, site, question)
    await groupAll(desk, site)
    const { id } = await answered()
    await ask(desk, site, questionOf('Do you engrave teapots?', { outcome: 'bad_answer', entryId: id, seen: [id] }))
    await groupAll(desk, site)
    expect(await statesOf(question)).toMatchObject([{ state: 'waiting' }])
  })

  test('a dismissed gap is not told of', async () => {
    const { desk, site, statesOf, theGap } = await shopWith(database)
    const question = questionOf('buy cheap pills')
    await ask(desk, site, question)
    await groupAll(desk, site)
    const { id, revision } = await theGap()
    await dismissGap(desk, id, revision, 'spam')
    expect(await statesOf(question)).toEqual([{ id: question.id, state: 'waiting', entry: null }])
  })

  test('the answers are in the order asked, each once, without the unknown and those of other sites, and without words', async () => {
    const { desk, site, fetch, statesOf } = await shopWith(database)
    const blog = await newSite(desk, { key: 'pk_blog' })
    const [one, two, foreign] = [questionOf('Private one'), questionOf('Private two'), questionOf('Private three')]
    await ask(desk, site, one, two)
    await ask(desk, blog, foreign)
    const asked = [two, { id: newQuestionId() }, foreign, one, two]
    expect((await statesOf(...asked)).map(({ id }) => id)).toEqual([two.id, one.id])
    const response = await fetch(`${AT}?ids=${one.id}`, { headers: { Origin: PAGE } })
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(await response.text()).not.toContain('Private')
  })

  test('up to fifty may be asked for, and only by ids that browsers make', async () => {
    const { fetch } = await shopWith(database)
    const ids = Array.from({ length: 51 }, newQuestionId)
    expect((await fetch(`${AT}?ids=${ids.slice(1).join(',')}`)).status).toBe(200)
    const wrong = [`?ids=${ids.join(',')}`, '', '?ids=', '?ids=x', '?ids=1,2', `?ids=${ids[0]}%27--`, `?ids=${ids[0]},`]
    for (const query of wrong) {
      const response = await fetch(AT + query)
      expect(response.status, query).toBe(422)
      expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    }
  })
})
