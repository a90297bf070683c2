// Other people's pages, at their worst: the page goes on working, and the visitor gets help or is told where it is.
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { chromiumFlags, chromiumPath } from '../chromium.mjs'
import { runAskwell, type RunningAskwell } from './running-askwell.ts'
import { type HostilePage, hostilePages, openHostileShop, type Shop } from './hostile-pages.ts'
import { catalogues } from './people.ts'

const { widget } = catalogues.en
const loader = readFileSync('dist/web/askwell.js')
const pages = hostilePages(`sha256-${createHash('sha256').update(loader).digest('base64')}`)

let askwell: RunningAskwell
let shop: Shop
let browser: Browser

beforeAll(async () => {
  askwell = await runAskwell()
  shop = await openHostileShop(askwell.url)
  await askwell.run('site', 'allow', 'pk_demo', shop.url)
  browser = await chromium.launch({
    executablePath: await chromiumPath(),
    args: chromiumFlags,
  })
})

afterAll(async () => {
  await browser.close()
  shop.close()
  await askwell.end()
})

interface Visit {
  readonly page: Page
  /** What Askwell and what the browser's policy say in the console. */
  readonly said: string[]
  readonly refused: string[]
  readonly button: Locator
}

/** A visitor comes to the page. Errors of the page fail the test. */
async function visit(hostile: HostilePage, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  const faults: string[] = []
  const said: string[] = []
  const refused: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.text().startsWith('Askwell')) said.push(message.text())
    else if (/Content.Security.Policy/i.test(message.text())) refused.push(message.text())
  })
  onTestFinished(async () => {
    await context.close()
    if (faults.length > 0) throw new Error(`The page had errors:\n${faults.join('\n')}`)
  })
  if (hostile.before) await page.addInitScript(hostile.before)
  await page.goto(shop.addressOf(hostile))
  return { page, said, refused, button: page.getByRole('button', { name: widget.help, exact: true }) }
}

async function findsAnAnswer({ page, button }: Visit): Promise<void> {
  const panel = page.getByRole('dialog')
  await button.click()
  await panel.getByRole('combobox').fill('shipping')
  await panel.getByRole('option', { name: 'How much is shipping?' }).click()
  await panel.locator('askwell-article-view').getByText('free from €45').waitFor()
}

/** Its heading is there, and its own script hears clicks. */
async function theShopWorks({ page }: Visit): Promise<void> {
  expect(await page.getByRole('heading', { name: 'Shop', exact: true }).isVisible()).toBe(true)
  await page.locator('#buy').dispatchEvent('click')
  await expect.poll(() => page.locator('#buy').textContent()).toBe('Bought')
}

const outcomes: Record<NonNullable<HostilePage['outcome']>, (visit: Visit) => Promise<void>> = {
  async works(visit) {
    await findsAnAnswer(visit)
    expect(visit.refused).toEqual([])
  },
  async link({ page, button }) {
    await button.click()
    const link = page.getByRole('link', { name: widget.help, exact: true })
    await link.waitFor()
    expect(await link.getAttribute('href')).toBe(`${askwell.url}/help?site=pk_demo`)
  },
  async unreachable({ page, button }) {
    await button.click()
    await page.getByRole('button', { name: widget.retry }).waitFor()
  },
  async unavailable({ page, button, refused }) {
    await button.click()
    await page.getByText('Not available now').waitFor()
    expect(refused.join()).toContain('script-src')
  },
  async refused({ page, button }) {
    await button.click()
    await expect.poll(() => page.locator('askwell-widget').getByRole('button').count()).toBe(0)
  },
  async absent({ page }) {
    expect(await page.locator('askwell-widget').count()).toBe(0)
  },
}

const ordinary: HostilePage = { name: 'ordinary' }

describe('a page with', () => {
  test.each(pages)('$name', async (hostile) => {
    const reportsBefore = shop.reports.length
    const visitor = await visit(hostile)
    await outcomes[hostile.outcome ?? 'works'](visitor)
    await theShopWorks(visitor)
    if (hostile.says) await expect.poll(() => visitor.said).toEqual([expect.stringMatching(hostile.says)])
    else expect(visitor.said).toEqual([])
    if (!hostile.outcome) expect(shop.reports.slice(reportsBefore)).toEqual([])
  })
})

test('a page that was put away and comes back goes on where it was', async () => {
  const visitor = await visit(ordinary)
  const { page } = visitor
  await findsAnAnswer(visitor)
  // the headless Chromium has no back/forward cache: what happens to a page in it
  const devTools = await page.context().newCDPSession(page)
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
  await devTools.send('Page.setWebLifecycleState', { state: 'frozen' })
  await devTools.send('Page.setWebLifecycleState', { state: 'active' })
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await page.locator('askwell-article-view').getByText('free from €45').waitFor()
  await page.getByRole('button', { name: widget.back, exact: true }).click()
  await page.getByRole('combobox').fill('gift card')
  await page.getByRole('option', { name: 'Do you sell gift cards?' }).waitFor()
  await theShopWorks(visitor)
})

test('a page that writes itself anew has the widget again, by the tag that it writes', async () => {
  const visitor = await visit(ordinary)
  const { page } = visitor
  await findsAnAnswer(visitor)
  await page.evaluate(() => {
    const markup = document.documentElement.outerHTML.replace(/<askwell-widget.*<\/askwell-widget>/s, '')
    document.open()
    document.write(markup)
    document.close()
  })
  await visitor.button
    .or(page.getByRole('button', { name: widget.close }))
    .first()
    .waitFor()
  await page.evaluate("askwell('search', 'gift card')")
  await page.getByRole('option', { name: 'Do you sell gift cards?' }).waitFor()
  expect(await page.locator('askwell-widget').count()).toBe(1)
  await theShopWorks(visitor)
})

test('the widget and two search boxes on one page each find on their own', async () => {
  const box = `<askwell-search site="pk_demo" server="${askwell.url}"></askwell-search>`
  const visitor = await visit({ name: 'boxes', html: (tag, own) => `<!doctype html>${own}${box}<hr>${box}${tag}` })
  const { page } = visitor
  await findsAnAnswer(visitor)
  await page.getByRole('combobox').nth(0).fill('gift card')
  await page.getByRole('combobox').nth(1).fill('green tea')
  await page.getByRole('option', { name: 'Do you sell gift cards?' }).waitFor()
  await page.getByRole('option', { name: 'How do I store green tea?' }).waitFor()
  await theShopWorks(visitor)
})

test('where writing goes from right to left, the button is on the left', async () => {
  const visitor = await visit({ name: 'rtl', html: (tag, own) => `<!doctype html><html dir="rtl">${own}${tag}` })
  expect((await visitor.button.boundingBox())!.x).toBe(20)
  await visitor.button.click()
  await visitor.page.getByRole('combobox').waitFor()
  const panel = (await visitor.page.getByRole('dialog').boundingBox())!
  expect(panel.x).toBeGreaterThanOrEqual(0)
  expect(panel.x).toBeLessThan(100)
})

test('at a zoom of 400 % everything is within the window', async () => {
  const visitor = await visit(ordinary, { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 })
  const { page } = visitor
  await findsAnAnswer(visitor)
  const panel = (await page.getByRole('dialog').boundingBox())!
  expect(panel).toMatchObject({ x: 0, y: 0, width: 320, height: 256 })
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  expect(wider).toBe(false)
  await page.getByRole('dialog').getByRole('button', { name: widget.close }).click()
  await theShopWorks(visitor)
})

test('on paper there is the page alone', async () => {
  const visitor = await visit(ordinary)
  const { page } = visitor
  await findsAnAnswer(visitor)
  await page.emulateMedia({ media: 'print' })
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  expect(await page.locator('askwell-widget').getByRole('button').count()).toBe(0)
  await page.emulateMedia({ media: 'screen' })
  await page.locator('askwell-article-view').getByText('free from €45').waitFor()
  await theShopWorks(visitor)
})

test('a click while the network is gone says so, and the next click tries again', async () => {
  const visitor = await visit(ordinary)
  const { page, button } = visitor
  await button.waitFor()
  await page.context().setOffline(true)
  await button.click()
  await page.getByText('Not available now').waitFor()
  await theShopWorks(visitor)
  await page.context().setOffline(false)
  await page.locator('askwell-widget').getByRole('button').click()
  await page.getByRole('combobox').waitFor()
  expect(visitor.said).toEqual([])
})
