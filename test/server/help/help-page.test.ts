// The page for visitors in a real Chromium that runs no scripts.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { chromiumFlags, chromiumPath } from '../../chromium.mjs'
import { publishedOf } from '../../desk.ts'
import { newServer } from '../../http.ts'

let browser: Promise<Browser> | undefined
afterAll(async () => (await browser)?.close())

/** A help page with two entries, in a small window. What the browser complains of fails the test. */
async function openHelp(locale: string, options: BrowserContextOptions = {}) {
  const { app, desk, site } = await newServer('SQLite')
  await publishedOf(desk, site, 'How do I return tea?', { answer: '# By post\n\n- Within 30 days\n\n`RMA-1` | x' })
  await publishedOf(desk, site, '怎么退货？', { locale: 'zh', answer: '三十天内寄回。' })
  const listener = getRequestListener(app.fetch)
  const server = createServer((request, response) => void listener(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  browser ??= chromiumPath().then((executablePath) => chromium.launch({ executablePath, args: chromiumFlags }))
  const viewport = { width: 320, height: 640 }
  const context = await (await browser).newContext({ viewport, locale, ...options })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  onTestFinished(async () => {
    await context.close()
    server.closeAllConnections()
    server.close()
    expect(faults.filter((fault) => !fault.includes('favicon'))).toEqual([])
  })
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/help?site=pk_shop`)
  return page
}

test('a visitor without scripts searches, reads, and comes back', async () => {
  const page = await openHelp('en', { javaScriptEnabled: false })
  await page.getByRole('searchbox', { name: 'Search for help' }).fill('returning tea')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'How do I return tea?' }).click()
  await page.getByText('Within 30 days').waitFor()
  await page.getByRole('link', { name: 'All help' }).click()
  await page.getByRole('link', { name: '中文' }).click()
  await page.getByRole('link', { name: '怎么退货？' }).click()
  await page.getByText('三十天内寄回。').waitFor()
})

test.each(['light', 'dark'] as const)('everybody can use it, %s, in a narrow window', async (colorScheme) => {
  const page = await openHelp('en', { colorScheme })
  for (const at of ['start', 'entry']) {
    if (at === 'entry') await page.getByRole('link', { name: 'How do I return tea?' }).click()
    await page.getByRole('searchbox').waitFor()
    await page.evaluate(axe.source)
    const violations = await page.evaluate(
      async () => (await (window as unknown as { axe: typeof axe }).axe.run()).violations,
    )
    expect(violations.map(({ id }) => id)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  }
})
