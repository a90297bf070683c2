// What the first opening fetches, by what it is for: the build's manifest knows which module imports which.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Transfer } from './visit.ts'

export const KINDS = ['loader', 'shell', 'words', 'engine', 'pack', 'later'] as const
export type Kind = (typeof KINDS)[number]

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}

const manifestFile = join(import.meta.dirname, '../../dist/web/w/manifest.json')

/**
 * Bytes by kind. `shell` is the widget's module and all that it imports before it runs; `engine` what the search adds to that;
 * `pack` the knowledge and which is the newest; `later` what comes beside it: the outbox, the entries that fit the page.
 */
export function bytesByKind(transfers: readonly Transfer[]): ReadonlyMap<Kind, number> {
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, Chunk>
  const shell = filesOf(manifest, 'widget/embed.ts')
  const engine = filesOf(manifest, 'widget/engine.ts')
  const words = new Set(
    Object.entries(manifest).flatMap(([name, { file }]) => (name.startsWith('widget/messages/') ? file : [])),
  )
  const kindOf = (path: string): Kind => {
    if (path === 'askwell.js') return 'loader'
    if (shell.has(path)) return 'shell'
    if (words.has(path)) return 'words'
    if (engine.has(path)) return 'engine'
    return /^v1\/(packs\/|sites\/[^/]+\/head)/.test(path) ? 'pack' : 'later'
  }
  const sums = new Map<Kind, number>(KINDS.map((kind) => [kind, 0]))
  for (const { url, bytes } of transfers) {
    const kind = kindOf(new URL(url).pathname.slice(1))
    sums.set(kind, (sums.get(kind) ?? 0) + bytes)
  }
  return sums
}

function filesOf(manifest: Readonly<Record<string, Chunk>>, name: string, files = new Set<string>()): Set<string> {
  const chunk = manifest[name]
  if (!chunk) throw new Error(`The build made no ${name}.`)
  files.add(chunk.file)
  for (const next of chunk.imports ?? []) filesOf(manifest, next, files)
  return files
}
