// How web admins put the tag on their pages, and what it may cost these.
import { afterAll, expect, test } from 'vitest'
import { startAskwell } from './askwell-process.ts'
import { catalogues, closeBrowser, openShop, openWindow } from './people.ts'

afterAll(closeBrowser)

const { widget } = catalogues.en

test('a page on which nobody asks pays for the loader alone, and stores nothing', async () => {
  const askwell = await startAskwell('SQLite')
  const page = await openWindow()
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  const shop = await openShop(askwell, 'en')
  await page.goto(shop)
  await page.getByRole('button', { name: widget.help, exact: true }).waitFor()
  await page.waitForLoadState('networkidle')
  expect(requests.filter((url) => url.startsWith(askwell.url))).toEqual([`${askwell.url}/askwell.js`])
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, ''])
})

test('calls made before the script has loaded are answered once it has', async () => {
  const askwell = await startAskwell('SQLite')
  const stub = '<script>window.askwell ||= function () { (askwell.q ||= []).push(arguments) }</script>'
  const page = await openWindow()
  await page.goto(
    await openShop(askwell, 'en', (tag) => `${stub}<script>askwell('search', 'gift card')</script>${tag}`),
  )
  await page.getByRole('option', { name: 'Do you sell gift cards?' }).waitFor()
  await page.evaluate(() => (window as unknown as { askwell: (command: string) => Promise<void> }).askwell('close'))
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
})

test('the tag in the head, and twice, makes one button', async () => {
  const askwell = await startAskwell('SQLite')
  const page = await openWindow()
  await page.goto(
    await openShop(askwell, 'en', (tag) => `<head>${tag.replace('async ', '')}</head><body><h1>Shop</h1>${tag}</body>`),
  )
  await page.getByRole('button', { name: widget.help, exact: true }).click()
  await page.getByRole('option').first().waitFor()
  expect(await page.locator('askwell-widget').count()).toBe(1)
})

test('a strict policy needs our host for scripts and requests, and nothing for styles', async () => {
  const askwell = await startAskwell('SQLite')
  const policy = `default-src 'self'; style-src 'self'; script-src ${askwell.url}; connect-src ${askwell.url}`
  const page = await openWindow()
  const refused: string[] = []
  page.on('console', (message) => /Content.Security.Policy/i.test(message.text()) && refused.push(message.text()))
  await page.goto(
    await openShop(
      askwell,
      'en',
      (tag) => `<meta http-equiv="Content-Security-Policy" content="${policy}"><h1>Shop</h1>${tag}`,
    ),
  )
  await page.getByRole('button', { name: widget.help, exact: true }).click()
  await page.getByRole('option', { name: 'How much is shipping?' }).click()
  await page.getByText('free from €45').waitFor()
  const { width } = (await page.getByRole('dialog').boundingBox())!
  expect(width).toBe(400) // its styles apply
  expect(refused).toEqual([])
})

test('the page and the widget leave each other’s styles alone', async () => {
  const askwell = await startAskwell('SQLite')
  const hostile = `<style>* { color: red !important; font-size: 40px !important } button, li, dialog { display: none !important }</style>`
  const page = await openWindow()
  await page.goto(await openShop(askwell, 'en', (tag) => `${hostile}<h1>Shop</h1>${tag}`))
  await page.getByRole('button', { name: widget.help, exact: true }).click()
  const option = page.getByRole('option', { name: 'How much is shipping?' })
  await option.waitFor()
  expect(await option.evaluate((element) => getComputedStyle(element).color)).not.toBe('rgb(255, 0, 0)')
  expect(await page.getByRole('heading', { name: 'Shop' }).evaluate((element) => getComputedStyle(element).color)).toBe(
    'rgb(255, 0, 0)',
  )
})
