// What the widget costs a page and how soon one can type into it, beside other searches for sites, in Chromium on a
// processor four times slower. All take turns; compare within one run only.
import { type Browser, chromium } from 'playwright-core'
import type { Tag } from '../test/journeys/leaks.ts'
import { OURS } from './engine.ts'
import { atMost, lessThan, openReport } from './figures.ts'
import { median } from './measures.ts'
import { readOptions } from './options.ts'
import { findChromium } from './speed/browser.ts'
import { pagefindFiles } from './speed/pagefind.ts'
import { startAskwell } from './widget/askwell.ts'
import { leftAfter } from './widget/leaks.ts'
import { askwellOn, type Contestant, peers, plain } from './widget/peers.ts'
import { openSite } from './widget/site.ts'
import { bytesByKind } from './widget/split.ts'
import { countTraffic, type Times, timeVisit, type Traffic, type Transfer } from './widget/visit.ts'

const ROUNDS = 9
const LEAK_ROUNDS = 200
/** Chromium may or may not have collected a few; a leak of one a round is far more. */
const NODES_SLACK = 20
const LOADER_BYTES = 1024
const FIRST_OPEN_BYTES = 20_480
/** What the first opening is to be ahead of. */
const AHEAD_OF = ['docsearch-3', 'docsearch-4', 'meilisearch-docsearch', 'pagefind-ui']
const ENTRIES = ['Shipping', 'Returns', 'Gift cards', 'Payment', 'Opening hours'].map((question, i) => ({
  ...{ id: String(i), question, answer: `All that there is to know of ${question.toLowerCase()}.`, tags: [] },
  phrasings: [],
}))

const options = readOptions()
const report = openReport(options.json)
const executable = options.browser ? await findChromium() : 'the browser was left out'
if (typeof executable === 'string') report.note(`Skipped: ${executable}.`)
else await measure(await chromium.launch(executable))
report.close()

async function measure(browser: Browser): Promise<void> {
  const site = await openSite((await pagefindFiles('en', ENTRIES)).folder)
  const askwell = await startAskwell(site.origin)
  try {
    const ours = [askwellOn(askwell.url, 'interaction'), askwellOn(askwell.url, 'idle')]
    const wanted = [...ours, ...peers].filter(({ name }) => options.engines?.includes(name) ?? true)
    site.add(plain, ...wanted)
    const traffic = new Map<string, Traffic>()
    for (const contestant of wanted) traffic.set(contestant.name, await countTraffic(browser, site.origin, contestant))
    tellTraffic(traffic)
    tellTimes(await timeInTurns(browser, site.origin, [plain, ...wanted]))
    if (wanted.some(({ name }) => name === OURS))
      await tellLeaks(browser, `${site.origin}/${plain.name}`, { server: askwell.url, site: 'pk_demo' })
  } finally {
    await browser.close()
    await askwell.stop()
    site.stop()
  }
}

async function tellLeaks(browser: Browser, address: string, tag: Tag): Promise<void> {
  const left = await leftAfter(browser, address, { tag, rounds: LEAK_ROUNDS }).catch((error: unknown) => String(error))
  if (typeof left === 'string') report.note(`Leaks: the rounds broke off, ${left}`)
  const { listeners, nodes, heard } = typeof left === 'string' ? { listeners: NaN, nodes: NaN, heard: NaN } : left
  report.add(
    atMost(`widget/leaks/${LEAK_ROUNDS}-rounds/listeners`, listeners, 0),
    atMost(`widget/leaks/${LEAK_ROUNDS}-rounds/nodes`, nodes, NODES_SLACK),
    atMost(`widget/leaks/${LEAK_ROUNDS}-rounds/listeners-on-the-page`, heard, 0),
  )
}

function tellTraffic(all: ReadonlyMap<string, Traffic>): void {
  const rows = [...all].map(([name, { onLoad, onOpen, requestsPerKey }]) => [
    name,
    ...[onLoad.length, bytesOf(onLoad), onOpen.length, bytesOf(onOpen), requestsPerKey],
  ])
  const heads = ['search', 'requests on load', 'bytes', 'requests on opening', 'bytes', 'requests a key']
  report.table('over the wire (Brotli)', heads, rows)
  for (const [name, { onLoad, onOpen, requestsPerKey }] of all) {
    const goal = (limit: number) => (name === OURS ? limit : null)
    report.add(
      atMost(`widget/page-load/${name}/requests`, onLoad.length, goal(1)),
      atMost(`widget/page-load/${name}/bytes`, bytesOf(onLoad), goal(LOADER_BYTES)),
      atMost(`widget/first-open/${name}/bytes-of-scripts-and-styles`, bytesOf([...onLoad, ...onOpen].filter(isCode))),
      atMost(`widget/key-press/${name}/requests`, requestsPerKey, goal(0)),
    )
  }
  const own = all.get(OURS)
  if (own) tellFirstOpen([...own.onLoad, ...own.onOpen])
}

function tellFirstOpen(transfers: readonly Transfer[]): void {
  const kinds = bytesByKind(transfers)
  report.table('first opening of askwell, by what for (bytes)', [...kinds.keys()], [[...kinds.values()]])
  const of = (kind: Parameters<typeof kinds.get>[0]) => kinds.get(kind) ?? NaN
  for (const [kind, bytes] of kinds) report.add(atMost(`widget/first-open/askwell/${kind}/bytes`, bytes))
  const box = of('loader') + of('shell') + of('words')
  report.add(atMost('widget/first-open/askwell/loader-shell-words/bytes', box, FIRST_OPEN_BYTES))
}

/** Of each figure the median round. */
async function timeInTurns(
  browser: Browser,
  origin: string,
  contestants: readonly Contestant[],
): Promise<ReadonlyMap<string, Times>> {
  const rounds = new Map<string, Times[]>(contestants.map(({ name }) => [name, []]))
  for (let round = 0; round < ROUNDS; round++)
    for (const contestant of contestants)
      rounds.get(contestant.name)?.push(await timeVisit(browser, origin, contestant))
  return new Map([...rounds].map(([name, times]) => [name, medianOf(times)]))
}

function medianOf(times: readonly Times[]): Times {
  const of = (figure: keyof Times) => median(times.map((time) => time[figure]))
  return {
    ...{ script: of('script'), usable: of('usable'), longTasksClosed: of('longTasksClosed') },
    ...{ blockingClosed: of('blockingClosed'), blockingOpen: of('blockingOpen') },
  }
}

function tellTimes(all: ReadonlyMap<string, Times>): void {
  const heads = ['search', 'scripts on load', 'long tasks', 'blocking, closed', 'click to usable', 'blocking, opening']
  const rows = [...all].map(([name, { script, longTasksClosed, blockingClosed, usable, blockingOpen }]) => [
    name,
    ...[script, longTasksClosed, blockingClosed, usable, blockingOpen],
  ])
  report.table(`at 4× CPU throttle, median of ${ROUNDS} (ms)`, heads, rows)
  const page = all.get(plain.name)
  const own = all.get(OURS)
  for (const [name, times] of all) {
    if (name === plain.name || !page) continue
    const isOurs = name === OURS
    const goal = isOurs ? 0 : null
    report.add(
      atMost(`widget/page-load/${name}/script-ms`, times.script - page.script),
      atMost(`widget/page-load/${name}/long-tasks`, times.longTasksClosed - page.longTasksClosed, goal),
      atMost(`widget/page-load/${name}/blocking-ms`, times.blockingClosed - page.blockingClosed, goal),
      atMost(`widget/click-to-usable/${name}/ms`, times.usable),
      atMost(`widget/opening/${name}/blocking-ms`, times.blockingOpen),
    )
    if (own && AHEAD_OF.includes(name))
      report.add(lessThan(`widget/click-to-usable/askwell-of-${name}`, own.usable / times.usable, 1))
  }
  const meilisearch = all.get('meilisearch-docsearch')
  if (!own || !meilisearch) return
  const limit = 0.5 * meilisearch.blockingOpen
  report.add(atMost('widget/opening/askwell/blocking-ms-beside-half-of-meilisearch-docsearch', own.blockingOpen, limit))
}

function bytesOf(transfers: readonly Transfer[]): number {
  return transfers.reduce((sum, { bytes }) => sum + bytes, 0)
}

function isCode({ url }: Transfer): boolean {
  return /\.(js|css)$/.test(new URL(url).pathname)
}
