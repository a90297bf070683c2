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
import { databaseFault, folderFault } from './start-fault.ts'
import { openStorage, type OpenStorage } from './storage/open-storage.ts'
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
  leave(error instanceof Error ? error.message : `Askwell can't go on: ${JSON.stringify(error)}`)
}

async function openAskwell(config: Config): Promise<Askwell> {
  const log = pino({ level: config.logLevel, base: undefined }, pino.destination({ fd: 2, sync: false }))
  const storage = await openDatabase(config)
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

async function openDatabase(config: Config): Promise<OpenStorage> {
  const url = config.databaseUrl ?? databaseFile(config)
  try {
    return await openStorage(url)
  } catch (error) {
    throw databaseFault(error, config)
  }
}

function databaseFile(config: Config): string {
  try {
    mkdirSync(config.dataDir, { recursive: true })
    accessSync(config.dataDir, constants.W_OK)
  } catch (error) {
    throw folderFault(error, config)
  }
  return join(config.dataDir, 'askwell.sqlite')
}

function leave(text: string): never {
  process.stderr.write(`${text}\n`)
  process.exit(1)
}
