// The server as the widget sees it: `fetch` is replaced, everything behind it is real (packs are built as the server does).
import type { EntryRef, Head, Home, QuestionInput, SearchAnswer } from '../../shared/contract.ts'
import { encodePack } from '../../shared/pack-bytes.ts'
import { buildPack, type Pack, type PackOptions } from '../../shared/pack.ts'
import { marksIn, passageOf } from '../../shared/passages.ts'
import { openPack } from '../../shared/search.ts'
import { english } from '../../shared/text.ts'
import { defaultTuning } from '../../shared/tuning.ts'
import { digestOf } from '../../widget/digest.ts'
import { plainJson } from '../../widget/plain-json.ts'

export interface FakeEntry {
  readonly question: string
  readonly answer: string
}

/** What was published since the pack was built. Ids are e0, e1 … in the order of the pack. */
interface FakeDelta {
  readonly entries: Readonly<Record<string, FakeEntry>>
  readonly removed: readonly string[]
}

export class FakeHelpServer {
  entries: readonly FakeEntry[]
  delta: FakeDelta | undefined
  search: Head['search'] = 'browser'
  /** No result is sure enough to be an answer. */
  doubts = false
  down = false
  /** Answers of entries are not to be had. */
  lost = false
  /** How many of the next packs arrive damaged. */
  damaged = 0
  /** What becomes of the next packs on their way, one after the other. */
  readonly mangled: ((bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> | string)[] = []
  packStatus = 200
  /** How many packs were fetched past the browser's cache. */
  reloaded = 0
  /** Status with which questions are answered. */
  taking = 202
  /** Seconds that are to pass before questions are sent again. */
  retryAfter: number | undefined
  home: Home = { forPage: [], popular: [] }
  /** Which entry answers a question, by the id of the question. */
  readonly answered = new Map<string, EntryRef>()
  /** Bodies of the questions as they came. */
  readonly bodies: string[] = []
  readonly requests: string[] = []
  /** Words that the server searched for. */
  readonly searched: string[] = []
  readonly received: QuestionInput[] = []
  readonly #held = new Map<string, Promise<void>>()
  readonly #fetch = window.fetch.bind(window)

  constructor(entries: readonly FakeEntry[]) {
    this.entries = entries
    window.fetch = (input, init) => this.#answer(String(input instanceof Request ? input.url : input), init)
  }

  stop(): void {
    window.fetch = this.#fetch
  }

  /** How many requests there were for paths that match. */
  count(path: RegExp): number {
    return this.requests.filter((request) => path.test(request)).length
  }

  /** Answers a search for these words only when the returned function is called. */
  hold(words: string): () => void {
    let release = () => {}
    this.#held.set(words, new Promise((resolve) => (release = resolve)))
    return release
  }

  async #answer(url: string, init?: RequestInit): Promise<Response> {
    if (!url.startsWith('https://help.test/')) return this.#fetch(url, init)
    const { pathname, searchParams } = new URL(url)
    this.requests.push(`${init?.method ?? 'GET'} ${pathname}`)
    if (this.down) throw new TypeError('Failed to fetch')
    if (pathname.endsWith('/head')) return json(await this.head())
    if (pathname.endsWith('/home')) return json(this.home)
    if (/sites\/[^/]+\/questions$/.test(pathname)) return json(this.#receipts(searchParams.get('ids')!.split(',')))
    if (/sites\/[^/]+\/entries\//.test(pathname)) return this.#entry(pathname.split('/').at(-1)!)
    if (pathname.endsWith('/search')) return json(await this.#search(searchParams.get('q')!))
    if (pathname.endsWith('/check')) return new Response(null, { status: 204 })
    if (pathname.startsWith('/v1/packs/')) return this.#pack(pathname, init)
    if (pathname.startsWith('/v1/entries/')) return this.#entry(pathname.split('/')[3]!)
    return this.#take(init?.body as string)
  }

  /** What the newest packs are: their addresses end with their digests. */
  async head(): Promise<Head> {
    const delta = this.delta ? `delta-${JSON.stringify(this.delta).length}` : null
    const pack = `base-${this.entries.length}${this.doubts ? '-doubts' : ''}`
    const address = async (name: string) => `${name}.${await digestOf(this.bytesOf(name))}`
    const addresses = { pack: await address(pack), delta: delta && (await address(delta)) }
    return { site: 'Shop', locale: 'en', ...addresses, search: this.search }
  }

  /** The file of a pack. */
  bytesOf(name: string): Uint8Array<ArrayBuffer> {
    const { entries = {}, removed = [] } = name.startsWith('delta-') ? this.delta! : {}
    return new Uint8Array(encodePack(name.startsWith('delta-') ? packOf(entries, { removed }) : this.#base))
  }

  get #base(): Pack {
    const published = Object.fromEntries(this.entries.map((entry, i) => [`e${i}`, entry]))
    return packOf(published, { tuning: { ...defaultTuning, answered: this.doubts ? 2 : defaultTuning.answered } })
  }

  #pack(pathname: string, init?: RequestInit): Response {
    if (init?.cache === 'reload') this.reloaded++
    if (this.packStatus !== 200) return json({ detail: 'No.' }, this.packStatus)
    const bytes = this.bytesOf(pathname.split('/').at(-1)!)
    if (this.damaged > 0) bytes[bytes.length - 1]! ^= 1
    this.damaged = Math.max(0, this.damaged - 1)
    return new Response(this.mangled.shift()?.(bytes) ?? bytes)
  }

  /** As server/domain/search-knowledge.ts does it. */
  async #search(q: string): Promise<SearchAnswer> {
    this.searched.push(q)
    const knowledge = openPack(this.#base)
    const { language } = knowledge
    const first = knowledge.first(6).map((entry) => ({ entry, score: 0, coverage: 0 }))
    const result = q
      ? knowledge.search(q, { typing: true, thorough: true })
      : { hits: first, confidence: 'none' as const, certainty: 0, asked: [], suggestion: undefined }
    const { confidence, certainty, suggestion = null, asked } = result
    const hits = result.hits.map((hit) => {
      const passage = passageOf(this.#entryOf(hit.entry.id).answer, asked, language)
      const marks = marksIn(hit.entry.question, asked, language)
      return { ...hit, marks, passage: { ...passage, marks: [...passage.marks] } }
    })
    await this.#held.get(q)
    return { locale: 'en', confidence, certainty, suggestion, hits }
  }

  #entryOf(id: string): FakeEntry {
    return this.delta?.entries[id] ?? this.entries[Number(id.slice(1))]!
  }

  #entry(id: string): Response {
    if (this.lost) return json({ detail: 'No.' }, 503)
    const { question, answer } = this.#entryOf(id)
    const publishedAt = '2026-11-01T10:00:00Z'
    return json({ id, revision: 1, locale: 'en', question, html: `<p>${answer}</p>`, publishedAt, related: [] })
  }

  #receipts(ids: readonly string[]) {
    const known = ids.filter((id) => this.received.some((question) => question.id === id) || this.answered.has(id))
    const receipt = (id: string) => {
      const entry = this.answered.get(id) ?? null
      return { id, state: entry ? 'answered' : 'waiting', entry }
    }
    return { questions: known.map(receipt) }
  }

  #take(body: string): Response {
    this.bodies.push(body)
    const { questions } = JSON.parse(body) as { questions: QuestionInput[] }
    const wait: Record<string, string> = this.retryAfter ? { 'Retry-After': String(this.retryAfter) } : {}
    if (this.taking !== 202) return json({ detail: 'No.' }, this.taking, wait)
    for (const question of questions)
      if (!this.received.some(({ id }) => id === question.id)) this.received.push(question)
    return json({ accepted: questions.map(({ id }) => id) }, 202)
  }
}

function packOf(entries: Readonly<Record<string, FakeEntry>>, options: Partial<PackOptions>): Pack {
  const sources = Object.entries(entries).map(([id, { question, answer }]) => ({
    ...{ id, revision: 1, question, answer, phrasings: [], tags: [] },
  }))
  const lexicon = { carriers: [], protectedWords: [], synonyms: [], folds: '' }
  return buildPack('en', sources, { language: english, lexicon, tuning: defaultTuning, ...options })
}

function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(plainJson(body), { status, headers })
}
