// Askwell as people run it: a process of its own, on a database of its own.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { onTestFinished } from 'vitest'
import { type DatabaseName, newDatabase } from '../databases.ts'

const PROGRAM = ['server/askwell.mjs']

export interface AskwellProcess {
  readonly url: string
  /** The one-time link that it printed last. */
  readonly invite: string
  /** Runs a command of the command line on the same data. */
  run(...args: string[]): Promise<string>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  /** Starts it again at the same address. */
  restart(): Promise<void>
}

/** Started on a new database and answering; ended when the test ends. */
export async function startAskwell(database: DatabaseName): Promise<AskwellProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'askwell-data-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env: NodeJS.ProcessEnv = { ...process.env, PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'warn' }
  if (database === 'PostgreSQL') env['DATABASE_URL'] = await newDatabase('PostgreSQL')
  let child: ChildProcess | undefined

  async function start(): Promise<string> {
    child = spawn(process.execPath, [...PROGRAM, 'start'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
    return printed(child, 'Ctrl-C stops it.')
  }
  async function end(signal: NodeJS.Signals): Promise<void> {
    const ending = child
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    const ended = new Promise((resolve) => ending.once('exit', resolve))
    ending.kill(signal)
    await ended
  }

  onTestFinished(async () => {
    await end('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  })
  let banner = await start()
  return {
    url,
    get invite() {
      return /\S+\/console\/invite#\S+/.exec(banner)?.[0] ?? ''
    },
    run: async (...args) => (await promisify(execFile)(process.execPath, [...PROGRAM, ...args], { env })).stdout,
    kill: () => end('SIGKILL'),
    async restart() {
      banner = await start()
    },
  }
}

/** What a process has printed once it has printed `last`. */
export function printed(child: ChildProcess, last: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (text.includes(last)) resolve(text)
    })
    child.once('exit', (code) => reject(new Error(`Askwell ended with ${code}:\n${text}`)))
  })
}

/** A port that the kernel has just given; the server must come back at the same address, so it can't choose its own. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
