// Talking to the server. The page must not notice when it can't be reached, and its developer must learn why when it
// refuses: browsers hide a refused answer from scripts, so the reason is asked for where any page may read it.
import type { Head, Problem, PublishedEntry, QuestionBatch } from '../shared/contract.ts'

/** No usable answer. `refused`: the server does not want this page, and trying again is of no use. */
export class ServerError extends Error {
  readonly status: number
  /** Milliseconds until another try may succeed, if the server said so. */
  readonly retryAfter: number | undefined

  constructor(status: number, message: string, retryAfter?: number) {
    super(message)
    this.status = status
    this.retryAfter = retryAfter
  }

  get refused(): boolean {
    return this.status === 403 || this.status === 404
  }
}

export interface HelpServer {
  head(locale: string): Promise<Head>
  pack(hash: string): Promise<string>
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
    pack: async (hash) => (await request(`${base}/v1/packs/${hash}`)).text(),
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
async function refusal(base: string, key: string): Promise<ServerError | undefined> {
  try {
    await request(`${base}/v1/sites/${key}/check`, { cache: 'no-store' })
    return undefined
  } catch (error) {
    if (!(error instanceof ServerError && error.refused)) return undefined
    if (!explained.has(error.message)) console.error(`Askwell: ${error.message}`)
    explained.add(error.message)
    return error
  }
}

async function detailOf(response: Response): Promise<string> {
  try {
    return ((await response.json()) as Problem).detail
  } catch {
    return response.statusText // not from our server: a proxy's page
  }
}
