// Opens the database that DATABASE_URL or the data folder names, brings it up to date, and is the Storage port on it.
// One code path for both engines: what differs is the dialect, the lock behind `serially`, and which errors mean "again".
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  Migrator,
  PostgresDialect,
  sql,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from 'kysely'
import pg from 'pg'
import type { Storage } from '../domain/ports.ts'
import { storedAgents } from './agents.ts'
import { storedEntries } from './entries.ts'
import { storedGaps } from './gaps.ts'
import { type Engine, migrations } from './migrations.ts'
import { storedPacks } from './packs.ts'
import { storedQuestions } from './questions.ts'
import type { Database } from './schema.ts'
import { storedSites } from './sites.ts'
import { openSqliteFile } from './sqlite-file.ts'

export interface OpenStorage extends Storage {
  readonly engine: Engine
  close(): Promise<void>
}

/** Times that something is tried again that failed only for the moment: some ten seconds. */
const TRIES = 60
const POOL = 10

/** `url` is a `postgres://` URL or the path of an SQLite file. Migrates before it resolves; safe to start many at once. */
export async function openStorage(url: string): Promise<OpenStorage> {
  const engine: Engine = /^postgres(ql)?:/.test(url) ? 'postgres' : 'sqlite'
  const dialect =
    engine === 'postgres' ? postgres(url) : new ImmediateSqliteDialect(await again(() => openSqliteFile(url)))
  const db = new Kysely<Database>({ dialect })
  try {
    await again(() => migrate(db, engine))
  } catch (error) {
    await db.destroy()
    throw error
  }
  return { ...storageOn(db, engine), engine, close: () => db.destroy() }
}

function storageOn(db: Kysely<Database>, engine: Engine): Storage {
  const inTransaction = <T>(work: (db: Kysely<Database>) => Promise<T>) =>
    again(() => db.transaction().execute((transaction) => work(transaction)))
  return {
    sites: storedSites(db),
    entries: storedEntries(db),
    questions: storedQuestions(db),
    gaps: storedGaps(db),
    agents: storedAgents(db),
    packs: storedPacks(db),
    atomically: (work) => inTransaction((inside) => work(storageInside(inside, engine))),
    serially: (task, work) =>
      inTransaction(async (inside) => {
        await lockTask(inside, engine, task)
        return work(storageInside(inside, engine))
      }),
    async ping() {
      await sql`select 1`.execute(db)
    },
  }
}

/** Inside a transaction there is no other: a nested one joins it. */
function storageInside(inside: Kysely<Database>, engine: Engine): Storage {
  const storage: Storage = {
    ...storageOn(inside, engine),
    atomically: (work) => work(storage),
    async serially(task, work) {
      await lockTask(inside, engine, task)
      return work(storage)
    },
  }
  return storage
}

/** SQLite has one writer and takes its lock when the transaction begins; PostgreSQL locks the task's row until it ends. */
async function lockTask(db: Kysely<Database>, engine: Engine, task: string): Promise<void> {
  if (engine === 'sqlite') return
  await db
    .insertInto('task_lock')
    .values({ task })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db.selectFrom('task_lock').select('task').where('task', '=', task).forUpdate().execute()
}

async function migrate(db: Kysely<Database>, engine: Engine): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations(engine)) } })
  const { error } = await migrator.migrateToLatest()
  if (error)
    throw error instanceof Error ? error : new Error('The database could not be brought up to date.', { cause: error })
}

/** Tries again what failed only because somebody else held a lock or won a race. */
async function again<T>(work: () => T | Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= TRIES || !isPassing(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.min(200, 10 * attempt) * (0.5 + Math.random())))
    }
  }
}

/** SQLite: busy or locked. PostgreSQL: serialization failure, deadlock, and two who create the same table at once. */
function isPassing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^SQLITE_(BUSY|LOCKED)/.test(code) || ['40001', '40P01', '42P07'].includes(code)
}

function postgres(connectionString: string): PostgresDialect {
  pg.types.setTypeParser(pg.types.builtins.INT8, Number) // count(*) would come as a string
  const pool = new pg.Pool({ connectionString, max: POOL })
  // a connection that breaks, idle or at work, is an event of its own beside the query's error, and unheard it ends the process
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new PostgresDialect({ pool })
}

/** One connection, so writers queue in this process. Transactions take the write lock when they begin: one that reads first and then can't write would have to fail. */
class ImmediateSqliteDialect extends SqliteDialect {
  readonly #database: SqliteDatabase

  constructor(database: SqliteDatabase) {
    super({ database })
    this.#database = database
  }

  override createDriver(): Driver {
    return new ImmediateSqliteDriver({ database: this.#database })
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter()
  }
}

class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

/** SQLite's DDL is transactional, so all migrations run in one transaction that other processes wait for. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}
