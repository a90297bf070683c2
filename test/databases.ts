// The databases that every storage test runs on.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject, onTestFinished } from 'vitest'
import { openStorage, type OpenStorage } from '../server/storage/open-storage.ts'
import { newPostgresDatabase } from './postgres.ts'

export const databases = ['SQLite', 'PostgreSQL'] as const
export type DatabaseName = (typeof databases)[number]

/** URL of a new, empty database, thrown away when the test ends. */
export async function newDatabase(name: DatabaseName): Promise<string> {
  if (name === 'PostgreSQL') return newPostgresDatabase(inject('postgres'))
  const folder = mkdtempSync(join(tmpdir(), 'askwell-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'askwell.sqlite')
}

/** Opened on a new database, closed when the test ends. */
export async function newStorage(name: DatabaseName): Promise<OpenStorage> {
  return openedStorage(await newDatabase(name))
}

/** One more opening of the same database, as another process would have. */
export async function openedStorage(url: string): Promise<OpenStorage> {
  const storage = await openStorage(url)
  onTestFinished(() => storage.close())
  return storage
}
