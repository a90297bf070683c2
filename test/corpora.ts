// Third-party corpora and data beside the project, never in it. Tests that read them say so where they are missing.
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe } from 'vitest'

const SHARED = resolve(import.meta.dirname, '../../shared')

export function sharedFile(path: string): string {
  return resolve(SHARED, path)
}

/** One object a line. */
export function sharedLines<T>(path: string): readonly T[] {
  const lines = readFileSync(sharedFile(path), 'utf8').trimEnd().split('\n')
  return lines.map((line) => JSON.parse(line) as T)
}

/** A group of tests that is skipped, and says why, where the file or folder is not there. */
export function describeWith(path: string, name: string, tests: () => void): void {
  const missing = !existsSync(sharedFile(path))
  describe.skipIf(missing)(missing ? `${name} (skipped: ../shared/${path} is missing)` : name, () => {
    if (!missing) tests()
  })
}
