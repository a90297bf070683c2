import { describe, expect, test } from 'vitest'
import type { SearchAnswer } from '../../../shared/contract.ts'
import { databases } from '../../databases.ts'
import { publishedOf } from '../../desk.ts'
import { newServer, PAGE } from '../../http.ts'

const AT = '/v1/sites/pk_shop/search'
const answerOf = async (response: Response) => (await response.json()) as SearchAnswer

describe.each(databases)('searching over HTTP, on %s', (database) => {
  test('gives the hits, what matched in their titles, and the sentence of the answer that says it', async () => {
    const { fetch, desk, site } = await newServer(database)
    const answer = 'We are glad to help. Teapots can be **returned** within 30 days. Cups can not.'
    const { id, revision } = await publishedOf(desk, site, 'Can I return a teapot?', { answer })
    await publishedOf(desk, site, 'Where is my parcel?')
    const found = await answerOf(await fetch(`${AT}?q=returning%20teapots`))
    expect(found).toMatchObject({ locale: 'en', confidence: 'answered', suggestion: null })
    expect(found.certainty).toBeGreaterThan(0.5)
    expect(found.hits).toHaveLength(1)
    const [hit] = found.hits
    expect(hit!.entry).toEqual({ id, revision, question: 'Can I return a teapot?' })
    expect(hit!.marks.map(([start, end]) => hit!.entry.question.slice(start, end))).toEqual(['return', 'teapot'])
    expect(hit!.passage.text).toContain('returned within 30 days')
    const { text, marks } = hit!.passage
    expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(['Teapots', 'returned'])
  })

  test('ranks as the widget does, in the language that is closest to the one asked for', async () => {
    const { fetch, desk, site } = await newServer(database)
    for (const question of ['如何退货', '退货运费由谁承担', '如何修改密码']) {
      await publishedOf(desk, site, question, { locale: 'zh' })
    }
    const knowledge = await desk.live.of(site, 'zh')
    const expected = knowledge.search('怎么退货').hits.map(({ entry, score }) => [entry.id, score])
    const found = await answerOf(await fetch(`${AT}?q=${encodeURIComponent('怎么退货')}&locale=zh-HK`))
    expect(found.locale).toBe('zh')
    expect(found.hits.map(({ entry, score }) => [entry.id, score])).toEqual(expected)
    expect(expected).toHaveLength(2)
  })

  test('without words gives the first entries, with a limit no more than it', async () => {
    const { fetch, desk, site } = await newServer(database)
    for (const question of ['One', 'Two', 'Three']) await publishedOf(desk, site, question)
    const found = await answerOf(await fetch(`${AT}?limit=2`))
    expect(found.hits.map(({ entry }) => entry.question)).toEqual(['One', 'Two'])
    expect(found.confidence).toBe('none')
  })

  test('takes the last word for unfinished if it is told so', async () => {
    const { fetch, desk, site } = await newServer(database)
    await publishedOf(desk, site, 'Can I return a teapot?')
    expect((await answerOf(await fetch(`${AT}?q=teap&typing=1`))).hits).toHaveLength(1)
    const typo = await answerOf(await fetch(`${AT}?q=retrun%20a%20taepot`))
    expect(typo.suggestion).toBe('return a teapot')
  })
})

test('what is asked wrongly is refused with what to mend, from foreign pages with nothing', async () => {
  const { fetch } = await newServer('SQLite')
  for (const wrong of ['limit=0', 'limit=51', 'limit=x', 'typing=yes', `q=${'x'.repeat(3000)}`]) {
    const response = await fetch(`${AT}?${wrong}`)
    expect(response.status, wrong).toBe(422)
    expect(response.headers.get('Content-Type')).toContain('application/problem+json')
  }
  expect((await fetch('/v1/sites/pk_nobody/search?q=x')).status).toBe(404)
  const headers = { Origin: 'https://evil.example' }
  expect((await fetch(`${AT}?q=x`, { headers })).status).toBe(403)
  const own = await fetch(`${AT}?q=x`, { headers: { Origin: PAGE } })
  expect(own.headers.get('Access-Control-Allow-Origin')).toBe(PAGE)
})
