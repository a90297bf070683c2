// How long an index takes from what came over the wire to ready, and what it holds of the heap: each time in a process of
// its own, the two engines in turn, medians.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { median } from '../measures.ts'

export interface Loaded {
  /** Milliseconds until the first search can start. */
  readonly load: number
  /** Milliseconds until the first search has ended. */
  readonly first: number
  /** Bytes held after some searches. */
  readonly heap: number
}

export type Loadable = 'askwell' | 'minisearch' | 'minisearch-pairs'

const ROUNDS = 7
const folder = join(import.meta.dirname, '../node_modules/.cache/loading')
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

/** `files`: what came over the wire, decompressed. */
export function measureLoading(files: ReadonlyMap<Loadable, string | Uint8Array>): Map<Loadable, Loaded> {
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of files) writeFileSync(join(folder, name), content)
  const all = new Map<Loadable, Loaded[]>([...files.keys()].map((name) => [name, []]))
  for (let round = 0; round < ROUNDS; round++) for (const [name, taken] of all) taken.push(loadOnce(name))
  return new Map(
    [...all].map(([name, taken]) => [
      name,
      {
        load: median(taken.map(({ load }) => load)),
        first: median(taken.map(({ first }) => first)),
        heap: median(taken.map(({ heap }) => heap)),
      },
    ]),
  )
}

function loadOnce(name: Loadable): Loaded {
  const args = ['--expose-gc', '--import', tsx, join(import.meta.dirname, 'load-once.ts'), name, join(folder, name)]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${name} could not be loaded: ${stderr}`)
  return JSON.parse(stdout) as Loaded
}
