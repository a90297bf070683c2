// A Chromium for tests: $CHROME, the system's, or the one that comes with the npm package @sparticuz/chromium.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const cache = join(import.meta.dirname, '../node_modules/.cache')

/** No sandbox, because tests run as root in containers; no requests to Google. */
export const chromiumFlags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--hide-scrollbars'],
]

/** @returns {Promise<string>} path of the executable */
export async function chromiumPath() {
  if (process.env.CHROME) return process.env.CHROME
  return installed.find((path) => existsSync(path)) ?? (await unpacked())
}

/** The package takes a half-written file for a whole one, so it is unpacked aside and then renamed. */
async function unpacked() {
  const folder = join(cache, 'chromium-143')
  if (!existsSync(join(folder, 'chromium'))) {
    mkdirSync(cache, { recursive: true })
    const aside = mkdtempSync(join(cache, 'unpacking-'))
    const before = process.env.TMPDIR
    process.env.TMPDIR = aside
    try {
      const { default: chromium } = await import('@sparticuz/chromium')
      await chromium.executablePath()
    } finally {
      if (before === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = before
    }
    try {
      renameSync(aside, folder)
    } catch {
      rmSync(aside, { recursive: true, force: true }) // another process was first
    }
  }
  return join(folder, 'chromium')
}
