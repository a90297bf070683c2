import { describe, expect, test } from 'vitest'
import type { Home } from '../../../shared/contract.ts'
import { homeOf } from '../../../server/domain/home.ts'
import type { Site } from '../../../server/domain/site.ts'
import { archiveEntry } from '../../../server/domain/write-entry.ts'
import { type DatabaseName, databases } from '../../databases.ts'
import { ask, draftOf, newSite, publishedOf, questionOf, type TestDesk } from '../../desk.ts'
import { newServer, PAGE } from '../../http.ts'

const AT = '/v1/sites/pk_shop/home'
const DAY = 86_400_000

/** A server, and visitors whom an entry helped on a page. */
async function shopWith(database: DatabaseName) {
  const server = await newServer(database)
  const home = async (query = '') => (await (await server.fetch(AT + query)).json()) as Home
  const helped = (entryId: string, page: string, times = 1) =>
    helpedOn(server.desk, server.site, { entryId, page, times })
  return { ...server, home, helped }
}

async function helpedOn(desk: TestDesk, site: Site, on: { entryId: string; page: string; times: number }) {
  const { entryId, page, times } = on
  const questions = Array.from({ length: times }, () => questionOf('x', { outcome: 'answered', entryId, page }))
  await ask(desk, site, ...questions)
}

describe.each(databases)('what a visitor begins with, on %s', (database) => {
  test('is what helped most on this page, then what helped most on the whole site', async () => {
    const { home, helped, desk, site } = await shopWith(database)
    const [returns, parcel, pay] = [
      await publishedOf(desk, site, 'Can I return it?'),
      await publishedOf(desk, site, 'Where is my parcel?'),
      await publishedOf(desk, site, 'How can I pay?'),
    ]
    await helped(returns.id, '/orders', 1)
    await helped(parcel.id, '/orders', 2)
    await helped(pay.id, '/cart', 3)
    expect(await home('?page=/orders')).toEqual({ forPage: [parcel.id, returns.id], popular: [pay.id] })
    expect(await home('?page=/orders%3Fsecret=1%23top')).toEqual(await home('?page=/orders'))
    expect(await home('?page=/other')).toEqual({ forPage: [], popular: [pay.id, parcel.id, returns.id] })
    expect(await home()).toEqual({ forPage: [], popular: [pay.id, parcel.id, returns.id] })
  })

  test('is nothing where nobody was helped', async () => {
    const { home, desk, site } = await shopWith(database)
    const { id } = await publishedOf(desk, site, 'Can I return it?')
    await ask(desk, site, questionOf('x', { outcome: 'bad_answer', entryId: id, page: '/' }))
    await ask(desk, site, questionOf('x', { outcome: 'answered', page: '/' }))
    expect(await home('?page=/')).toEqual({ forPage: [], popular: [] })
  })

  test('is published, in the visitor’s locale, and of this site', async () => {
    const { home, helped, desk, site } = await shopWith(database)
    const draft = await draftOf(desk, site, 'Secret')
    const gone = await publishedOf(desk, site, 'Withdrawn')
    const chinese = await publishedOf(desk, site, '如何退货', { locale: 'zh' })
    const blog = await newSite(desk, { key: 'pk_blog' })
    const foreign = await publishedOf(desk, blog, 'Another site’s')
    await archiveEntry(desk, desk.live, gone.id, gone.revision, 'Ada')
    for (const { id } of [draft, gone, chinese, foreign]) await helped(id, '/')
    await helped('made-up', '/')
    expect(await home('?page=/')).toEqual({ forPage: [], popular: [] })
    expect(await home('?page=/&locale=zh-HK')).toEqual({ forPage: [chinese.id], popular: [] })
  })

  test('is at most five of each', async () => {
    const { home, helped, desk, site } = await shopWith(database)
    const ids: string[] = []
    for (let i = 0; i < 12; i++) {
      const { id } = await publishedOf(desk, site, `Question ${i}`)
      ids.push(id)
      await helped(id, '/', 12 - i)
    }
    expect(await home('?page=/')).toEqual({ forPage: ids.slice(0, 5), popular: ids.slice(5, 10) })
  })

  test('is counted anew after a minute, and what helped three months ago no longer counts', async () => {
    const { home, helped, desk, site } = await shopWith(database)
    const { id } = await publishedOf(desk, site, 'Can I return it?')
    expect(await home('?page=/')).toEqual({ forPage: [], popular: [] })
    await helped(id, '/')
    expect(await home('?page=/')).toEqual({ forPage: [], popular: [] })
    desk.wait(60_000)
    expect(await home('?page=/')).toEqual({ forPage: [id], popular: [] })
    desk.wait(91 * DAY)
    expect(await home('?page=/')).toEqual({ forPage: [], popular: [] })
  })
})

test('a database that was away is asked again at the next visit', async () => {
  const { desk, site } = await newServer('SQLite')
  const answers = [() => Promise.reject(new Error('away')), () => Promise.resolve(['e1'])]
  const questions = { ...desk.storage.questions, helpful: () => answers.shift()!() }
  const home = homeOf({ ...desk, storage: { ...desk.storage, questions } })
  await expect(home(site, 'en', '')).rejects.toThrow('away')
  expect(await home(site, 'en', '')).toEqual({ forPage: [], popular: ['e1'] })
})

test('however many pages ask, few are remembered', async () => {
  const { desk, site } = await newServer('SQLite')
  let counts = 0
  const questions = { ...desk.storage.questions, helpful: () => (counts++, Promise.resolve([])) }
  const home = homeOf({ ...desk, storage: { ...desk.storage, questions } })
  for (let i = 0; i < 1500; i++) await home(site, 'en', `/${i}`)
  const before = counts
  await home(site, 'en', '/1499')
  expect(counts).toBe(before)
  await home(site, 'en', '/0')
  expect(counts).toBe(before + 1)
})

test('browsers and proxies may keep it for a minute, a wrong question is refused', async () => {
  const { fetch } = await newServer('SQLite')
  const response = await fetch(AT, { headers: { Origin: PAGE } })
  expect(response.headers.get('Cache-Control')).toBe('public, max-age=60')
  expect(response.headers.get('Vary')).toContain('Origin')
  for (const wrong of [`page=${'x'.repeat(501)}`, `locale=${'x'.repeat(36)}`]) {
    expect((await fetch(`${AT}?${wrong}`)).status, wrong).toBe(422)
  }
})
