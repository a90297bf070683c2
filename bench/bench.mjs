// The way in: installs the packages of bench/ on first use, then runs one group of figures: `npm run bench -- search`.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const groups = ['relevance', 'chinese', 'search', 'widget']
const here = import.meta.dirname
const [group, ...rest] = process.argv.slice(2)

if (!groups.includes(group ?? '')) {
  console.error(`Usage: npm run bench -- ${groups.join('|')} [folder …] [--json] [--engine name] [--np 0,5]
                     [--limit-queries n] [--limit-entries n] [--no-browser] [--fresh]`)
  process.exit(1)
}
if (!isInstalled()) run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--no-fund', '--no-audit'], here)
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
// collected between turns, so that no engine pays for the one before; some peers need room for 50,000 entries
const node = ['--expose-gc', '--max-old-space-size=8192']
run(process.execPath, [...node, '--import', tsx, join(here, `${group}.ts`), ...rest], join(here, '..'))

/** npm writes its own copy of the lock file last; an older one belongs to other versions. */
function isInstalled() {
  const installed = join(here, 'node_modules/.package-lock.json')
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(here, 'package.json')).mtimeMs
}

/** npm's own words go to stderr: stdout carries figures only. */
function run(command, args, cwd) {
  const { status } = spawnSync(command, args, { cwd, stdio: ['inherit', cwd === here ? 2 : 'inherit', 'inherit'] })
  if (status !== 0) process.exit(status ?? 1)
}
