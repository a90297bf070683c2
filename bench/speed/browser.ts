// Key presses in Chromium: the engines in a page, served from this machine with the headers that let its clock be fine.
import { createReadStream, existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { build } from 'esbuild'
import { chromium, type LaunchOptions } from 'playwright-core'
import type { Entry } from '../data.ts'
import type { Language } from './help-text.ts'
import type { Latency } from './latency.ts'
import { pagefindFiles } from './pagefind.ts'
import type { PageTask } from './page.ts'
import { keyPresses } from './typing.ts'

export interface BrowserTask {
  readonly language: Language
  readonly entries: readonly Entry[]
  readonly pack: Uint8Array | undefined
  readonly questions: readonly string[]
}

export interface BrowserResult {
  readonly keys: ReadonlyMap<string, Latency>
  /** Milliseconds that the page's clock can tell apart. */
  readonly clock: number
  readonly pagefindBytes: number
}

interface ChromiumForTests {
  readonly chromiumPath: () => Promise<string>
  readonly chromiumFlags: readonly string[]
}

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.json': 'application/json' }
const PAGEFIND_SIZE = 10_000

/** The measurements, or why there are none. */
export async function measureBrowser({
  language,
  entries,
  pack,
  questions,
}: BrowserTask): Promise<BrowserResult | string> {
  const executable = await findChromium()
  if (typeof executable === 'string') return executable
  const script = await bundle().catch(String)
  if (script.startsWith('Error')) return script
  const pagefind = entries.length <= PAGEFIND_SIZE ? await pagefindFiles(language, entries) : undefined
  const contents = new Map<string, string | Uint8Array>([
    ['/', '<!doctype html><title>bench</title><script type="module" src="/page.js"></script>'],
    ['/page.js', script],
    ['/entries.json', JSON.stringify(entries)],
    ['/keys.json', JSON.stringify(keyPresses(questions))],
    ['/pack', pack ?? ''],
  ])
  const server = await serve(contents, pagefind?.folder)
  const browser = await chromium.launch(executable)
  try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await page.waitForFunction(() => 'measurePage' in globalThis)
    const task: PageTask = { language, hasPack: pack !== undefined, hasPagefind: pagefind !== undefined }
    const { keys, clock } = await page.evaluate((given) => globalThis.measurePage(given), task)
    return { keys: new Map(keys), clock, pagefindBytes: pagefind?.bytes ?? NaN }
  } finally {
    await browser.close()
    server.close()
  }
}

/** As the project's own tests find it, or why they would not. */
export async function findChromium(): Promise<LaunchOptions | string> {
  try {
    const found = (await import('../../test/chromium.mjs')) as ChromiumForTests
    return { executablePath: await found.chromiumPath(), args: [...found.chromiumFlags] }
  } catch (error) {
    return `no Chromium (${error instanceof Error ? error.message : String(error)})`
  }
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'page.ts')],
    ...{ bundle: true, write: false, format: 'esm', minify: true, target: 'es2022', platform: 'browser' },
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}

/** On this machine only; the port comes from the system. */
async function serve(
  contents: ReadonlyMap<string, string | Uint8Array>,
  pagefind: string | undefined,
): Promise<Server> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname)
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp')
    response.setHeader(
      'Content-Type',
      path === '/' ? 'text/html' : (types[extname(path)] ?? 'application/octet-stream'),
    )
    const file = pagefind && path.startsWith('/pagefind/') ? join(pagefind, path.slice('/pagefind/'.length)) : undefined
    if (contents.has(path)) response.end(contents.get(path))
    else if (file && existsSync(file)) createReadStream(file).pipe(response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}
