// What the widget costs the page that it is on, in counts: bytes, requests, what stays. Times: `npm run bench -- widget`.
import type { Page, Request } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { type AskwellProcess, startAskwell } from './askwell-process.ts'
import { comeAndGo, heardOnPage, held } from './leaks.ts'
import { closeBrowser, openShop, openWindow } from './people.ts'

afterAll(closeBrowser)

const LOADER_BYTES = 1_024
const WHILE = { timeout: 20_000, interval: 500 }
const ROUNDS = 40
/** Nodes that Chromium may count or not, by when it collects; a leak of one node a round is more. */
const SLACK = 20

test(`a page view costs one request and at most ${LOADER_BYTES} bytes, and leaves nothing in the browser`, async () => {
  const askwell = await startAskwell('SQLite')
  const page = await openWindow()
  const requests = requestsTo(askwell, page)
  await page.goto(await openShop(askwell, 'en'))
  await launcherOf(page).waitFor()
  await page.waitForLoadState('networkidle')
  expect(requests.map((request) => request.url())).toEqual([`${askwell.url}/askwell.js`])
  const script = requests[0]!
  expect(await (await script.response())!.headerValue('content-encoding')).toBe('br')
  expect((await script.sizes()).responseBodySize).toBeLessThanOrEqual(LOADER_BYTES)
  expect(await page.evaluate(namesOfWhatIsStored)).toEqual([])
  expect(await page.context().cookies()).toEqual([])
})

test('twenty key presses make no request', async () => {
  const askwell = await startAskwell('SQLite')
  const page = await openWindow()
  await page.goto(await openShop(askwell, 'en'))
  await launcherOf(page).click()
  const answers = page.waitForResponse(/\/v1\/entries\//) // at the pause after the first words: all is there by then
  await page.locator('askwell-widget input').pressSequentially('gift card ')
  await answers
  const requests = requestsTo(askwell, page)
  await page.keyboard.type('how much is shipping')
  await page
    .locator('askwell-widget [role=option] mark', { hasText: /^shipping$/i })
    .first()
    .waitFor()
  expect(requests.map((request) => request.url())).toEqual([])
})

test(`after ${ROUNDS} times opening, searching, closing and destroying, the page holds what it held before`, async () => {
  const askwell = await startAskwell('SQLite')
  const page = await openWindow()
  await page.goto(await openShop(askwell, 'en', () => '<h1>Shop</h1>'))
  const heard = await heardOnPage(page)
  const tag = { server: askwell.url, site: 'pk_demo' }
  for (let round = 0; round < 2; round++) await comeAndGo(page, tag) // templates are made once and stay
  const before = await held(page)
  for (let round = 2; round < ROUNDS; round++) await comeAndGo(page, tag)
  await expect.poll(() => heardOnPage(page), WHILE).toEqual(heard)
  // the last round's timers may hold what it had for a while
  await expect.poll(async () => (await held(page)).listeners, WHILE).toBeLessThanOrEqual(before.listeners)
  const after = await held(page)
  expect(after.documents).toBeLessThanOrEqual(before.documents)
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + SLACK)
})

const launcherOf = (page: Page) => page.locator('askwell-widget [part~=launcher]')

/** Those that the page makes from now on, as they come. */
function requestsTo(askwell: AskwellProcess, page: Page): readonly Request[] {
  const requests: Request[] = []
  page.on('request', (request) => request.url().startsWith(askwell.url) && requests.push(request))
  return requests
}

async function namesOfWhatIsStored(): Promise<readonly unknown[]> {
  const databases = await indexedDB.databases()
  return [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...databases.map(({ name }) => name),
    ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()),
  ]
}
