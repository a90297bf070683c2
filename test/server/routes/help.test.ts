// The page for visitors without a widget: found and read over plain HTTP.
import { describe, expect, test } from 'vitest'
import { databases } from '../../databases.ts'
import { draftOf, newSite, publishedOf } from '../../desk.ts'
import { newServer, type TestServer } from '../../http.ts'

/** What a reader sees of the page, on one line. */
async function readHelp({ fetch }: Pick<TestServer, 'fetch'>, path: string, headers: HeadersInit = {}) {
  const response = await fetch(path, { headers })
  const markup = await response.text()
  const text = markup.replace(/<title>.*?<\/title>|<[^>]*>/gs, ' ').replace(/\s+/g, ' ')
  return { response, markup, text }
}

describe.each(databases)('the help page, on %s', (database) => {
  test('begins with entries, finds them by words, and shows one as it was published', async () => {
    const server = await newServer(database)
    const { desk, site } = server
    const entry = await publishedOf(desk, site, 'How do I return tea?', { answer: 'Within **30 days**, by post.' })
    await publishedOf(desk, site, 'Where is the shop?', { answer: 'In Hamburg.' })

    const start = await readHelp(server, '/help?site=pk_shop')
    expect(start.response.status).toBe(200)
    expect(start.text).toContain('How do I return tea?')
    expect(start.text).toContain('Where is the shop?')

    const found = await readHelp(server, '/help?site=pk_shop&q=return')
    expect(found.text).toContain('Answers for “return”')
    expect(found.markup).toContain('<mark>return</mark>')
    expect(found.text).not.toContain('Where is the shop?')

    const [address] = /\/help\/[^"]+/.exec(found.markup)!
    const read = await readHelp(server, address.replaceAll('&amp;', '&'))
    expect(address).toContain(entry.id)
    expect(read.markup).toContain('Within <strong>30 days</strong>, by post.')
  })

  test('shows neither drafts nor entries of other sites', async () => {
    const server = await newServer(database)
    const draft = await draftOf(server.desk, server.site, 'Is this secret?')
    const other = await newSite(server.desk, { key: 'pk_other' })
    const { id } = await publishedOf(server.desk, other, 'Where is the other shop?')
    for (const hidden of [draft.id, id, 'nothing']) {
      const { response, text } = await readHelp(server, `/help/${hidden}?site=pk_shop`)
      expect(response.status).toBe(404)
      expect(text).toContain('This answer is not here any more.')
      expect(text).not.toMatch(/secret|other shop/)
    }
  })
})

test('what a visitor types stays text', async () => {
  const server = await newServer('SQLite')
  const { markup, text } = await readHelp(server, `/help?site=pk_shop&q=${encodeURIComponent('"><img src=x>')}`)
  expect(markup).not.toContain('<img')
  expect(text).toContain('Nothing found for “&quot;&gt;&lt;img src=x&gt;”')
})

test('a wrong key has no page, and says nothing of others', async () => {
  const server = await newServer('SQLite')
  for (const path of ['/help', '/help?site=pk_wrong', '/help/some-id?site=pk_wrong']) {
    const { response, text } = await readHelp(server, path)
    expect(response.status).toBe(404)
    expect(text).toContain('This help page does not exist.')
  }
})

test('answers come in the language of the address, else of the browser', async () => {
  const server = await newServer('SQLite')
  await publishedOf(server.desk, server.site, '怎么退货？', { locale: 'zh', answer: '三十天内寄回。' })
  await publishedOf(server.desk, server.site, 'How do I return tea?')
  const chinese = await readHelp(server, '/help?site=pk_shop', { 'Accept-Language': 'zh-HK, en;q=0.5' })
  expect(chinese.text).toContain('常看的问题')
  expect(chinese.text).toContain('怎么退货？')
  expect(chinese.response.headers.get('Vary')).toContain('Accept-Language')
  const english = await readHelp(server, '/help?site=pk_shop&locale=en', { 'Accept-Language': 'zh' })
  expect(english.text).toContain('Often read How do I return tea?')
})

test('it runs no script, and nobody may frame it', async () => {
  const server = await newServer('SQLite')
  const { response, markup } = await readHelp(server, '/help?site=pk_shop')
  const policy = response.headers.get('Content-Security-Policy')!
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('script-src')
  expect(markup).not.toContain('<script')
  const style = await server.fetch('/help.css')
  expect(style.headers.get('Content-Type')).toBe('text/css; charset=utf-8')
})

test('one visitor may not ask without end', async () => {
  const server = await newServer('SQLite')
  for (let asked = 0; asked < 120; asked++) await server.fetch('/help?site=pk_wrong')
  expect((await server.fetch('/help?site=pk_shop')).status).toBe(429)
  expect((await server.fetch('/help?site=pk_shop', { from: '192.0.2.2' })).status).toBe(200)
})
