// The Workers port on a pool of threads. A thread that takes too long is ended; the pool starts another.
import { Tinypool } from 'tinypool'
import { MarkdownError } from '../../shared/markdown.ts'
import type { EncodedPack, Workers } from '../domain/ports.ts'
import { Refusal } from '../domain/refusal.ts'
import type { PackTask, ReplayTask } from './tasks.ts'

/** Milliseconds. Real articles of a quarter of a million characters take 0.1 s. */
const RENDER_LIMIT = 2_000
const PACK_LIMIT = 120_000

export interface WorkerPool extends Workers {
  close(): Promise<void>
}

/** `file` is tasks.ts, built or as it is. `failed` hears of threads that broke down. */
export function startWorkers(file: string, failed: (error: unknown) => void): WorkerPool {
  const pool = new Tinypool({
    filename: file,
    // development runs the source, which Node 20 can't load in a thread
    runtime: file.endsWith('.ts') ? 'child_process' : 'worker_threads',
    minThreads: 1,
    maxThreads: 2,
  })
  pool.on('error', failed)
  const run = async <T>(name: string, task: unknown, limit: number): Promise<T> => {
    const signal = AbortSignal.timeout(limit)
    try {
      return (await pool.run(task, { name, signal })) as T
    } catch (error) {
      if (signal.aborted) throw new Refusal('invalid', 'The answer takes too long to render. Simplify its formatting.')
      throw error
    }
  }
  return {
    async render(markdown) {
      try {
        return await run<string>('render', { markdown }, RENDER_LIMIT)
      } catch (error) {
        // an error from another thread keeps its name and message, not its class
        if (error instanceof Error && error.name === MarkdownError.name) throw new Refusal('invalid', error.message)
        throw error
      }
    },
    pack: (siteId, locale, entries) =>
      run<EncodedPack>('pack', { siteId, locale, entries } satisfies PackTask, PACK_LIMIT),
    replay: (locale, entries, entryId, wordings) =>
      run<boolean[]>('replay', { locale, entries, entryId, wordings } satisfies ReplayTask, PACK_LIMIT),
    close: () => pool.destroy(),
  }
}
