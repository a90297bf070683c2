// Power cuts while visitors ask: what they asked arrives, and arrives once.
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { type AskwellProcess, startAskwell } from './askwell-process.ts'
import { becomeAgent, catalogues, closeBrowser, gapsOf, openShop, openWindow } from './people.ts'

afterAll(closeBrowser)

const { widget } = catalogues.en
const ROUNDS = 3
const VISITORS = 3
/** No word of them twice. */
const texts = (
  'zeppelin harness|quokka passport|marble trombone|velvet anchor|saffron ladder|glacier violin|copper mermaid|' +
  'walnut cathedral|orchid submarine|pepper telescope|cobalt saddle|feather engine|juniper bagpipe|lobster umbrella|' +
  'bamboo chandelier|meteor corkscrew|pumpkin typewriter|falcon bathtub'
).split('|')

/** Leaves a question, whether or not it can be sent now. */
async function ask(page: Page, text: string): Promise<void> {
  await page.evaluate((question) => (window as unknown as { askwell: Askwell }).askwell('ask', question), text)
  const panel = page.getByRole('dialog')
  await panel.getByRole('button', { name: widget.send }).click()
  await panel.getByRole('heading', { name: widget.sentTitle }).or(panel.getByText(widget.waitingText)).waitFor()
}
type Askwell = (command: string, text: string) => Promise<void>

/** Resolves when questions were sent so many times: when the request leaves, or when its answer is here. */
function sendings(pages: readonly Page[], sign: 'request' | 'response', count: number): Promise<void> {
  let seen = 0
  return new Promise((resolve) => {
    const hear = (heard: { url(): string }) => {
      if (/\/v1\/questions\?/.test(heard.url()) && ++seen === count) resolve()
    }
    for (const page of pages) (page as unknown as { on(event: string, hear: unknown): void }).on(sign, hear)
  })
}

/** What was asked, and how often, as agents see it. */
async function wordingsOf(agent: Page, askwell: AskwellProcess): Promise<readonly Wording[]> {
  const gaps = (await gapsOf(agent, askwell, 'open')) as unknown as readonly { readonly id: string }[]
  const wordings = gaps.map(async ({ id }) => {
    const answer = await agent.request.get(`${askwell.url}/api/gaps/${id}`)
    return ((await answer.json()) as { wordings: readonly Wording[] }).wordings
  })
  const all = (await Promise.all(wordings)).flat().map(({ text, questions }) => ({ text, questions }))
  return all.sort((one, other) => (one.text < other.text ? -1 : 1))
}
interface Wording {
  readonly text: string
  readonly questions: number
}

async function putAwayAndBack(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page)
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
  await devTools.send('Page.setWebLifecycleState', { state: 'frozen' })
  await devTools.send('Page.setWebLifecycleState', { state: 'active' })
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
}

test('every question arrives exactly once, however often the server is killed', async () => {
  const askwell = await startAskwell('SQLite')
  const shop = await openShop(askwell, 'en')
  const pages = await Promise.all(Array.from({ length: VISITORS }, () => openWindow()))
  for (const page of pages) {
    await page.goto(shop)
    await page.getByRole('button', { name: widget.help, exact: true }).click()
    await page.getByRole('option').first().waitFor()
  }
  const kills: string[] = []
  const left = [...texts]
  const everybodyAsks = () => Promise.all(pages.map((page) => ask(page, left.shift()!)))

  for (let round = 0; round < ROUNDS; round++) {
    const sign = Math.random() < 0.5 ? 'request' : 'response'
    const count = 1 + Math.floor(Math.random() * VISITORS)
    kills.push(`at ${sign} ${count}`)
    const killed = sendings(pages, sign, count).then(() => askwell.kill())
    await everybodyAsks()
    await killed
    await everybodyAsks()
    await askwell.restart()
    if (round === 0) await pages[1]!.reload()
    if (round === 1) await putAwayAndBack(pages[2]!)
  }
  expect(left).toEqual([])
  for (const page of pages) await page.reload() // as visitors go on to the next page: the loader sees that something waits

  const agent = await openWindow()
  await becomeAgent(agent, askwell, 'en')
  await expect
    .poll(() => wordingsOf(agent, askwell), { timeout: 20_000, interval: 500, message: kills.join(', ') })
    .toEqual([...texts].sort().map((text) => ({ text, questions: 1 })))
  for (const page of pages) {
    const waiting = () => page.evaluate(() => Object.keys(localStorage).filter((key) => /^askwell:.*-.*-/.test(key)))
    await expect.poll(waiting).toEqual([])
  }
})
