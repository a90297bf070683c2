// Somebody else's pages as they are found in the wild, each with the script tag on it, and what a visitor of one can expect.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Addresses of the help server and of the page's own server. */
export interface Places {
  readonly help: string
  readonly shop: string
}

export interface HostilePage {
  readonly name: string
  /** The page's Content-Security-Policy. */
  readonly policy?: (places: Places) => string
  /** Runs before anything of the page, as its own scripts and the browser's settings would. */
  readonly before?: () => void
  /** Attributes of the script tag besides address and key. */
  readonly attributes?: string
  /** The whole page; `own` is its own heading, button and script. */
  readonly html?: (tag: string, own: string) => string
  /** What a visitor gets; `works` if nothing is said: searches, and reads an answer. */
  readonly outcome?: 'works' | 'link' | 'unreachable' | 'unavailable' | 'refused' | 'absent'
  /** What Askwell says to the page's developer, once. */
  readonly says?: RegExp
}

const NONCE = 'nonce-cT4hS'
const nonced = `nonce="${NONCE.slice('nonce-'.length)}"`
const ours = ({ help }: Places) => `script-src 'self' ${help}; connect-src ${help}; img-src ${help}`
const page = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>Shop</title>${head}</head><body>${body}</body></html>`

/** `integrity` of the loader, for a policy that lists it by its hash. */
export const hostilePages = (integrity: string): readonly HostilePage[] => [
  {
    name: 'our host alone, and no styles of others',
    policy: (places) => `default-src 'none'; style-src 'self'; ${ours(places)}`,
  },
  {
    name: 'a nonce, without our host',
    policy: ({ help }) => `default-src 'self'; style-src 'self'; script-src '${NONCE}'; connect-src ${help}`,
    attributes: nonced,
  },
  {
    name: "a nonce and 'strict-dynamic'",
    policy: ({ help }) => `default-src 'none'; script-src '${NONCE}' 'strict-dynamic'; connect-src ${help}`,
    attributes: nonced,
  },
  {
    name: 'Trusted Types that allow our policy',
    policy: (places) => `${ours(places)}; trusted-types askwell; require-trusted-types-for 'script'`,
  },
  {
    name: 'Trusted Types that allow any policy',
    policy: (places) => `${ours(places)}; require-trusted-types-for 'script'`,
  },
  {
    name: 'Trusted Types that allow no policy and demand one',
    policy: (places) => `${ours(places)}; trusted-types 'none'; require-trusted-types-for 'script'`,
    outcome: 'link',
    says: /trusted-types askwell/,
  },
  {
    name: 'Trusted Types that allow the policies of others',
    policy: (places) => `${ours(places)}; trusted-types lit-html dompurify; require-trusted-types-for 'script'`,
    outcome: 'link',
    says: /trusted-types askwell/,
  },
  { name: 'no workers', policy: (places) => `${ours(places)}; worker-src 'none'` },
  {
    name: 'no requests to other hosts',
    policy: ({ help }) => `script-src 'self' ${help}; connect-src 'self'`,
    outcome: 'unreachable',
    says: /connect-src http:\/\/localhost/,
  },
  { name: 'no scripts of other hosts', policy: () => "script-src 'self'", outcome: 'absent' },
  {
    name: 'scripts by their hash alone',
    policy: ({ help }) => `script-src 'self' '${integrity}'; connect-src ${help}`,
    attributes: `integrity="${integrity}" crossorigin`,
    outcome: 'unavailable',
  },
  {
    name: 'a sandbox without an origin',
    policy: () => 'sandbox allow-scripts',
    outcome: 'refused',
    says: /Pages of null may not use/,
  },
  { name: 'storage and cookies forbidden', before: forbidStorage },
  { name: 'an old Prototype.js', before: patchPrototypes },
  { name: 'an Array.from that lies', before: () => void (Array.from = () => []) },
  { name: 'a fetch that throws', before: breakFetch },
  {
    name: 'elements that are called like what scripts use',
    html: (tag, own) =>
      page(
        '',
        `<form name="forms"></form><img name="body"><a id="askwell"></a><a id="customElements"></a><input id="location">
        <form id="localStorage"><input name="getItem"></form><img name="head"><form name="title"></form><img name="activeElement">${own}${tag}`,
      ),
  },
  { name: 'a loader of AMD modules', before: defineModules },
  { name: 'no doctype', html: (tag, own) => `<title>Shop</title>${own}${tag}` },
  {
    name: 'styles that take everything away',
    html: (tag, own) =>
      page(
        `<style>* { all: unset !important; font-size: 40px !important } askwell-widget { position: absolute !important;
          left: -9999px !important; display: none; opacity: 0 } dialog { display: none !important }
          h1, #buy, h1 *, body { display: block !important }</style>`,
        own + tag,
      ),
  },
  { name: 'the tag in the head', html: (tag, own) => page(tag.replace('async', ''), own) },
  {
    name: 'the tag three times, for three sites',
    html: (tag, own) =>
      page('', own + tag.replace('async', '') + tag.replace('pk_demo', 'pk_two') + tag.replace('pk_demo', 'pk_three')),
  },
]

function defineModules(): void {
  const define = () => {
    throw new Error('Mismatched anonymous define() module')
  }
  Object.assign(window, { define: Object.assign(define, { amd: {} }) })
}

function forbidStorage(): void {
  const refuse = () => {
    throw new DOMException('Access is denied for this document.', 'SecurityError')
  }
  for (const name of ['localStorage', 'sessionStorage', 'caches', 'indexedDB', 'cookieStore'])
    Object.defineProperty(window, name, { get: refuse })
  Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse })
}

/** Prototype.js 1.6 gave these to everybody. */
function patchPrototypes(): void {
  const json = function (this: unknown) {
    return `"${String(this)}"`
  }
  for (const { prototype } of [Array, String, Number, Date])
    Object.assign(prototype, { toJSON: json, each: json, include: json })
  Object.assign(Array, { from: (list: ArrayLike<unknown>) => Array.prototype.slice.call(list) as unknown })
  Object.assign(Function.prototype, {
    bind(this: (...args: unknown[]) => unknown, self: unknown, ...first: unknown[]) {
      return (...rest: unknown[]) => this.apply(self, [...first, ...rest])
    },
  })
}

function breakFetch(): void {
  window.fetch = () => {
    throw new Error('Fetch is not for you.')
  }
}

const SHOP_SCRIPT = `document.querySelector('#buy').onclick = ({ target }) => target.textContent = 'Bought'`

export interface Shop {
  readonly url: string
  /** What browsers have reported to the shop's owner. */
  readonly reports: string[]
  /** Where a page is. */
  addressOf(page: HostilePage): string
  close(): void
}

/** A server of another origin than the help server's, with all these pages. */
export async function openHostileShop(help: string): Promise<Shop> {
  const pages: HostilePage[] = []
  const reports: string[] = []
  const server = createServer((request, response) => {
    if (request.method === 'POST') return void collect(request, response, reports)
    if (request.url === '/shop.js') return void response.setHeader('Content-Type', 'text/javascript').end(SHOP_SCRIPT)
    const page = pages[Number(request.url?.slice(1))]
    if (!page) return void response.setHeader('Content-Type', 'text/html').end('<h1>Elsewhere</h1>')
    const places = { help, shop: urlOf(server) }
    if (page.policy) response.setHeader('Content-Security-Policy', `${page.policy(places)}; report-uri /reports`)
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(htmlOf(page, help))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: urlOf(server),
    reports,
    addressOf: (page) => `${urlOf(server)}/${pages.push(page) - 1}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function htmlOf({ html = (tag, own) => page('', own + tag), attributes = '' }: HostilePage, help: string): string {
  const own = `<h1>Shop</h1><button id="buy">Buy</button><script src="/shop.js" ${nonced}></script>`
  return html(`<script async src="${help}/askwell.js" data-site="pk_demo" ${attributes}></script>`, own)
}

function collect(request: IncomingMessage, response: ServerResponse, reports: string[]): void {
  let body = ''
  request.on('data', (chunk: Buffer) => (body += chunk.toString()))
  request.on('end', () => {
    reports.push(body)
    response.writeHead(204).end()
  })
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
