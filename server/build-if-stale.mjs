// Builds Askwell unless what is in dist/ was made from these very sources. Runs when it is imported; `npm run build`.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(root, 'dist/built-from')
const sources = ['shared', 'widget', 'console', 'server', 'vite.config.ts', 'package-lock.json']

if (existsSync(join(root, 'widget'))) buildIfStale() // without sources: an installed copy, built already

/** By content, not by time: a fresh clone has only new times. */
function buildIfStale() {
  const now = hashOf(sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  process.stderr.write('Building Askwell …\n')
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  if (!existsSync(vite)) leave('The packages are not installed. Run "npm ci" first.')
  const { status, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' }, // a test runner's "test" would build for development
  })
  if (status !== 0) leave(`The build failed.\n${stderr}`)
  writeFileSync(stamp, now)
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of filesOf(path)) hash.update(file).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

function filesOf(path) {
  const whole = join(root, path)
  if (!existsSync(whole)) return []
  if (/\.\w+$/.test(path)) return [path]
  return readdirSync(whole, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(root.length + 1))
    .sort()
}

function leave(text) {
  process.stderr.write(`${text}\n`)
  process.exit(1)
}
