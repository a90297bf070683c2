// The Workers port on a pool of threads. A thread that takes too long is ended; the pool starts another.
import { setImmediate } from 'node:timers/promises'
import { Tinypool } from 'tinypool'
import type { LiveEntry } from '../domain/entry.ts'
import type { EncodedPack, Workers } from '../domain/ports.ts'
import { Refusal } from '../domain/refusal.ts'
import type { DeltaTask, PackTask, Rendered, ReplayTask } from './tasks.ts'

/** Milliseconds. Real articles of a quarter of a million characters take 0.1 s. */
const RENDER_LIMIT = 2_000
const PACK_LIMIT = 120_000
const PAGE = 500

export interface WorkerPool extends Workers {
  close(): Promise<void>
}

/** `file` is tasks.ts, built or as it is. `failed` hears of threads that broke down. */
export function startWorkers(file: string, failed: (error: unknown) => void): WorkerPool {
  // apart, so that an answer never waits for a pack until its time is over
  const [renderers, builders] = [1, 2].map((threads) => startPool(file, threads, failed)) as [Tinypool, Tinypool]
  return {
    async render(markdown) {
      const tooLong = 'The answer takes too long to render. Simplify its formatting.'
      const rendered = await run<Rendered>(renderers, 'render', { markdown }, RENDER_LIMIT, tooLong)
      if ('fault' in rendered) throw new Refusal('invalid', rendered.fault)
      return rendered.html
    },
    async pack({ id, search }, locale, entries) {
      const pages = await inPages(entries)
      return build<EncodedPack>('pack', { siteId: id, locale, search, pages } satisfies PackTask)
    },
    delta: (siteId, changes) => build<EncodedPack>('delta', { siteId, ...changes } satisfies DeltaTask),
    replay: (changes, entryId, wordings) =>
      build<boolean[]>('replay', { ...changes, entryId, wordings } satisfies ReplayTask),
    async close() {
      await Promise.all([renderers.destroy(), builders.destroy()])
    },
  }

  function build<T>(name: string, task: unknown): Promise<T> {
    const tooLong = 'The knowledge is too large to be made ready in time. Nothing was changed; tell the administrator.'
    return run<T>(builders, name, task, PACK_LIMIT, tooLong)
  }
}

/** Handing ten thousand entries over in one piece would hold everybody up. */
async function inPages(entries: readonly LiveEntry[]): Promise<Uint8Array[]> {
  const pages: Uint8Array[] = []
  for (let i = 0; i < entries.length; i += PAGE) {
    pages.push(new TextEncoder().encode(JSON.stringify(entries.slice(i, i + PAGE))))
    await setImmediate()
  }
  return pages
}

function startPool(file: string, maxThreads: number, failed: (error: unknown) => void): Tinypool {
  const pool = new Tinypool({
    filename: file,
    // development runs the source, which Node 20 can't load in a thread
    runtime: file.endsWith('.ts') ? 'child_process' : 'worker_threads',
    serialization: 'advanced', // between processes as between threads: bytes stay bytes
    minThreads: 1,
    maxThreads,
  })
  pool.on('error', failed)
  return pool
}

async function run<T>(pool: Tinypool, name: string, task: unknown, limit: number, tooLong: string): Promise<T> {
  const signal = AbortSignal.timeout(limit)
  try {
    return (await pool.run(task, { name, signal })) as T
  } catch (error) {
    if (signal.aborted) throw new Refusal('invalid', tooLong)
    throw error
  }
}
