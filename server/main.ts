// The composition root: the only file that builds clock, ids, storage, workers and HTTP, for the server and for every
// other command of the command line.
import { randomBytes } from 'node:crypto'
import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import type { Askwell } from './askwell.ts'
import { commandLine } from './command-line.ts'
import { type Config, readConfig } from './config.ts'
import { seedDemo } from './demo/seed.ts'
import type { Desk } from './domain/ports.ts'
import { serve } from './serve.ts'
import { openStorage } from './storage/open-storage.ts'
import { groupingWork } from './work/grouping.ts'
import { packWork } from './work/packs.ts'
import { createVault } from './work/vault.ts'
import { startWorkers } from './work/workers.ts'

const here = fileURLToPath(new URL('.', import.meta.url))

const config = readConfig(process.env)
if ('faults' in config) leave(`These settings need mending:\n${config.faults.map((fault) => `  ${fault}`).join('\n')}`)
try {
  await commandLine(process.argv.slice(2), {
    address: config.publicUrl ?? `http://localhost:${config.port}`,
    open: () => openAskwell(config),
    serve: (askwell) => serve(config, askwell),
  })
} catch (error) {
  leave(sentence(error))
}

async function openAskwell(config: Config): Promise<Askwell> {
  const log = pino({ level: config.logLevel, base: undefined }, pino.destination({ fd: 2, sync: false }))
  const storage = await openStorage(config.databaseUrl ?? databaseFile(config.dataDir))
  const workers = startWorkers(join(here, import.meta.env?.PROD ? 'tasks.js' : 'work/tasks.ts'), (err) =>
    log.error({ err }, 'a worker thread broke down'),
  )
  const desk: Desk = {
    storage,
    clock: () => new Date().toISOString(),
    newId: () => randomBytes(12).toString('base64url'),
  }
  const failed = (what: string) => (err: unknown, siteId: string) => log.error({ err, siteId }, `${what} failed`)
  const packs = packWork(desk, workers, { built: (siteId) => grouping.wake(siteId), failed: failed('building packs') })
  const grouping = groupingWork(desk, packs, failed('grouping'))
  await seedDemo(desk, workers)
  return {
    ...{ desk, log, workers, packs, grouping, vault: createVault() },
    webFolder: join(here, import.meta.env?.PROD ? '../web' : '../dist/web'),
    async close() {
      await packs.idle()
      await grouping.idle()
      await workers.close()
      await storage.close()
    },
  }
}

function databaseFile(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true })
  accessSync(dataDir, constants.W_OK)
  return join(dataDir, 'askwell.sqlite')
}

/** What went wrong, for the person at the terminal: one sentence that says what to do. */
function sentence(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const port = 'faults' in config ? '' : config.port
  const dataDir = 'faults' in config ? '' : config.dataDir
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken. Stop what listens there, or choose another: PORT=${Number(port) + 1} npm start`
  if (code === 'EADDRNOTAVAIL')
    return 'HOST is no address of this machine. Leave it out, or use 0.0.0.0 to listen on all.'
  if (
    ['EACCES', 'EROFS', 'EPERM'].includes(code) &&
    error instanceof Error &&
    'syscall' in error &&
    error.syscall === 'listen'
  ) {
    return `This user may not listen on port ${port}. Choose one above 1023: PORT=8787 npm start`
  }
  if (
    ['EACCES', 'EROFS', 'EPERM', 'EEXIST', 'ENOTDIR'].includes(code) ||
    /^SQLITE_(CANTOPEN|READONLY|PERM)/.test(code)
  ) {
    return `The data folder ${dataDir} can't be written. Give this user the right to, or choose another with DATA_DIR.`
  }
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT') {
    return `The database in ${dataDir} is damaged. Restore it from a back-up, or move it away to begin anew.`
  }
  if (['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'ENOENT'].includes(code)) {
    return 'PostgreSQL does not answer at DATABASE_URL. Start it, or mend the address.'
  }
  if (['28P01', '28000', '3D000', '42501'].includes(code)) {
    return `PostgreSQL refuses DATABASE_URL: ${error instanceof Error ? error.message : code}.`
  }
  return error instanceof Error ? error.message : `Askwell can't go on: ${JSON.stringify(error)}`
}

function leave(text: string): never {
  process.stderr.write(`${text}\n`)
  process.exit(1)
}
