// How fast a key press is answered, what travels before, how it loads and how it grows, beside peers and beside the least
// that could be done. Everything takes turns on one machine: compare within one run only.
import type { Entry } from './data.ts'
import { OURS } from './engine.ts'
import { atLeast, atMost, openReport } from './figures.ts'
import { loadEngines } from './load-engines.ts'
import { readOptions } from './options.ts'
import { measureBrowser } from './speed/browser.ts'
import { fuzzDecoder } from './speed/fuzz.ts'
import { helpText, type Knowledge, type Language, textOf } from './speed/help-text.ts'
import { type Latency, measureLatency, type Search } from './speed/latency.ts'
import { type Loadable, measureLoading } from './speed/loading.ts'
import { miniIndexFor, mostEntries, peersFor } from './speed/peers.ts'
import { measurePublishing } from './speed/publish.ts'
import { scanOf } from './speed/scan.ts'
import { wireSizes } from './speed/size.ts'
import { keyPresses, questionsIn } from './speed/typing.ts'

const SIZES = [1000, 10_000, 50_000]
/** Where the goals against MiniSearch, and those of bytes and memory, are set. */
const GOAL_SIZE = 10_000
const LANGUAGES: readonly Language[] = ['en', 'zh']

const options = readOptions()
const report = openReport(options.json)
const sizes = SIZES.filter((size) => size <= (options.limitEntries ?? Infinity))
const names = options.engines ?? [OURS, ...LANGUAGES.flatMap((language) => peersFor[language])]
const engines = await loadEngines([...new Set(names)], report.note)
/** Our packs, where our engine takes part and builds. */
const packBytes = engines.some(({ name }) => name === OURS)
  ? (await import('./engines/askwell.ts')).packBytes
  : undefined

for (const language of LANGUAGES) {
  const p95 = new Map<number, number>()
  for (const size of sizes) {
    const knowledge = helpText(language, size)
    if (knowledge.entries.length === 0) {
      report.note(`${language}, ${size} entries: skipped, there is no data.`)
      continue
    }
    report.note(`\n${language}, ${size} entries, ${knowledge.real} of them real text, the others varied from it.`)
    const own = await measureKeys(language, size, knowledge)
    if (own) p95.set(size, own.p95)
    if (size <= GOAL_SIZE) {
      const real = knowledge.entries.slice(0, knowledge.real)
      measureWire(language, size, await packBytes?.(language, real), real)
      const pack = await packBytes?.(language, knowledge.entries)
      if (pack) measureLoads(language, size, pack, knowledge.entries)
    }
    if (size === GOAL_SIZE && packBytes) await measureSafety(language, knowledge)
    if (size <= GOAL_SIZE && options.browser) await inBrowser(language, size, knowledge)
  }
  growth(language, p95)
}
report.close()

async function measureKeys(language: Language, size: number, { entries }: Knowledge): Promise<Latency | undefined> {
  const searches = new Map<string, Search>([['scan', scanOf(entries.map(textOf))]])
  const paused = new Map<string, Search>()
  for (const engine of engines) {
    const { name } = engine
    if (name !== OURS && (!peersFor[language].includes(name) || size > (mostEntries[name] ?? Infinity))) continue
    const searcher = await engine.build(language, entries)
    searches.set(name, (text) => (searcher.type ? searcher.type(text) : searcher.search(text)))
    if (name === OURS) paused.set(name, (text) => searcher.search(text))
  }
  const questions = questionsIn(language, entries)
  const keys = await measureLatency(searches, keyPresses(questions))
  const full = (await measureLatency(paused, questions)).get(OURS)
  tellLatency(`key press, Node, ${language}, ${size} entries (ms)`, keys)
  keyFigures(`search/${language}/${size}/key-press`, size, keys)
  const pause = `search/${language}/${size}/${OURS}/full-pass`
  if (full)
    report.add(
      atMost(`${pause}/cpu-p95-ms`, full.cpuP95, size === GOAL_SIZE ? 10 : null),
      atMost(`${pause}/p95-ms`, full.p95),
    )
  return keys.get(OURS)
}

function tellLatency(title: string, all: ReadonlyMap<string, Latency>): void {
  const rows = [...all].map(([name, { p50, p95, p99, cpuP50, cpuP95, texts }]) => [
    name,
    ...[p50, p95, p99, cpuP50, cpuP95].map(shown),
    texts,
  ])
  report.table(title, ['engine', 'p50', 'p95', 'p99', 'CPU p50', 'CPU p95', 'keys'], rows)
}

function keyFigures(figure: string, size: number, all: ReadonlyMap<string, Latency>): void {
  for (const [name, { p50, p95, p99, cpuP95 }] of all) {
    report.add(atMost(`${figure}/${name}/p50-ms`, p50), atMost(`${figure}/${name}/p95-ms`, p95))
    report.add(atMost(`${figure}/${name}/p99-ms`, p99), atMost(`${figure}/${name}/cpu-p95-ms`, cpuP95))
  }
  const own = all.get(OURS)
  const scan = all.get('scan')
  const mini = all.get('minisearch') ?? all.get('minisearch-pairs')
  if (!own || !scan) return
  report.add(
    atMost(`${figure}/p95-of-scan`, own.p95 / scan.p95, 0.1),
    atMost(`${figure}/p99-of-scan`, own.p99 / scan.p99, 1),
  )
  if (mini) report.add(atMost(`${figure}/p95-of-minisearch`, own.p95 / mini.p95, size === GOAL_SIZE ? 1 / 50 : null))
}

/** Of real text only: what is varied from it compresses like nothing that people write. */
function measureWire(language: Language, size: number, pack: Uint8Array | undefined, entries: readonly Entry[]): void {
  const wire = wireSizes(language, entries, pack)
  const of = (name: string) => wire.get(name) ?? NaN
  report.table(
    `over the wire, ${language}, ${entries.length} entries of real text`,
    ['what', 'bytes', 'of the text'],
    [...wire].map(([name, bytes]) => [name, bytes, bytes / of('text')]),
  )
  const figure = `search/${language}/${size}/wire`
  for (const [name, bytes] of wire) report.add(atMost(`${figure}/${name}/bytes`, bytes))
  if (!pack) return
  report.add(
    atMost(`${figure}/of-text`, of(OURS) / of('text'), goalAt(size, 0.6)),
    atMost(`${figure}/of-minisearch`, of(OURS) / of('minisearch'), goalAt(size, 0.7)),
  )
}

function measureLoads(language: Language, size: number, pack: Uint8Array, entries: readonly Entry[]): void {
  const mini: Loadable = language === 'zh' ? 'minisearch-pairs' : 'minisearch'
  const loaded = measureLoading(
    new Map<Loadable, string | Uint8Array>([
      [OURS, pack],
      [mini, JSON.stringify(miniIndexFor(language, entries))],
    ]),
  )
  report.table(
    `loading, ${language}, ${size} entries`,
    ['engine', 'load ms', 'with first key ms', 'heap MB'],
    [...loaded].map(([name, { load, first, heap }]) => [name, load, first, heap / 2 ** 20]),
  )
  const [own, peer] = [loaded.get(OURS), loaded.get(mini)]
  if (!own || !peer) return
  const figure = `search/${language}/${size}`
  report.add(
    atMost(`${figure}/load-of-minisearch`, own.load / peer.load, goalAt(size, 0.3)),
    atMost(`${figure}/load-and-first-key-of-minisearch`, own.first / peer.first),
    atMost(`${figure}/heap-of-minisearch`, own.heap / peer.heap, goalAt(size, 0.25)),
  )
}

function goalAt(size: number, goal: number): number | null {
  return size === GOAL_SIZE ? goal : null
}

/** What a publish costs, and what a damaged pack does. */
async function measureSafety(language: Language, { entries }: Knowledge): Promise<void> {
  const published = await measurePublishing(language, entries, questionsIn(language, entries))
  const rows = published.map((row) => [row.pending, row.buildCpu, row.apply, row.sameFirst, row.sameTyped])
  const heads = ['pending', 'delta built, CPU ms', 'taken in, ms', 'same first hit', 'as one types']
  report.table(`publishing at ${entries.length} entries, ${language}`, heads, rows)
  const figure = `search/${language}/${entries.length}`
  for (const { pending, buildCpu, apply, sameFirst, sameTyped } of published)
    report.add(
      atMost(`${figure}/publish/${pending}/cpu-ms`, buildCpu, 100),
      atMost(`${figure}/publish/${pending}/longest-pause-ms`, apply, 50),
      atLeast(`${figure}/publish/${pending}/same-first-hit`, sameFirst, 0.99),
      atLeast(`${figure}/publish/${pending}/same-first-hit-typed`, sameTyped, 0.99),
    )
  const [pack, other] = [
    await packBytes?.(language, entries.slice(0, 300)),
    await packBytes?.(language, entries.slice(300, 500)),
  ]
  if (!pack || !other) return
  const { cases, wrong, crashes, slowest } = await fuzzDecoder(pack, other)
  report.note(
    `\n${cases} damaged packs: ${wrong} read wrongly, ${crashes} crashes, the slowest took ${slowest.toFixed(1)} ms.`,
  )
  report.add(atMost(`${figure}/decoder-fuzz/wrong-or-crashed`, wrong + crashes, 0))
  report.add(atMost(`${figure}/decoder-fuzz/slowest-ms`, slowest, 1000))
}

async function inBrowser(language: Language, size: number, { entries }: Knowledge): Promise<void> {
  const pack = await packBytes?.(language, entries)
  const measured = await measureBrowser({ language, entries, pack, questions: questionsIn(language, entries) })
  if (typeof measured === 'string') return report.note(`Chromium: skipped, ${measured}.`)
  const { keys, clock, pagefindBytes } = measured
  tellLatency(`key press, Chromium, ${language}, ${size} entries (ms, by a clock of ${clock.toFixed(3)})`, keys)
  keyFigures(`search/${language}/${size}/key-press-chromium`, size, keys)
  report.note(`Pagefind's files: ${pagefindBytes} bytes, of which a visitor fetches a part.`)
  report.add(atMost(`search/${language}/${size}/wire/pagefind/bytes-of-all-files`, pagefindBytes))
}

/** From the smallest knowledge to the largest: how p95 grew, by how the entries did. */
function growth(language: Language, p95: ReadonlyMap<number, number>): void {
  const [smallest, largest] = [Math.min(...p95.keys()), Math.max(...p95.keys())]
  if (p95.size < 2) return
  report.table(
    `growth of p95, ${language}`,
    ['entries', 'p95 ms', 'per 1,000 entries'],
    [...p95].map(([size, value]) => [size, value.toPrecision(3), ((value / size) * 1000).toPrecision(3)]),
  )
  const grown = (p95.get(largest) ?? NaN) / (p95.get(smallest) ?? NaN)
  const isWhole = smallest === SIZES[0] && largest === SIZES.at(-1)
  report.add(atMost(`search/${language}/growth-of-linear`, grown / (largest / smallest), isWhole ? 1 : null))
}

function shown(value: number): string {
  return Number.isFinite(value) ? value.toPrecision(3) : '–'
}
