// The built product as people run it: a process of its own on a new database, allowed on one page's origin.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Askwell {
  readonly url: string
  readonly stop: () => Promise<void>
}

const root = join(import.meta.dirname, '../..')
const PROGRAM = 'server/askwell.mjs'
/** What it prints last when it starts. */
const STARTED = 'Ctrl-C stops it.'

/** Started, and its demo site answers pages of `origin`. */
export async function startAskwell(origin: string): Promise<Askwell> {
  const folder = mkdtempSync(join(tmpdir(), 'askwell-bench-'))
  const port = await freePort()
  const env = { ...process.env, PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'warn', NODE_ENV: 'production' }
  const child = spawn(process.execPath, [PROGRAM, 'start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      if (printed.includes(STARTED)) resolve()
    })
    child.once('exit', (code) => reject(new Error(`Askwell ended with ${code}: ${printed}`)))
  })
  execFileSync(process.execPath, [PROGRAM, 'site', 'allow', 'pk_demo', origin], { cwd: root, env, stdio: 'ignore' })
  return {
    url: `http://localhost:${port}`,
    async stop() {
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** From the system: the program wants to be told its port. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
