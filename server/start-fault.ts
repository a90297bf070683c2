// Why the program can't start, as a sentence that says what to do. Each fault is told where it is known what was wanted.
import type { Config } from './config.ts'

/** The data folder can't be made or written. */
export function folderFault(error: unknown, { dataDir }: Config): Error {
  // ENOENT: Node's word for a folder that can't be made on a read-only disk
  const unwritable = ['EACCES', 'EROFS', 'EPERM', 'EEXIST', 'ENOTDIR', 'ENOENT'].includes(codeOf(error))
  return unwritable ? unwritableFolder(dataDir) : asError(error)
}

/** The database can't be opened. */
export function databaseFault(error: unknown, { dataDir }: Config): Error {
  const code = codeOf(error)
  if (/^SQLITE_(CANTOPEN|READONLY|PERM)/.test(code)) return unwritableFolder(dataDir)
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) {
    return new Error(`The database in ${dataDir} is damaged. Restore it from a back-up, or move it away to begin anew.`)
  }
  if (['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'ENOENT'].includes(code)) {
    return new Error('PostgreSQL does not answer at DATABASE_URL. Start it, or mend the address.')
  }
  if (['28P01', '28000', '3D000', '42501'].includes(code)) {
    return new Error(`PostgreSQL refuses DATABASE_URL: ${error instanceof Error ? error.message : code}.`)
  }
  return asError(error)
}

/** The port can't be listened on. */
export function listenFault(error: unknown, { port }: Config): Error {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new Error(`Port ${port} is taken. Stop what listens there, or choose another: PORT=${port + 1} npm start`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Error('HOST is no address of this machine. Leave it out, or use 0.0.0.0 to listen on all.')
    case 'EACCES':
    case 'EPERM':
      return new Error(`This user may not listen on port ${port}. Choose one above 1023: PORT=8787 npm start`)
    default:
      return asError(error)
  }
}

function unwritableFolder(dataDir: string): Error {
  return new Error(
    `The data folder ${dataDir} can't be written. Give this user the right to, or choose another with DATA_DIR.`,
  )
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(`Askwell can't go on: ${JSON.stringify(error)}`)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
