// What a visitor needs without a network, in this browser's Cache API: the head that was seen last with its packs, and the
// answers that were opened. Only for pages that allow storage; only what was read anyway; each thing with its digest.
import type { Head, PublishedEntry } from '../shared/contract.ts'
import { digestOf } from './digest.ts'
import { plainJson } from './plain-json.ts'

/** Nothing of it ever rejects: what can't be kept is not kept, what is damaged is not there. */
export interface KeptAnswers {
  head(): Promise<Head | undefined>
  pack(hash: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  /** The revision that was opened last. */
  answer(id: string): Promise<PublishedEntry | undefined>
  /** Keeps the head and those of its packs that are given; packs of an earlier head go. */
  keepHead(head: Head, packs: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): Promise<void>
  keepAnswer(answer: PublishedEntry): Promise<void>
  /** Nothing is left. */
  forget(): Promise<void>
}

const ANSWERS = 50
/** Addresses that nobody asks for; a page's own service worker never meets them. */
const PLACE = 'https://askwell.invalid/'

/** undefined: the page does not want it, or the browser has none (pages without HTTPS). */
export function keptAnswers(mode: 'all' | 'session' | 'none', site: string): KeptAnswers | undefined {
  if (mode !== 'all' || !cachesOfPage()) return undefined
  const read = (path: string) => orNothing(() => readFrom(site, path))
  return {
    head: () => asJson<Head>(read('head')),
    pack: (hash) => read(`pack/${hash}`),
    answer: (id) => asJson<PublishedEntry>(read(`answer/${id}`)),
    keepHead: (head, packs) =>
      inTurn(async () => {
        for (const [hash, bytes] of packs) await write(site, `pack/${hash}`, bytes)
        await write(site, 'head', textBytes(head))
        await forgetOld(site, 'pack/', (url) => ![head.pack, head.delta].some((hash) => url === `${PLACE}pack/${hash}`))
      }),
    keepAnswer: (answer) =>
      inTurn(async () => {
        await write(site, `answer/${answer.id}`, textBytes(answer))
        await forgetOld(site, 'answer/', (_url, place, count) => place < count - ANSWERS) // the newest stand last
      }),
    forget: () => forgetAnswers(site),
  }
}

/** For pages that allow no storage any more. */
export function forgetAnswers(site: string): Promise<void> {
  return inTurn(async () => void (await cachesOfPage()?.delete(nameOf(site))))
}

let last: Promise<unknown> = Promise.resolve()

/** One after the other: what is to be forgotten must not be written after that. */
function inTurn(work: () => Promise<void>): Promise<void> {
  const turn = last.then(() => orNothing(work))
  last = turn
  return turn
}

const nameOf = (site: string) => `askwell:${site}`

function cachesOfPage(): CacheStorage | undefined {
  try {
    return (window as { caches?: CacheStorage }).caches
  } catch {
    return undefined // a sandbox
  }
}

async function readFrom(site: string, path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!(await caches.has(nameOf(site)))) return undefined // opening would make one
  const cache = await caches.open(nameOf(site))
  const response = await cache.match(PLACE + path)
  if (!response) return undefined
  const bytes = new Uint8Array(await response.arrayBuffer())
  if ((await digestOf(bytes)) === response.headers.get('Askwell-Digest')) return bytes
  await cache.delete(PLACE + path)
  return undefined
}

async function write(site: string, path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const digest = await digestOf(bytes)
  const cache = await caches.open(nameOf(site))
  await cache.put(PLACE + path, new Response(bytes, { headers: { 'Askwell-Digest': digest ?? '' } }))
}

async function forgetOld(
  site: string,
  kind: string,
  isOld: (url: string, place: number, count: number) => boolean,
): Promise<void> {
  const cache = await caches.open(nameOf(site))
  const urls = (await cache.keys()).map(({ url }) => url).filter((url) => url.startsWith(PLACE + kind))
  for (const [place, url] of urls.entries()) if (isOld(url, place, urls.length)) await cache.delete(url)
}

const textBytes = (value: unknown) => new TextEncoder().encode(plainJson(value))

async function asJson<T>(bytes: Promise<Uint8Array | undefined>): Promise<T | undefined> {
  const read = await bytes
  return read && (JSON.parse(new TextDecoder().decode(read)) as T) // written by us: its digest is right
}

async function orNothing<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch {
    return undefined // full, forbidden, or cleared under our hands
  }
}
