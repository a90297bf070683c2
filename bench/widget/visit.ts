// One visit with a new browser profile: the page loads, the search is opened by a click, somebody types.
import type { Browser, CDPSession, Page, Request } from 'playwright-core'
import type { Contestant } from './peers.ts'

/** How many times slower the visitor's processor is. */
const THROTTLE = 4
/** Milliseconds after which what was begun is taken for done. */
const QUIET = 1000
const KEYS = 'how much is shipping'
/** Milliseconds between two key presses of somebody who types well. */
const TYPIST = 250

/** Milliseconds, at 4× throttle. */
export interface Times {
  /** Scripts of the page until it is quiet. */
  readonly script: number
  /** What tasks longer than 50 ms are longer. */
  readonly blockingClosed: number
  readonly longTasksClosed: number
  /** From the click until the search box has the focus and that is painted; NaN without a button. */
  readonly usable: number
  /** From the click until it is quiet. */
  readonly blockingOpen: number
}

export interface Transfer {
  readonly url: string
  /** As it travels, without headers. */
  readonly bytes: number
}

export interface Traffic {
  readonly onLoad: readonly Transfer[]
  /** After the click, before a key is pressed. */
  readonly onOpen: readonly Transfer[]
  readonly requestsPerKey: number
}

interface Watched {
  click: number
  usable: number
  readonly tasks: { readonly start: number; readonly duration: number }[]
}

type WatchedPage = typeof globalThis & { watched: Watched }

export async function timeVisit(browser: Browser, origin: string, { name, button }: Contestant): Promise<Times> {
  const page = await newPage(browser)
  try {
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Performance.enable')
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE })
    await page.goto(`${origin}/${name}`)
    await quiet(page)
    const script = (await metric(devtools, 'ScriptDuration')) * 1000
    const closed = await watched(page)
    const loading = { script, blockingClosed: blocking(closed, 0), longTasksClosed: closed.tasks.length }
    if (!button) return { ...loading, usable: NaN, blockingOpen: NaN }
    await open(page, name, button)
    await quiet(page)
    const opened = await watched(page)
    await mustTakeKeys(page, name)
    return { ...loading, usable: opened.usable - opened.click, blockingOpen: blocking(opened, opened.click) }
  } finally {
    await page.context().close()
  }
}

export async function countTraffic(browser: Browser, origin: string, { name, button }: Contestant): Promise<Traffic> {
  const page = await newPage(browser)
  try {
    let requests: Request[] = []
    page.on('request', (request) => requests.push(request))
    const taken = async () => {
      const done = requests
      requests = []
      return transfersOf(done)
    }
    await page.goto(`${origin}/${name}`)
    await quiet(page)
    const onLoad = (await taken()).filter(({ url }) => url !== `${origin}/${name}` && !url.startsWith('data:'))
    if (!button) return { onLoad, onOpen: [], requestsPerKey: NaN }
    await open(page, name, button)
    await quiet(page)
    const onOpen = await taken()
    await page.keyboard.type('a ') // what the first key alone fetches is no request per key
    await quiet(page)
    requests = []
    await page.keyboard.type(KEYS, { delay: TYPIST })
    return { onLoad, onOpen, requestsPerKey: requests.length / KEYS.length }
  } finally {
    await page.context().close()
  }
}

/** Resolves when there is a search box to type into. */
async function open(page: Page, name: string, button: string): Promise<void> {
  try {
    await page.locator(button).click()
    await page.waitForFunction(() => (globalThis as WatchedPage).watched.usable > 0)
  } catch (cause) {
    throw new Error(`${name}: a click on ${button} gave no search box.`, { cause })
  }
}

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.addInitScript(watch)
  return page
}

/** Runs in the page before everything else there. */
function watch(): void {
  const seen: Watched = { click: 0, usable: 0, tasks: [] }
  ;(globalThis as WatchedPage).watched = seen
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.tasks.push({ start: startTime, duration })
  }).observe({ type: 'longtask', buffered: true })
  // methods, because tsx gives named functions a helper that pages don't have
  const watcher = {
    /** Asked every frame: of the focus that moves within a shadow root, the page is told nothing. */
    look(): void {
      let active = document.activeElement
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
      if (!(active instanceof HTMLInputElement)) requestAnimationFrame(() => watcher.look())
      // the task after the frame: what is painted by then, a visitor sees
      else setTimeout(() => (seen.usable = performance.now()))
    },
    handleEvent({ timeStamp }: Event): void {
      seen.click = timeStamp
      watcher.look()
    },
  }
  addEventListener('click', watcher, { capture: true, once: true })
}

/** Nothing is fetched any more, and what goes on afterwards has had its time. */
async function quiet(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(QUIET)
}

async function watched(page: Page): Promise<Watched> {
  return page.evaluate(() => (globalThis as WatchedPage).watched)
}

async function metric(devtools: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === wanted)?.value ?? NaN
}

function blocking({ tasks }: Watched, from: number): number {
  return tasks
    .filter(({ start, duration }) => start + duration > from)
    .reduce((sum, { duration }) => sum + duration - 50, 0)
}

/** A box that has the focus and swallows keys is not usable. */
async function mustTakeKeys(page: Page, name: string): Promise<void> {
  await page.keyboard.type('tea')
  const value = await page.evaluate(() => {
    let active = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    return active instanceof HTMLInputElement ? active.value : undefined
  })
  if (value !== 'tea') throw new Error(`${name}: typed "tea", the search box has ${JSON.stringify(value)}.`)
}

async function transfersOf(requests: readonly Request[]): Promise<Transfer[]> {
  const transfers: Transfer[] = []
  for (const request of requests) {
    const response = await request.response()
    if (response) transfers.push({ url: request.url(), bytes: (await request.sizes()).responseBodySize })
  }
  return transfers
}
