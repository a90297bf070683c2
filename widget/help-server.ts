// Talking to the server. The page must not notice when it can't be reached, and its developer must learn why when it
// refuses: browsers hide a refused answer from scripts, so the reason is asked for where any page may read it.
import type { Head, Problem, PublishedEntry, QuestionBatch, SearchAnswer } from '../shared/contract.ts'
import { QUESTION_LENGTH } from '../shared/limits.ts'

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
  pack(hash: string, cache?: RequestCache): Promise<Uint8Array>
  /** What words that are still being typed find; for no words, the first entries. */
  search(text: string, locale: string, signal: AbortSignal): Promise<SearchAnswer>
  entry(id: string, revision: number): Promise<PublishedEntry>
  send(batch: QuestionBatch): Promise<void>
}

const explained = new Set<string>()

/** `base` is where `/v1` is; `site` the public key. */
export function helpServer(base: string, site: string): HelpServer {
  const key = encodeURIComponent(site)
  return {
    async head(locale) {
      const path = `/v1/sites/${key}/head?locale=${encodeURIComponent(locale)}`
      try {
        return (await (await request(base + path, { cache: 'no-cache' })).json()) as Head
      } catch (error) {
        throw (await refusal(base, key)) ?? error
      }
    },
    async pack(hash, cache = 'default') {
      return new Uint8Array(await (await request(`${base}/v1/packs/${hash}`, { cache })).arrayBuffer())
    },
    async search(text, locale, signal) {
      const query = new URLSearchParams({ q: text.slice(0, QUESTION_LENGTH), locale, typing: '1' })
      return (await (await request(`${base}/v1/sites/${key}/search?${query}`, { signal })).json()) as SearchAnswer
    },
    entry: async (id, revision) =>
      (await (await request(`${base}/v1/entries/${id}/${revision}`)).json()) as PublishedEntry,
    async send(batch) {
      await request(`${base}/v1/questions?site=${key}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(batch),
        keepalive: true,
      })
    },
  }
}

async function request(url: string, init: RequestInit = {}): Promise<Response> {
  let response: Response
  try {
    response = await fetch(url, { credentials: 'same-origin', ...init })
  } catch (error) {
    throw new ServerError(0, String(error)) // no network, server down, or an answer this page may not read
  }
  if (response.ok) return response
  const seconds = Number(response.headers.get('Retry-After'))
  throw new ServerError(response.status, await detailOf(response), seconds > 0 ? seconds * 1000 : undefined)
}

/** Why this page is refused, if it is; told to the console once. */
async function refusal(base: string, key: string): Promise<PageRefused | undefined> {
  try {
    await request(`${base}/v1/sites/${key}/check`, { cache: 'no-store' })
    return undefined
  } catch (error) {
    if (!(error instanceof ServerError && (error.status === 403 || error.status === 404))) return undefined
    if (!explained.has(error.message)) console.error(`Askwell: ${error.message}`)
    explained.add(error.message)
    return new PageRefused(error.message)
  }
}

async function detailOf(response: Response): Promise<string> {
  try {
    return ((await response.json()) as Problem).detail
  } catch {
    return response.statusText // not from our server: a proxy's page
  }
}
