// The server as the widget sees it: `fetch` is replaced, everything behind it is real (packs are built as the server does).
import type { QuestionInput } from '../../shared/contract.ts'
import { buildPack, encodePack } from '../../shared/pack.ts'

export interface FakeEntry {
  readonly question: string
  readonly answer: string
}

export class FakeHelpServer {
  entries: readonly FakeEntry[]
  down = false
  /** Status with which questions are answered. */
  taking = 202
  readonly requests: string[] = []
  readonly received: QuestionInput[] = []
  readonly #fetch = window.fetch.bind(window)

  constructor(entries: readonly FakeEntry[]) {
    this.entries = entries
    window.fetch = (input, init) => this.#answer(String(input instanceof Request ? input.url : input), init)
  }

  stop(): void {
    window.fetch = this.#fetch
  }

  get #pack(): string {
    const sources = this.entries.map(({ question, answer }, i) => ({
      ...{ id: `e${i}`, revision: 1, question, answer, phrasings: [], tags: [] },
    }))
    return encodePack(buildPack('en', sources))
  }

  #answer(url: string, init?: RequestInit): Promise<Response> {
    if (!url.startsWith('https://help.test/')) return this.#fetch(url, init)
    const { pathname } = new URL(url)
    this.requests.push(`${init?.method ?? 'GET'} ${pathname}`)
    if (this.down) return Promise.reject(new TypeError('Failed to fetch'))
    if (pathname.endsWith('/head')) return json({ site: 'Shop', locale: 'en', pack: `p${this.entries.length}` })
    if (pathname.endsWith('/check')) return Promise.resolve(new Response(null, { status: 204 }))
    if (pathname.startsWith('/v1/packs/')) return Promise.resolve(new Response(this.#pack))
    if (pathname.startsWith('/v1/entries/')) return this.#entry(pathname)
    return this.#take(JSON.parse(init?.body as string) as { questions: QuestionInput[] })
  }

  #entry(pathname: string): Promise<Response> {
    const [, number = ''] = /e(\d+)/.exec(pathname) ?? []
    const { question, answer } = this.entries[Number(number)]!
    const publishedAt = '2026-11-01T10:00:00Z'
    return json({ id: `e${number}`, revision: 1, locale: 'en', question, html: `<p>${answer}</p>`, publishedAt })
  }

  #take({ questions }: { questions: QuestionInput[] }): Promise<Response> {
    if (this.taking !== 202) return json({ detail: 'No.' }, this.taking)
    for (const question of questions)
      if (!this.received.some(({ id }) => id === question.id)) this.received.push(question)
    return json({ accepted: questions.map(({ id }) => id) }, 202)
  }
}

function json(body: unknown, status = 200): Promise<Response> {
  return Promise.resolve(new Response(JSON.stringify(body), { status }))
}
