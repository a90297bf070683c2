// Talking to the server. The page must not notice when it can't be reached, and its developer must learn why when it
// refuses: browsers hide a refused answer from scripts, so the reason is asked for where any page may read it.
import type {
  Head,
  Home,
  Problem,
  PublishedEntry,
  QuestionBatch,
  Receipts,
  SearchAnswer,
  SiteCheck,
  SiteEntry,
} from '../shared/contract.ts'
import { QUESTION_LENGTH } from '../shared/limits.ts'
import type { KeptAnswers } from './kept-answers.ts'
import { plainJson } from './plain-json.ts'

/** No usable answer. */
export class ServerError extends Error {
  readonly status: number
  /** Milliseconds until another try may succeed, if the server said so. */
  readonly retryAfter: number | undefined

  constructor(status: number, message: string, retryAfter?: number) {
    super(message)
    this.status = status
    this.retryAfter = retryAfter
  }
}

/** The server does not want this page: trying again is of no use. */
export class PageRefused extends Error {}

export interface HelpServer {
  head(locale: string): Promise<Head>
  pack(hash: string, cache?: RequestCache): Promise<Uint8Array<ArrayBuffer>>
  /** What words that are still being typed find; for no words, the first entries. */
  search(text: string, locale: string, signal: AbortSignal): Promise<SearchAnswer>
  entry(id: string, revision: number): Promise<PublishedEntry>
  /** The same for a visitor who opens it: it is kept, and comes from what was kept when the server can't be reached. */
  openEntry(id: string, revision: number): Promise<PublishedEntry>
  /** The published revision of an entry, whichever that is now. */
  entryNow(id: string, locale: string): Promise<SiteEntry>
  /** Ids of entries to begin with on a page. */
  home(locale: string, page: string): Promise<Home>
  /** Whether this page may ask, and what it would get. Rejects with the reason if it may not. */
  check(locale: string): Promise<SiteCheck>
  /** What became of questions. */
  receipts(ids: readonly string[]): Promise<Receipts['questions']>
  /** Resolves with the ids of those that are on the server's disk. */
  send(batch: QuestionBatch): Promise<readonly string[]>
  /** What was fetched before; undefined: nothing may be kept. */
  readonly kept: KeptAnswers | undefined
}

export interface HelpServerOptions {
  /** Signed proof of who the visitor is, sent with questions as the page gives it. */
  readonly token?: (() => Promise<string | undefined>) | undefined
  readonly kept?: KeptAnswers | undefined
}

/** Bytes that a page may have on their way when it is left (Fetch standard); some are for others. */
const KEEPALIVE = 60_000
/** Milliseconds for the smallest of answers, before it is taken for a network that does not work. */
const HEAD_WAIT = 10_000
const LONGEST_WAIT = 3_600_000

const explained = new Set<string>()

/** `base` is where `/v1` is; `site` the public key. */
export function helpServer(base: string, site: string, { token, kept }: HelpServerOptions = {}): HelpServer {
  const key = encodeURIComponent(site)
  return {
    kept,
    async head(locale) {
      const path = `/v1/sites/${key}/head?locale=${encodeURIComponent(locale)}`
      const stopListening = explainPolicy(base)
      try {
        const signal = AbortSignal.timeout(HEAD_WAIT)
        const head = (await (await request(base + path, { cache: 'no-cache', signal })).json()) as Head
        if (typeof head.pack !== 'string') throw new ServerError(200, 'Not from the help server.')
        return head
      } catch (error) {
        throw (await refusal(base, key)) ?? error
      } finally {
        stopListening()
      }
    },
    async pack(hash, cache = 'default') {
      return new Uint8Array(await (await request(`${base}/v1/packs/${hash}`, { cache })).arrayBuffer())
    },
    async search(text, locale, signal) {
      const query = new URLSearchParams({ q: text.slice(0, QUESTION_LENGTH), locale, typing: '1' })
      return (await (await request(`${base}/v1/sites/${key}/search?${query}`, { signal })).json()) as SearchAnswer
    },
    entry,
    async openEntry(id, revision) {
      try {
        const opened = await entry(id, revision)
        void kept?.keepAnswer(opened)
        return opened
      } catch (error) {
        const answer = await kept?.answer(id)
        if (answer?.revision === revision) return answer
        throw error
      }
    },
    async entryNow(id, locale) {
      const query = new URLSearchParams({ locale })
      const path = `/v1/sites/${key}/entries/${encodeURIComponent(id)}?${query}`
      return (await (await request(base + path, { cache: 'no-cache' })).json()) as SiteEntry
    },
    async home(locale, page) {
      const query = new URLSearchParams({ locale, page })
      return (await (await request(`${base}/v1/sites/${key}/home?${query}`)).json()) as Home
    },
    async check(locale) {
      const query = new URLSearchParams({ locale })
      const answer = await request(`${base}/v1/sites/${key}/check?${query}`, { cache: 'no-store' })
      return (await answer.json()) as SiteCheck
    },
    async receipts(ids) {
      const answer = await request(`${base}/v1/sites/${key}/questions?ids=${ids.join()}`, { cache: 'no-store' })
      return ((await answer.json()) as Receipts).questions
    },
    async send(batch) {
      const identity = await token?.().catch(() => undefined) // who asks is worth less than the question
      const body = plainJson({ ...batch, identity })
      const response = await request(`${base}/v1/questions?site=${key}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
        keepalive: new Blob([body]).size < KEEPALIVE,
      })
      const { accepted } = (await response.json()) as { readonly accepted?: unknown }
      if (Array.isArray(accepted)) return accepted as string[]
      throw new ServerError(200, 'Not from the help server.')
    },
  }

  async function entry(id: string, revision: number): Promise<PublishedEntry> {
    const found = (await (await request(`${base}/v1/entries/${id}/${revision}`)).json()) as PublishedEntry
    if (found.id === id && found.revision === revision) return found
    throw new ServerError(200, 'Not the answer that was asked for.')
  }
}

async function request(url: string, init: RequestInit = {}): Promise<Response> {
  let response: Response
  try {
    response = await fetched(url, { credentials: 'same-origin', ...init })
  } catch (error) {
    throw new ServerError(0, String(error)) // no network, server down, or an answer this page may not read
  }
  if (response.ok) return response
  throw new ServerError(response.status, await detailOf(response), waitOf(response.headers.get('Retry-After')))
}

/** The browser's `fetch` never throws, it rejects: one that throws is a page's own, and there is another way. */
function fetched(url: string, init: RequestInit): Promise<Response> {
  try {
    return fetch(url, init)
  } catch {
    return requestedTheOldWay(url, init)
  }
}

function requestedTheOldWay(url: string, { method = 'GET', headers = {}, body }: RequestInit): Promise<Response> {
  return new Promise((resolve, reject) => {
    const old = new XMLHttpRequest()
    old.open(method, url)
    old.responseType = 'arraybuffer'
    for (const [name, value] of Object.entries(headers)) old.setRequestHeader(name, value as string)
    old.onload = () => {
      const wait = old.getResponseHeader('Retry-After') ?? ''
      const bytes = old.response as ArrayBuffer
      resolve(new Response(bytes.byteLength ? bytes : null, { status: old.status, headers: { 'Retry-After': wait } }))
    }
    old.onerror = () => reject(new TypeError('No answer.'))
    old.send(body as string | undefined)
  })
}

/** Milliseconds: the header has seconds or a date (RFC 9110). */
function waitOf(retryAfter: string | null): number | undefined {
  const wait = Number(retryAfter) * 1000 || Date.parse(retryAfter ?? '') - Date.now()
  return wait > 0 ? Math.min(wait, LONGEST_WAIT) : undefined
}

/** Why the server refuses this page, if it does. */
async function refusal(base: string, key: string): Promise<PageRefused | undefined> {
  try {
    await request(`${base}/v1/sites/${key}/check`, { cache: 'no-store' })
    return undefined
  } catch (error) {
    if (!(error instanceof ServerError && (error.status === 403 || error.status === 404))) return undefined
    explain(error.message)
    return new PageRefused(error.message)
  }
}

/** To the page's developer, once. */
function explain(reason: string): void {
  if (!explained.has(reason)) console.error(`Askwell: ${reason}`)
  explained.add(reason)
}

/** A request that the page's own policy refuses fails like any other: the reason comes as an event of its own. */
function explainPolicy(base: string): () => void {
  const { origin } = new URL(base, location.href)
  const listen = ({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent) => {
    if (effectiveDirective === 'connect-src' && blockedURI.startsWith(origin))
      explain(`This page's Content-Security-Policy refuses our requests. Add: connect-src ${origin}`)
  }
  document.addEventListener('securitypolicyviolation', listen)
  const stop = () => document.removeEventListener('securitypolicyviolation', listen)
  return () => void setTimeout(stop, 1_000) // the event may come after the failure
}

async function detailOf(response: Response): Promise<string> {
  try {
    return ((await response.json()) as Problem).detail
  } catch {
    return response.statusText // not from our server: a proxy's page
  }
}
