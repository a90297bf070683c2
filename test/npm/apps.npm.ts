// The package in a page of its own, in React and in Vue: built by a bundler, used by a visitor, taken away, put back.
import type { CDPSession } from 'playwright-core'
import { join } from 'node:path'
import { build, preview } from 'vite'
import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { type AskwellProcess, startAskwell } from '../journeys/askwell-process.ts'
import { closeBrowser, openWindow } from '../journeys/people.ts'
import { apps } from './install.ts'

afterAll(closeBrowser)

/** What Lit and Vue say because tests build for development, where React's strict mode mounts everything twice. */
const DEVELOPMENT = /Lit is in dev mode|^Feature flags/

describe.each(['plain', 'react', 'vue'])('the %s app', (app) => {
  test('finds answers, is told of none, leaves nothing behind, and comes back', async () => {
    const askwell = await startAskwell('SQLite')
    const page = await openWindow()
    const complaints: string[] = []
    page.on('console', (message) => {
      const isComplaint = ['error', 'warning'].includes(message.type()) && !DEVELOPMENT.test(message.text())
      if (isComplaint) complaints.push(message.text())
    })
    await page.goto(await open(app, askwell))
    const devtools = await page.context().newCDPSession(page)
    const click = (name: string) => page.getByRole('button', { name, exact: true }).click()
    const said = page.locator('output')
    await page.getByRole('button', { name: 'Show' }).waitFor()
    const before = await listeners(devtools)

    await click('Show')
    await click('Search gift cards')
    await page.getByRole('option', { name: 'Do you sell gift cards?' }).waitFor()
    await page.getByRole('combobox').fill('flumph zibble')
    await expect.poll(() => said.textContent()).toBe('[flumph zibble]')

    await click('Hide')
    expect(await page.locator('askwell-widget').count()).toBe(0)
    await expect.poll(() => listeners(devtools)).toEqual(before)

    await click('Show')
    await click('Ask the shop')
    await page.getByRole('combobox').fill('quux blargh')
    await expect.poll(() => said.textContent()).toBe('[flumph zibble][quux blargh]')
    if (app !== 'plain') expect(await said.getAttribute('data-opened')).toBe('2') // once for each opening, also where React mounts twice
    expect(complaints).toEqual([])
  })
})

/** Builds the app, serves it from an origin that the site allows, and resolves with its address. */
async function open(app: string, askwell: AskwellProcess): Promise<string> {
  const root = join(apps, app)
  await build({ root, configFile: false, logLevel: 'warn', build: { target: 'es2022', modulePreload: false } })
  const server = await preview({ root, configFile: false, logLevel: 'warn', preview: { port: 0, host: '127.0.0.1' } })
  onTestFinished(() => server.close())
  const { origin } = new URL(server.resolvedUrls!.local[0]!)
  await askwell.run('site', 'allow', 'pk_demo', origin)
  return `${origin}/?server=${encodeURIComponent(askwell.url)}`
}

/** What the page listens to on the objects that outlive an element, counted by the browser itself. */
async function listeners(devtools: CDPSession): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {}
  for (const expression of ['window', 'document', 'document.documentElement', 'document.body', 'navigation']) {
    const { result } = await devtools.send('Runtime.evaluate', { expression })
    const { listeners: all } = await devtools.send('DOMDebugger.getEventListeners', { objectId: result.objectId! })
    found[expression] = all.map(({ type }) => type).sort()
  }
  return found
}
