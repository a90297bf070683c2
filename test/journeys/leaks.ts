// Whether a page is as it was, once the widget has come and gone: what the browser itself counts, without the garbage.
import type { Page } from 'playwright-core'

/** What a page holds, also what is no longer in its tree. */
export interface Held {
  readonly listeners: number
  readonly nodes: number
  readonly documents: number
}

/** A page's script tag: where the help server is, and which site. */
export interface Tag {
  readonly server: string
  readonly site: string
}

/** The page's `askwell`. */
type Calls = { readonly askwell: (command: string) => Promise<unknown> }

/** Puts the tag on the page, opens the widget by its button, searches by typing, closes it and destroys it. */
export async function comeAndGo(page: Page, tag: Tag): Promise<void> {
  await page.evaluate(addTag, tag)
  await page.locator('askwell-widget [part~=launcher]').click()
  await page.locator('askwell-widget input').press('g')
  await page.keyboard.type('ift card')
  await page.locator('askwell-widget [role=option] mark').first().waitFor()
  await page.evaluate(() => (window as unknown as Calls).askwell('close'))
  await page.locator('askwell-widget dialog').waitFor({ state: 'hidden' })
  await page.evaluate(() => (window as unknown as Calls).askwell('destroy'))
  await page.evaluate(() => document.querySelector('script[data-site]')?.remove())
}

/** Counted after what nobody can reach has been collected. */
export async function held(page: Page): Promise<Held> {
  const devtools = await page.context().newCDPSession(page)
  // what one collection frees may be what held the rest
  for (let i = 0; i < 3; i++) await devtools.send('HeapProfiler.collectGarbage')
  const { jsEventListeners, nodes, documents } = await devtools.send('Memory.getDOMCounters')
  await devtools.detach()
  return { listeners: jsEventListeners, nodes, documents }
}

/** Types of the events that are listened to on the page's window and document. */
export async function heardOnPage(page: Page): Promise<readonly string[]> {
  const devtools = await page.context().newCDPSession(page)
  const types: string[] = []
  for (const expression of ['window', 'document', 'document.documentElement', 'document.body', 'navigation']) {
    const { result } = await devtools.send('Runtime.evaluate', { expression })
    const { listeners } = await devtools.send('DOMDebugger.getEventListeners', { objectId: result.objectId! })
    types.push(...listeners.map(({ type }) => `${expression} ${type}`))
  }
  await devtools.detach()
  return types
}

function addTag({ server, site }: Tag): Promise<unknown> {
  const script = document.createElement('script')
  script.src = `${server}/askwell.js`
  script.dataset['site'] = site
  const loaded = new Promise((resolve) => (script.onload = resolve))
  document.head.append(script)
  return loaded
}
