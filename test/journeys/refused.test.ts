// Pages that the server does not want, or that can't reach it: unharmed, and told why at most once.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { freePort, startAskwell } from './askwell-process.ts'
import { catalogues, closeBrowser, openWindow } from './people.ts'

afterAll(closeBrowser)

const { widget } = catalogues.en

/** A page with the script tag, whatever the server thinks of it. Resolves with the page, and what Askwell says in its console. */
async function visit(scriptUrl: string, site: string): Promise<{ page: Page; said: string[] }> {
  const shop = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end(`<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1>
      <script async src="${scriptUrl}" data-site="${site}"></script></html>`)
  })
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    shop.closeAllConnections()
    shop.close()
  })
  const page = await openWindow()
  const said: string[] = []
  page.on('console', (message) => message.text().startsWith('Askwell') && said.push(message.text()))
  await page.goto(`http://127.0.0.1:${(shop.address() as AddressInfo).port}`)
  return { page, said }
}

async function openAndExpectNothing(page: Page): Promise<void> {
  await page.getByRole('button', { name: widget.help, exact: true }).click()
  await expect.poll(() => page.locator('askwell-widget').getByRole('button').count()).toBe(0)
  expect(await page.getByRole('heading', { name: 'Shop' }).isVisible()).toBe(true)
}

test('a page of an origin that the site does not list is told which', async () => {
  const askwell = await startAskwell('SQLite')
  const { page, said } = await visit(`${askwell.url}/askwell.js`, 'pk_demo')
  await openAndExpectNothing(page)
  expect(said).toEqual([
    `Askwell: Pages of ${new URL(page.url()).origin} may not use the site "Lantern Tea". Add this origin to the site's allowed origins.`,
  ])
})

test('a page with a wrong key is told so', async () => {
  const askwell = await startAskwell('SQLite')
  const { page, said } = await visit(`${askwell.url}/askwell.js`, 'pk_wrong')
  await openAndExpectNothing(page)
  expect(said).toEqual([
    `Askwell: There is no site with the key "pk_wrong". Compare data-site in the script tag with the console's.`,
  ])
})

test('a page whose help server goes away before anybody asks keeps a button that says so', async () => {
  const askwell = await startAskwell('SQLite')
  const { page, said } = await visit(`${askwell.url}/askwell.js`, 'pk_demo')
  await page.getByRole('button', { name: widget.help, exact: true }).waitFor()
  await askwell.kill()
  await page.getByRole('button', { name: widget.help, exact: true }).click()
  await page.getByText('Not available now').waitFor()
  await askwell.run('site', 'allow', 'pk_demo', new URL(page.url()).origin)
  await askwell.restart()
  await page.locator('askwell-widget').getByRole('button').click()
  await page.getByRole('combobox').waitFor()
  expect(said).toEqual([])
})

test('a page whose help server is not there at all has no button and no errors', async () => {
  const { page, said } = await visit(`http://127.0.0.1:${await freePort()}/askwell.js`, 'pk_demo')
  await page.getByRole('heading', { name: 'Shop' }).waitFor()
  expect(await page.locator('askwell-widget').count()).toBe(0)
  expect(said).toEqual([])
})
