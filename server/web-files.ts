// What the build made for browsers, read into memory once: only these paths exist, so none can be tricked.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

export interface WebFile {
  readonly body: Uint8Array<ArrayBuffer>
  /** The same, compressed by the build. */
  readonly brotli: Uint8Array<ArrayBuffer> | undefined
  readonly type: string
  readonly etag: string
  /** Its name changes with its content. */
  readonly hashed: boolean
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.map': 'application/json',
  '.woff2': 'font/woff2',
}

/** All files below a folder by their path from it, with a leading slash. No folder (development): none. */
export function readWebFiles(folder: string): ReadonlyMap<string, WebFile> {
  const files = new Map<string, WebFile>()
  if (!existsSync(folder)) return files
  for (const item of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(item.name)]
    if (!item.isFile() || !type || item.name.startsWith('.')) continue
    const file = join(item.parentPath, item.name)
    const body = new Uint8Array(readFileSync(file))
    files.set(`/${file.slice(folder.length + 1).replaceAll('\\', '/')}`, {
      body,
      brotli: existsSync(`${file}.br`) ? new Uint8Array(readFileSync(`${file}.br`)) : undefined,
      type,
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      hashed: /-[\w-]{8}\.\w+$/.test(item.name),
    })
  }
  return files
}
