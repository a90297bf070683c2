// A visitor of somebody's shop, and an agent at the console, in a real Chromium.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { en } from '../../console/messages.en.ts'
import { zh } from '../../console/messages.zh.ts'
import type { GapState } from '../../shared/contract.ts'
import { loadMessages } from '../../widget/messages.ts'
import { chromiumFlags, chromiumPath } from '../chromium.mjs'
import type { AskwellProcess } from './askwell-process.ts'

let browser: Promise<Browser> | undefined
let windows = 0

/** A new window with nothing kept from others. What the page complains of fails the test. */
export async function openWindow(options: BrowserContextOptions = {}): Promise<Page> {
  browser ??= chromiumPath().then((executablePath) => chromium.launch({ executablePath, args: chromiumFlags }))
  const context = await (await browser).newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  const number = ++windows
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail')
      await page.screenshot({ path: `screenshots/failed-${process.pid}-${number}.png` })
    await context.close()
    if (faults.length > 0) throw new Error(`The page had errors:\n${faults.join('\n')}`)
  })
  return page
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close()
  browser = undefined
}

/** Where somebody else's page has the script tag. */
type Markup = (tag: string) => string
const atTheEnd: Markup = (tag) => `<h1>Shop</h1><p>${'Tea. '.repeat(400)}</p>${tag}`

/** Somebody's shop with the script tag on it: a page of another origin, which the site allows. Resolves with its address. */
export async function openShop(askwell: AskwellProcess, language: string, markup = atTheEnd): Promise<string> {
  const tag = `<script async src="${askwell.url}/askwell.js" data-site="pk_demo"></script>`
  const shop = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="${language}"><title>Shop</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">${markup(tag)}</html>`)
  })
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    shop.closeAllConnections()
    shop.close()
  })
  const origin = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`
  await askwell.run('site', 'allow', 'pk_demo', origin)
  return origin
}

/** The words on widget and console, by language. */
export const catalogues = {
  en: { widget: (await loadMessages(['en'])).messages, console: en },
  zh: { widget: (await loadMessages(['zh'])).messages, console: zh },
} as const
export type Language = keyof typeof catalogues

/** Opens the link that the server has printed and becomes the first admin; with another link, one more agent. */
export async function becomeAgent(
  page: Page,
  askwell: AskwellProcess,
  language: Language,
  { invite = askwell.invite, name = 'Ann' } = {},
): Promise<void> {
  const words = catalogues[language].console
  await page.goto(invite)
  await page.getByLabel(words.invite.name).fill(name)
  await page.getByLabel(words.invite.email).fill(`${name.toLowerCase()}@example.com`)
  await page.getByLabel(words.invite.password, { exact: true }).fill('correct horse battery')
  await page.getByRole('button', { name: words.invite.submit }).click()
  await page.getByRole('heading', { name: words.inbox.title, exact: true }).waitFor()
}

interface GapSummary {
  readonly question: string
  readonly questions: number
}

/** The gaps of the first site, as the console's API has them for a signed-in agent. */
export async function gapsOf(agent: Page, askwell: AskwellProcess, state: GapState): Promise<readonly GapSummary[]> {
  const answer = async (path: string): Promise<unknown> => (await agent.request.get(`${askwell.url}/api${path}`)).json()
  const { sites } = (await answer('/session')) as { sites: readonly { id: string }[] }
  return ((await answer(`/sites/${sites[0]!.id}/gaps?state=${state}`)) as { gaps: readonly GapSummary[] }).gaps
}
