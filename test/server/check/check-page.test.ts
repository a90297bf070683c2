import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { chromiumFlags, chromiumPath } from '../../chromium.mjs'
import { newServer, PAGE } from '../../http.ts'

let browser: Promise<Browser> | undefined
afterAll(async () => (await browser)?.close())

const REFUSED = '/check?site=pk_shop&page=https%3A%2F%2Fevil.example%2F&locale=zh-HK'

/** The page in a real Chromium. What the browser complains of fails the test. */
async function openCheck(path: string, options: BrowserContextOptions = {}) {
  const { app } = await newServer('SQLite')
  const listener = getRequestListener(app.fetch)
  const server = createServer((request, response) => void listener(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  browser ??= chromiumPath().then((executablePath) => chromium.launch({ executablePath, args: chromiumFlags }))
  const context = await (await browser).newContext(options)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  onTestFinished(async () => {
    await context.close()
    server.closeAllConnections()
    server.close()
    expect(faults.filter((fault) => !fault.includes('favicon'))).toEqual([])
  })
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)
  return page
}

test.each([
  ['en', 'light', 1280],
  ['en', 'dark', 320],
  ['zh-CN', 'light', 320],
  ['zh-CN', 'dark', 1280],
] as const)('the check page is accessible and fits, in %s, %s, at %i pixels', async (locale, colorScheme, width) => {
  const page = await openCheck(REFUSED, { locale, colorScheme, viewport: { width, height: 800 } })
  await page.evaluate(axe.source)
  const violations = await page.evaluate(
    async () => (await (window as unknown as { axe: typeof axe }).axe.run()).violations,
  )
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
})

test('a web admin types an address, is told how it stands, and copies the tag', async () => {
  const page = await openCheck('/check', { permissions: ['clipboard-read', 'clipboard-write'] })
  await page.getByLabel('Site key').fill('pk_shop')
  await page.getByLabel('Address of your page').fill(`${PAGE}/cart`)
  await page.getByLabel('Language of a visitor').fill('zh-HK')
  await page.getByRole('button', { name: 'Check' }).click()
  await page.getByText(`Pages of ${PAGE} may use it.`).waitFor()
  await page.getByText(/^A visitor who reads Chinese \(Hong Kong.*\) gets Chinese\.$/).waitFor()
  await page.getByRole('button', { name: 'Copy' }).first().click()
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(/^<script async src="https?:\/\/.+\/askwell\.js" data-site="pk_shop"><\/script>$/)
})

test('without scripts it says the same, and changes its language with all that was typed', async () => {
  const page = await openCheck(REFUSED, { javaScriptEnabled: false })
  await page.getByText('npx askwell site allow pk_shop https://evil.example').waitFor()
  await page.getByRole('link', { name: '中文' }).click()
  await page.getByText('https://evil.example 的页面还不能使用。').waitFor()
  expect(await page.getByLabel('访客的语言').inputValue()).toBe('zh-HK')
})
