// Somebody's site: a page for each contestant, the peers' files after Brotli, and back ends that answer at once.
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { type Contestant, peerFiles } from './peers.ts'

export interface Site {
  readonly origin: string
  /** Its pages are at their names. */
  readonly add: (...contestants: readonly Contestant[]) => void
  readonly stop: () => void
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
}
const PAGE = `<p>${'Tea, and more tea, from the hills. '.repeat(200)}</p>`

/** On this machine only; `pagefind` is the folder that it built. */
export async function openSite(pagefind: string): Promise<Site> {
  const pages = new Map<string, string>()
  const compressed = new Map<string, Buffer>()
  const fileAt = (path: string): string | undefined =>
    path.startsWith('pagefind/') ? join(pagefind, path.slice('pagefind/'.length)) : peerFiles.get(path)
  const sendFile = (response: ServerResponse, file: string) => {
    const content = compressed.get(file) ?? brotliCompressSync(readFileSync(file))
    compressed.set(file, content)
    response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream')
    response.setHeader('Content-Encoding', 'br')
    response.end(content)
  }
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname).slice(1)
    const page = pages.get(path)
    const file = fileAt(path)
    if (page !== undefined) response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page)
    else if (path.startsWith('answers/')) sendAnswer(response, path)
    else if (file && existsSync(file)) sendFile(response, file)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    add: (...contestants) => {
      for (const { name, markup } of contestants)
        pages.set(
          name,
          `<!doctype html><html lang="en"><title>${name}</title><link rel="icon" href="data:,">${PAGE}${markup}</html>`,
        )
    },
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Five hits, in the form of either service. */
function sendAnswer(response: ServerResponse, path: string): void {
  const titles = ['Shipping', 'Returns', 'Gift cards', 'Payment', 'Opening hours']
  const hits = titles.map((title, i) => {
    const hierarchy = { lvl0: 'Help', lvl1: title, lvl2: null, lvl3: null, lvl4: null, lvl5: null, lvl6: null }
    const marked = { lvl0: { value: 'Help' }, lvl1: { value: `<mark>${title}</mark>` } }
    const flat = Object.fromEntries(Object.entries(hierarchy).map(([level, text]) => [`hierarchy_${level}`, text]))
    const hit = { objectID: String(i), url: `/help#${i}`, type: 'lvl1', content: null, hierarchy, ...flat }
    const more = { _highlightResult: { hierarchy: marked }, _snippetResult: {}, _formatted: { ...hit } }
    return { ...hit, ...more }
  })
  const result = { hits, nbHits: hits.length, page: 0, nbPages: 1, hitsPerPage: 5, query: '', estimatedTotalHits: 5 }
  const isMulti = path.endsWith('multi-search') || path.endsWith('algolia')
  response.setHeader('Content-Type', 'application/json')
  response.end(JSON.stringify(isMulti ? { results: [result] } : result))
}
