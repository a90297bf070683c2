// The same measuring in a page: browser.ts bundles this, serves it with the knowledge, and calls `measurePage`.
import type { Entry } from '../data.ts'
import type { Engine } from '../engine.ts'
import { openBytes } from '../engines/askwell-open.ts'
import { engine as flexsearchPairs } from '../engines/flexsearch-pairs.ts'
import { engine as flexsearch } from '../engines/flexsearch.ts'
import { engine as minisearchPairs } from '../engines/minisearch-pairs.ts'
import { engine as minisearch } from '../engines/minisearch.ts'
import type { Language } from './help-text.ts'
import { type Latency, measureLatency, type Search } from './latency.ts'
import { scanOf } from './scan.ts'

export interface Measured {
  readonly keys: [string, Latency][]
  /** 0.005 in an isolated page; much more would hide a key press. */
  readonly clock: number
}

export interface PageTask {
  readonly language: Language
  readonly hasPack: boolean
  readonly hasPagefind: boolean
}

interface Pagefind {
  init(): Promise<void>
  search(text: string): Promise<unknown>
}

const peers: Readonly<Record<Language, readonly Engine[]>> = {
  en: [minisearch, flexsearch],
  zh: [minisearchPairs, flexsearchPairs],
}

declare global {
  var measurePage: (task: PageTask) => Promise<Measured>
}

globalThis.measurePage = async ({ language, hasPack, hasPagefind }) => {
  document.documentElement.lang = language
  const entries = (await (await fetch('/entries.json')).json()) as Entry[]
  const keys = (await (await fetch('/keys.json')).json()) as string[]
  const texts = entries.map(({ question, answer }) => `${question}\n${answer}`)
  const searches = new Map<string, Search>([['scan', scanOf(texts)]])
  if (hasPack) {
    const searcher = await openBytes(new Uint8Array(await (await fetch('/pack')).arrayBuffer()))
    searches.set('askwell', (text) => searcher.type?.(text))
  }
  for (const engine of peers[language]) {
    const searcher = await engine.build(language, entries)
    searches.set(engine.name, (text) => (searcher.type ? searcher.type(text) : searcher.search(text)))
  }
  if (hasPagefind) searches.set('pagefind', await openPagefind())
  const clock = performance.now()
  let tick = clock
  while (tick === clock) tick = performance.now()
  return { keys: [...(await measureLatency(searches, keys))], clock: tick - clock }
}

async function openPagefind(): Promise<Search> {
  const path = '/pagefind/pagefind.js' // not a constant of the import, or the bundler would look for it
  const pagefind = (await import(path)) as Pagefind
  await pagefind.init()
  return (text) => pagefind.search(text)
}
