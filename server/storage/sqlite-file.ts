// SQLite on the Node that runs: better-sqlite3 12 before Node 24, Node's own from 24 on. There, better-sqlite3 12 ends the whole
// process when one of its statements is collected (ObjectWrap's clean-up hooks, since Node 24.19), and 13 does not run on Node 20.
import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** Milliseconds that a lock of another process may block this one; the rest of the waiting is done in the background. */
const BUSY_TIMEOUT = 100
const NODE_WITH_SQLITE = 24

/** `code` of errors is SQLite's own name, such as `SQLITE_BUSY`, whichever library is used. */
export async function openSqliteFile(file: string): Promise<SqliteDatabase> {
  const [major] = process.versions.node.split('.')
  const database = Number(major) >= NODE_WITH_SQLITE ? openBuiltIn(file) : await openBetterSqlite(file)
  try {
    // `synchronous = FULL`: what was acknowledged survives a power cut
    for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) {
      const statement = database.prepare(`pragma ${pragma}`)
      if (statement.reader) statement.all([])
      else statement.run([])
    }
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

async function openBetterSqlite(file: string): Promise<SqliteDatabase> {
  const { default: Database } = await import('better-sqlite3')
  return new Database(file, { timeout: BUSY_TIMEOUT })
}

/** What is used of `node:sqlite`, which the types of Node 20 lack. */
interface BuiltIn {
  readonly DatabaseSync: new (
    file: string,
    options: { readonly timeout: number },
  ) => {
    prepare(sql: string): BuiltInStatement
    close(): void
  }
}
interface BuiltInStatement {
  columns(): readonly unknown[]
  all(...parameters: readonly unknown[]): unknown[]
  run(...parameters: readonly unknown[]): ReturnType<SqliteStatement['run']>
  iterate(...parameters: readonly unknown[]): IterableIterator<unknown>
}

function openBuiltIn(file: string): SqliteDatabase {
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite') as unknown as BuiltIn
  const database = named(() => new DatabaseSync(file, { timeout: BUSY_TIMEOUT }))
  return {
    prepare(sql) {
      const statement = named(() => database.prepare(sql))
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => named(() => statement.all(...parameters)),
        run: (parameters) => named(() => statement.run(...parameters)),
        iterate: (parameters) => statement.iterate(...parameters),
      }
    },
    close: () => database.close(),
  }
}

/** SQLite's result codes (sqlite.org/rescode.html) that somebody here acts on. */
const names: Readonly<Record<number, string>> = {
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  8: 'SQLITE_READONLY',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  19: 'SQLITE_CONSTRAINT',
  26: 'SQLITE_NOTADB',
}

function named<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    // the low byte is the primary code
    const code = error instanceof Error && 'errcode' in error ? names[Number(error.errcode) & 0xff] : undefined
    throw code === undefined ? error : Object.assign(error as Error, { code })
  }
}
