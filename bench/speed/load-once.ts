// One index, loaded once in a process of its own (loading.ts starts it): name of the engine, file.
import { readFileSync } from 'node:fs'
import type { Searcher } from '../engine.ts'
import type { Loadable, Loaded } from './loading.ts'

const typed = ['how', 'how do i up', 'install the lib', 'tidb', '如何', '数据库的备份']
const [name = '', file = ''] = process.argv.slice(2)

const open = await opener(name as Loadable)
const before = held()
const timed = await loadFrom(file)
for (const text of typed) await timed.searcher.type?.(text)
const loaded: Loaded = { load: timed.load, first: timed.first, heap: held() - before }
console.log(JSON.stringify(loaded))
await timed.searcher.type?.('') // it must live until it was weighed

/** The code is loaded before the clock starts. */
async function opener(name: Loadable): Promise<(content: Buffer) => Searcher | Promise<Searcher>> {
  if (name === 'askwell') {
    const { openBytes } = await import('../engines/askwell-open.ts')
    return openBytes
  }
  const { default: MiniSearch } = await import('minisearch')
  const { miniOptions, miniSearcher } = await import('../engines/minisearch.ts')
  const { pairs } = await import('../engines/cjk.ts')
  const options = miniOptions(name === 'minisearch-pairs' ? { tokenize: pairs } : {})
  return (content) => miniSearcher(MiniSearch.loadJSON(content.toString('utf8'), options))
}

async function loadFrom(path: string): Promise<{ load: number; first: number; searcher: Searcher }> {
  const content = readFileSync(path)
  const start = performance.now()
  const searcher = await open(content)
  const load = performance.now() - start
  await searcher.type?.('how do')
  return { load, first: performance.now() - start, searcher }
}

function held(): number {
  for (let i = 0; i < 3; i++) globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
