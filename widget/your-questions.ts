// What this visitor has asked, as this browser remembers it: the ids of the questions are random and known to nobody else,
// so they serve as receipts by which the server tells what became of them.
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Receipt } from '../shared/contract.ts'
import type { PackEntry } from '../shared/pack.ts'
import type { HelpServer } from './help-server.ts'

export interface Asked {
  readonly id: string
  readonly text: string
  /** When, by this browser's clock (milliseconds). */
  readonly at: number
  /** The entry that answers it. */
  readonly entry?: PackEntry | undefined
  /** The visitor has read that. */
  readonly seen?: boolean
}

const MOST = 20
const MONTH = 30 * 86_400_000

export class YourQuestions implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #server: () => HelpServer
  readonly #store: () => Storage | undefined
  readonly #key: () => string
  #list: readonly Asked[] = []
  #read = ''

  constructor(
    host: ReactiveControllerHost,
    { server, store, site }: { server: () => HelpServer; store: () => Storage | undefined; site: () => string },
  ) {
    this.#host = host
    this.#server = server
    this.#store = store
    this.#key = () => `askwell:${site()}:asked`
    host.addController(this)
  }

  hostUpdate(): void {
    if (this.#read === this.#key()) return
    this.#read = this.#key()
    this.#list = parse(this.#store()?.getItem(this.#key()) ?? null).filter(({ at }) => Date.now() - at < MONTH)
  }

  /** Newest first. */
  get list(): readonly Asked[] {
    return this.#list
  }

  /** Those with an answer that the visitor has not read. */
  get ready(): readonly Asked[] {
    return this.#list.filter(({ entry, seen }) => entry && !seen)
  }

  add(id: string, text: string): void {
    this.#keep([{ id, text, at: Date.now() }, ...this.#list].slice(0, MOST))
  }

  /** Asks what became of those that wait. Resolves with those that have an answer since the last time. */
  async look(): Promise<readonly Asked[]> {
    const waiting = this.#list.filter(({ entry }) => !entry).map(({ id }) => id)
    if (waiting.length === 0) return []
    let receipts: readonly Receipt[]
    try {
      receipts = await this.#server().receipts(waiting)
    } catch {
      return [] // the next look will tell
    }
    const answers = new Map(receipts.map(({ id, entry }) => [id, entry]))
    const before = new Set(this.ready.map(({ id }) => id))
    this.#keep(this.#list.map((asked) => ({ ...asked, entry: asked.entry ?? answers.get(asked.id) ?? undefined })))
    return this.ready.filter(({ id }) => !before.has(id))
  }

  /** The visitor has read this entry. */
  see(entryId: string): void {
    if (!this.ready.some(({ entry }) => entry?.id === entryId)) return
    this.#keep(this.#list.map((asked) => (asked.entry?.id === entryId ? { ...asked, seen: true } : asked)))
  }

  forget(): void {
    this.#keep([])
  }

  #keep(list: readonly Asked[]): void {
    this.#list = list
    try {
      if (list.length === 0) this.#store()?.removeItem(this.#key())
      else this.#store()?.setItem(this.#key(), JSON.stringify(list))
    } catch {
      // full or forbidden: known until the page is left
    }
    this.#host.requestUpdate()
  }
}

function parse(json: string | null): readonly Asked[] {
  try {
    const list = JSON.parse(json ?? '[]') as unknown
    return Array.isArray(list) ? (list as Asked[]).filter(({ id, text }) => id && text) : []
  } catch {
    return [] // damaged
  }
}
