// The console's API in the test's own memory: it answers `fetch` as the real server does, conflicts included.
import type { SignedIn } from '../../server/domain/agent.ts'
import type { Entry } from '../../server/domain/entry.ts'
import type { Gap, Wording } from '../../server/domain/gap.ts'
import type { Site } from '../../server/domain/site.ts'
import type { DismissReason, EntryText, Problem } from '../../shared/contract.ts'

interface Asked {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: Record<string, unknown>
}

type Answer = (asked: Asked, id: string) => unknown

export const PASSWORD = 'correct horse battery'
const HOUR = 3_600_000
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString()

export class FakeApi {
  agent: SignedIn = { id: 'agent-1', name: 'Mei', email: 'mei@example.com', role: 'admin' }
  isSignedIn = true
  /** The network is gone. */
  isOffline = false
  readonly sites: Site[] = [
    {
      ...{ id: 'site-1', key: 'pk_tea', name: 'Lantern Tea', allowedOrigins: [], createdAt: ago(900) },
      ...{ defaultLocale: 'en', locales: ['en', 'zh'] },
      search: { synonyms: [], protectedWords: [], browserLimit: 1_500_000, floor: null },
    },
  ]
  gaps: Gap[] = []
  readonly wordings = new Map<string, Wording[]>()
  entries: Entry[] = []
  /** Wordings that do not find their entry. */
  readonly lost = new Set<string>()
  readonly requests: string[] = []

  readonly #real = window.fetch.bind(window)
  readonly #routes: readonly (readonly [RegExp, Answer])[] = [
    [/^POST \/api\/session$/, ({ body }) => this.#signIn(body['password'])],
    [/^POST \/api\/invites\/accept$/, ({ body }) => this.#accept(body['invite'])],
    [/^DELETE \/api\/session$/, () => void (this.isSignedIn = false)],
    [/^GET \/api\/session$/, () => ({ agent: this.agent, sites: this.sites })],
    [/^GET \/api\/sites\/[^/]+\/gaps$/, ({ query }) => this.#listGaps(query.get('state') ?? 'open')],
    [/^GET \/api\/gaps\/([^/]+)$/, (_, id) => ({ gap: this.gap(id), wordings: this.wordings.get(id) ?? [] })],
    [/^POST \/api\/gaps\/([^/]+)\/draft$/, ({ body }, id) => this.#draft(id, body)],
    [/^POST \/api\/gaps\/([^/]+)\/dismiss$/, ({ body }, id) => this.#dismiss(id, body)],
    [/^POST \/api\/gaps\/([^/]+)\/reopen$/, ({ body }, id) => this.#move(id, body, { state: 'open', reason: null })],
    [/^GET \/api\/sites\/[^/]+\/entries$/, ({ query }) => this.#listEntries(query)],
    [/^POST \/api\/sites\/[^/]+\/entries$/, ({ body }) => this.addEntry(body as unknown as EntryText)],
    [/^GET \/api\/entries\/([^/]+)$/, (_, id) => this.#viewEntry(id)],
    [/^PUT \/api\/entries\/([^/]+)$/, ({ body }, id) => this.saveEntry(id, body)],
    [/^POST \/api\/entries\/([^/]+)\/publish$/, ({ body }, id) => this.#publish(id, body)],
    [/^POST \/api\/entries\/([^/]+)\/archive$/, ({ body }, id) => this.#archive(id, body)],
    [/^GET \/api\/entries\/([^/]+)\/replay$/, (_, id) => this.#replay(id)],
  ]

  constructor() {
    window.fetch = (input, init) => this.#answer(new Request(input, init))
  }

  stop(): void {
    window.fetch = this.#real
  }

  addGap(question: string, change: Partial<Gap> = {}, wordings = [question]): Gap {
    const id = `gap-${this.gaps.length + 1}`
    const gap: Gap = {
      ...{ id, siteId: 'site-1', revision: 1, state: 'open', locale: 'en', question, entryId: null, takenBy: null },
      ...{ reason: null, questions: wordings.length, firstAskedAt: ago(50), lastAskedAt: ago(2), ...change },
    }
    this.gaps.push(gap)
    this.wordings.set(
      id,
      wordings.map((text) => ({ text, questions: 1, lastAskedAt: ago(3) })),
    )
    return gap
  }

  addEntry(text: Partial<EntryText> & { readonly question: string }, change: Partial<Entry> = {}): Entry {
    const entry: Entry = {
      ...{ id: `entry-${this.entries.length + 1}`, siteId: 'site-1', revision: 1, state: 'draft' },
      ...{ publishedRevision: null, source: null, createdAt: ago(20), updatedAt: ago(1), updatedBy: 'Mei' },
      ...{ answer: '', phrasings: [], tags: [], locale: 'en', ...text, ...change },
    }
    this.entries.unshift(entry)
    return entry
  }

  gap(id: string): Gap {
    return this.gaps.find((gap) => gap.id === id) ?? refuse(404, 'There is no such gap.')
  }

  entry(id: string): Entry {
    return this.entries.find((entry) => entry.id === id) ?? refuse(404, 'There is no such entry.')
  }

  saveEntry(id: string, { revision, ...text }: Record<string, unknown>, by = this.agent.name): Entry {
    const entry = this.entry(id)
    if (entry.revision !== revision) refuse(409, `${entry.updatedBy} saved a newer version of this entry.`)
    return this.#replaceEntry({ ...entry, ...(text as Partial<EntryText>), updatedBy: by })
  }

  #viewEntry(id: string) {
    return { entry: this.entry(id), gaps: this.gaps.filter(({ entryId }) => entryId === id) }
  }

  #listGaps(state: string) {
    const count = (wanted: string) => this.gaps.filter((gap) => gap.state === wanted).length
    const counts = Object.fromEntries(
      ['open', 'in_progress', 'answered', 'dismissed'].map((name) => [name, count(name)]),
    )
    return { gaps: this.gaps.filter((gap) => gap.state === state), counts }
  }

  #listEntries(query: URLSearchParams) {
    const text = query.get('text') ?? ''
    const state = query.get('state')
    const from = Number(query.get('cursor') ?? 0)
    const found = this.entries
      .filter((entry) => entry.question.includes(text))
      .filter((entry) => !state || entry.state === state)
    return { entries: found.slice(from, from + 50), cursor: found.length > from + 50 ? String(from + 50) : null }
  }

  #draft(id: string, { revision }: Record<string, unknown>): Entry {
    const gap = this.gap(id)
    if (gap.state === 'in_progress') refuse(409, `${gap.takenBy} is writing this answer already.`)
    const phrasings = (this.wordings.get(id) ?? []).map(({ text }) => text).filter((text) => text !== gap.question)
    const entry = this.addEntry({ question: gap.question, phrasings, locale: gap.locale })
    this.#move(id, { revision }, { state: 'in_progress', entryId: entry.id, takenBy: this.agent.name })
    return entry
  }

  #dismiss(id: string, { revision, reason }: Record<string, unknown>): Gap {
    return this.#move(id, { revision }, { state: 'dismissed', reason: reason as DismissReason })
  }

  #move(id: string, { revision }: Record<string, unknown>, change: Partial<Gap>): Gap {
    const gap = this.gap(id)
    if (gap.revision !== revision) refuse(409, 'This gap has changed since you opened it.')
    const moved = { ...gap, ...change, revision: gap.revision + 1 }
    this.gaps = this.gaps.map((known) => (known.id === id ? moved : known))
    return moved
  }

  #publish(id: string, { revision }: Record<string, unknown>): Entry {
    const entry = this.entry(id)
    if (entry.revision !== revision) refuse(409, `${entry.updatedBy} saved a newer version of this entry.`)
    if (!entry.answer) refuse(422, 'Write an answer before publishing the entry.')
    const answered = (gap: Gap): Gap => (gap.entryId === id ? { ...gap, state: 'answered' } : gap)
    this.gaps = this.gaps.map(answered)
    return this.#replaceEntry({ ...entry, state: 'published', publishedRevision: entry.revision + 1 })
  }

  #archive(id: string, { revision }: Record<string, unknown>): Entry {
    const entry = this.entry(id)
    if (entry.revision !== revision) refuse(409, `${entry.updatedBy} saved a newer version of this entry.`)
    return this.#replaceEntry({ ...entry, state: 'archived', publishedRevision: null })
  }

  #replay(id: string) {
    const entry = this.entry(id)
    const asked = this.gaps.filter(({ entryId }) => entryId === id).flatMap((gap) => this.wordings.get(gap.id) ?? [])
    const wordings = [...new Set([...asked.map(({ text }) => text), ...entry.phrasings])]
    return wordings.map((wording) => ({
      wording,
      found: entry.phrasings.includes(wording) || !this.lost.has(wording),
    }))
  }

  #replaceEntry(entry: Entry): Entry {
    const saved = { ...entry, revision: entry.revision + 1, updatedAt: new Date().toISOString() }
    this.entries = this.entries.map((known) => (known.id === saved.id ? saved : known))
    return saved
  }

  #signIn(password: unknown): void {
    if (password !== PASSWORD) refuse(401, 'E-mail address or password is wrong.')
    this.isSignedIn = true
  }

  #accept(invite: unknown): void {
    if (invite !== 'fresh') refuse(403, 'This link was used already or is too old. Ask for a new one.')
    this.isSignedIn = true
  }

  async #answer(request: Request): Promise<Response> {
    const { pathname: path, searchParams: query } = new URL(request.url)
    const { method } = request
    if (!path.startsWith('/api/')) return this.#real(request)
    this.requests.push(`${method} ${path}`)
    if (this.isOffline) throw new TypeError('Failed to fetch')
    const isOpen = method !== 'GET' && /^\/api\/(session|invites)/.test(path)
    const text = await request.text()
    const body = (text ? JSON.parse(text) : {}) as Record<string, unknown>
    try {
      if (!this.isSignedIn && !isOpen) refuse(401, 'Sign in to go on.')
      for (const [route, answer] of this.#routes) {
        const match = route.exec(`${method} ${path}`)
        if (match) return answerWith(answer({ method, path, query, body }, match[1] ?? ''))
      }
      return refuse(404, 'There is nothing at this address.')
    } catch (error) {
      if (error instanceof Refused) return Response.json(error.problem, { status: error.problem.status })
      throw error
    }
  }
}

class Refused extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

function refuse(status: number, detail: string): never {
  throw new Refused({ type: 'about:blank', title: '', status, detail, instance: 'request-1' })
}

function answerWith(value: unknown): Response {
  return value === undefined ? new Response(null, { status: 204 }) : Response.json(value)
}
