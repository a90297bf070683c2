// One Askwell for all the tests of a file: a process of its own on SQLite, which the file ends itself.
import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort, printed } from './askwell-process.ts'

export interface RunningAskwell {
  readonly url: string
  /** Runs a command of the command line on the same data. */
  run(...args: string[]): Promise<string>
  end(): Promise<void>
}

export async function runAskwell(): Promise<RunningAskwell> {
  const folder = mkdtempSync(join(tmpdir(), 'askwell-data-'))
  const port = await freePort()
  const env = { ...process.env, PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'warn' }
  const child = spawn(process.execPath, ['server/askwell.mjs', 'start'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  await printed(child, 'Ctrl-C stops it.')
  return {
    url: `http://localhost:${port}`,
    run: async (...args) =>
      (await promisify(execFile)(process.execPath, ['server/askwell.mjs', ...args], { env })).stdout,
    async end() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
