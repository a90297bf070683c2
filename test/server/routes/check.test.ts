import { readdirSync, readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { trustedTypesPolicies } from '../../../server/check/check-page.ts'
import { logged, type RequestEnv } from '../../../server/request.ts'
import { checkRoutes } from '../../../server/routes/check.ts'
import { databases } from '../../databases.ts'
import { silent } from '../../desk.ts'
import { newServer, ORIGIN, PAGE, type TestServer } from '../../http.ts'

/** What a reader sees of the page, on one line. */
async function readCheck({ fetch }: Pick<TestServer, 'fetch'>, query: string, headers: HeadersInit = {}) {
  const response = await fetch(`/check${query}`, { headers })
  const markup = await response.text()
  const text = markup.replace(/<title>.*?<\/title>|<[^>]*>/gs, ' ').replace(/\s+/g, ' ')
  return { response, markup, text }
}

describe.each(databases)('the check page, on %s', (database) => {
  test('says of a known key which site it is, and what to put on the page', async () => {
    const server = await newServer(database)
    const { response, text } = await readCheck(server, '?site=pk_shop')
    expect(response.status).toBe(200)
    expect(text).toContain('The key belongs to “Shop”.')
    expect(text).toMatch(/&lt;script async src=&quot;https?:\S+\/askwell\.js&quot; data-site=&quot;pk_shop&quot;&gt;/)
    expect(text).toMatch(/script-src (https?:\/\/\S+); connect-src \1; img-src \1;/)
  })

  test('says of an unknown key that there is no such site, and of none nothing', async () => {
    const server = await newServer(database)
    const wrong = await readCheck(server, '?site=pk_wrong')
    expect(wrong.response.status).toBe(404)
    expect(wrong.text).toContain('No site has this key.')
    const nothing = await readCheck(server, '')
    expect(nothing.response.status).toBe(200)
    expect(nothing.text).not.toMatch(/No site|Result/)
  })
})

describe('a page’s address', () => {
  test.each([PAGE, `${PAGE}/cart?x=1#y`, 'shop.example.com/cart', ' HTTPS://Shop.example.com:443/ '])(
    '%j is allowed',
    async (page) => {
      const server = await newServer('SQLite')
      const { text } = await readCheck(server, `?site=pk_shop&page=${encodeURIComponent(page)}`)
      expect(text).toContain(`Pages of ${PAGE} may use it.`)
    },
  )

  test.each(['http://shop.example.com', 'https://www.shop.example.com', `${PAGE}:8443/`, `https://user@evil.example`])(
    '%j is not, and the page says what to do without naming those that are',
    async (page) => {
      const server = await newServer('SQLite')
      const { text } = await readCheck(server, `?site=pk_shop&page=${encodeURIComponent(page)}`)
      const { origin } = new URL(page)
      expect(text).toContain(`Pages of ${origin} may not use it yet.`)
      expect(text).toContain(`npx askwell site allow pk_shop ${origin}`)
      expect(text.split(origin).join('').includes(PAGE)).toBe(false)
    },
  )

  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'https://', 'http://[', '???'])(
    '%j is none',
    async (page) => {
      const server = await newServer('SQLite')
      const { text } = await readCheck(server, `?site=pk_shop&page=${encodeURIComponent(page)}`)
      expect(text).toContain('That is no address of a page.')
    },
  )
})

test('a language is chosen with a reason, by what is typed, else by what the browser prefers', async () => {
  const server = await newServer('SQLite')
  const typed = await readCheck(server, '?site=pk_shop&locale=zh-HK')
  expect(typed.text).toMatch(/reads Chinese \(Hong Kong.*?\) gets Chinese\. The site has this language only in another/)
  const preferred = await readCheck(server, '?site=pk_shop', { 'Accept-Language': 'fr;q=0.8, en-GB' })
  expect(preferred.text).toContain('A visitor who reads UK English gets English.')
  const odd = await readCheck(server, '?site=pk_shop&locale=???')
  expect(odd.text).toContain('A visitor who reads ??? gets English. The site has nothing closer')
  expect((await readCheck(server, '?site=pk_shop')).text).toContain('Visitors get English.')
})

test('it speaks the language that the browser prefers, unless another is chosen', async () => {
  const server = await newServer('SQLite')
  for (const [query, accepted, title] of [
    ['', 'zh-TW, en;q=0.5', '检查嵌入'],
    ['', 'en;q=0.5, zh', '检查嵌入'],
    ['', 'fr', 'Check your embedding'],
    ['', '', 'Check your embedding'],
    ['?lang=en', 'zh', 'Check your embedding'],
    ['?lang=zh', 'en', '检查嵌入'],
  ] as const) {
    const { text, response } = await readCheck(server, query, { 'Accept-Language': accepted })
    expect(text, `${query} ${accepted}`).toContain(title)
    expect(response.headers.get('Vary')).toContain('Accept-Language')
  }
})

test('what is typed is shown as text', async () => {
  const server = await newServer('SQLite')
  const bad = encodeURIComponent(`"><script>alert(1)</script>'`)
  const { markup } = await readCheck(server, `?site=${bad}&page=${bad}&locale=${bad}`)
  expect(markup).not.toContain('<script>')
  expect(markup.match(/<script/g)).toHaveLength(1)
})

test('its policy allows no inline code, no frames and nothing from elsewhere', async () => {
  const server = await newServer('SQLite')
  const { response, markup } = await readCheck(server, '?site=pk_shop')
  const policy = response.headers.get('Content-Security-Policy')
  expect(policy).toContain("default-src 'none'; style-src 'self'; script-src 'self'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe')
  expect(markup).not.toMatch(/ style=| on\w+=|<style/)
  for (const [path, type] of [
    ['/check.css', 'text/css; charset=utf-8'],
    ['/check.js', 'text/javascript; charset=utf-8'],
  ] as const) {
    const file = await server.fetch(path)
    expect([file.status, file.headers.get('Content-Type')]).toEqual([200, type])
  }
})

test('too much is refused, and so is too often', async () => {
  const server = await newServer('SQLite')
  for (const wrong of [`site=${'x'.repeat(101)}`, `page=${'x'.repeat(2001)}`, `locale=${'x'.repeat(36)}`, 'lang=xx']) {
    expect((await server.fetch(`/check?${wrong}`)).status, wrong).toBe(422)
  }
  const answers = []
  for (let i = 0; i < 121; i++) answers.push((await server.fetch('/check', { from: '192.0.2.9' })).status)
  expect(answers.filter((status) => status === 429)).toHaveLength(1)
})

test('behind a proxy it names the public address, not the one the request came to', async () => {
  const { desk } = await newServer('SQLite')
  const app = new Hono<RequestEnv>().use(logged(silent, 0)).route('/', checkRoutes(desk, [ORIGIN]))
  const text = await (await app.request('http://10.0.0.1:8787/check?site=pk_shop')).text()
  expect(text).toContain(`${ORIGIN}/askwell.js`)
  expect(text).not.toContain('10.0.0.1')
})

test('it names every Trusted Types policy that the widget makes', () => {
  const own = readdirSync('widget', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const code = own.map((file) => readFileSync(`widget/${file}`, 'utf8')).join('\n')
  const made = [...code.matchAll(/createPolicy\('([^']*)'/g)].map(([, name]) => name)
  expect(new Set(trustedTypesPolicies)).toEqual(new Set(made))
})
