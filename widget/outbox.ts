// Questions on their way to the server. Each is kept in the browser until the server says that it is on disk; its id is
// its idempotency key, so sending it again is harmless.
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { QuestionInput } from '../shared/contract.ts'
import { QUESTION_BATCH } from '../shared/limits.ts'
import { type HelpServer, ServerError } from './help-server.ts'

export type NewQuestion = Omit<QuestionInput, 'id' | 'age'>

interface Kept {
  readonly question: Omit<QuestionInput, 'age'>
  /** When it was asked, by this browser's clock (milliseconds). */
  readonly at: number
}

const MOST = 100
const FIRST_WAIT = 1_000
const LONGEST_WAIT = 60_000

export class OutboxController implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #server: () => HelpServer
  readonly #store: () => QuestionStore
  #sending: Promise<void> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #wait = FIRST_WAIT

  constructor(host: ReactiveControllerHost, server: () => HelpServer, store: () => QuestionStore) {
    this.#host = host
    this.#server = server
    this.#store = store
    host.addController(this)
  }

  hostConnected(): void {
    window.addEventListener('online', this.#onOnline)
    void Promise.resolve().then(() => this.send()) // after the host has its attributes
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#onOnline)
    clearTimeout(this.#timer)
  }

  /** How many questions wait. */
  get waiting(): number {
    return this.#store().all().length
  }

  /** Keeps a question and tries to send it. Resolves with whether it has arrived; if not, it will be tried again. */
  async add(question: NewQuestion): Promise<boolean> {
    const id = newId()
    this.#store().add({ question: { ...question, id }, at: Date.now() })
    await this.send()
    if (this.#has(id)) await this.send() // another sending was under way and did not take it along
    return !this.#has(id)
  }

  send(): Promise<void> {
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = undefined
      this.#host.requestUpdate()
    })
    return this.#sending
  }

  #has(id: string): boolean {
    return this.#store()
      .all()
      .some(({ question }) => question.id === id)
  }

  async #sendAll(): Promise<void> {
    clearTimeout(this.#timer)
    let size = QUESTION_BATCH
    for (let kept = this.#store().all(); kept.length > 0; kept = this.#store().all()) {
      const batch = kept.slice(0, size)
      try {
        await this.#server().send({
          questions: batch.map(({ question, at }) => ({ ...question, age: Math.max(0, Date.now() - at) })),
        })
        for (const { question } of batch) this.#store().remove(question.id)
        this.#wait = FIRST_WAIT
      } catch (error) {
        const status = error instanceof ServerError ? error.status : 0
        if (status !== 422 && status !== 413) return this.#later(error)
        // one of them the server will never take: find it, and let it go
        if (batch.length === 1) this.#store().remove(batch[0]!.question.id)
        size = 1
      }
    }
  }

  #later(error: unknown): void {
    const wait = (error instanceof ServerError && error.retryAfter) || this.#wait
    this.#wait = Math.min(LONGEST_WAIT, this.#wait * 2)
    this.#timer = setTimeout(() => void this.send(), wait)
  }

  readonly #onOnline = (): void => {
    this.#wait = FIRST_WAIT
    void this.send()
  }
}

/** Where questions wait. */
export interface QuestionStore {
  /** Oldest first. */
  all(): readonly Kept[]
  /** Beyond the most that are kept, the oldest goes. */
  add(kept: Kept): void
  remove(id: string): void
}

/** In this browser's localStorage, one item a question, so that two tabs never overwrite each other. */
export function storedQuestions(site: string): QuestionStore {
  const prefix = `askwell:${site}:`
  const fallback = memoryQuestions()
  const storage = usableStorage()
  if (!storage) return fallback
  const all = () =>
    Object.keys(storage)
      .filter((key) => key.startsWith(prefix))
      .flatMap((key) => parseKept(storage.getItem(key)))
      .sort((a, b) => a.at - b.at)
  return {
    all: () => [...all(), ...fallback.all()],
    add(kept) {
      const before = all()
      for (const { question } of before.slice(0, Math.max(0, before.length - MOST + 1)))
        storage.removeItem(prefix + question.id)
      try {
        storage.setItem(prefix + kept.question.id, JSON.stringify(kept))
      } catch {
        fallback.add(kept) // full
      }
    },
    remove(id) {
      storage.removeItem(prefix + id)
      fallback.remove(id)
    },
  }
}

/** In memory, for pages that forbid storage: lost with the page. */
export function memoryQuestions(): QuestionStore {
  const kept: Kept[] = []
  return {
    all: () => [...kept],
    add: (item) => void kept.splice(0, Math.max(0, kept.push(item) - MOST)),
    remove(id) {
      const place = kept.findIndex(({ question }) => question.id === id)
      if (place >= 0) kept.splice(place, 1)
    },
  }
}

function parseKept(json: string | null): Kept[] {
  try {
    const kept = JSON.parse(json ?? '') as Partial<Kept> | null
    return kept?.question && typeof kept.at === 'number' ? [kept as Kept] : []
  } catch {
    return [] // not ours, or damaged
  }
}

function usableStorage(): Storage | undefined {
  try {
    localStorage.setItem('askwell', '')
    localStorage.removeItem('askwell')
    return localStorage
  } catch {
    return undefined // the page forbids it
  }
}

/** A random UUID (version 4); `crypto.randomUUID` exists on HTTPS pages only. */
function newId(): string {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte, i) =>
    (i === 6 ? (byte & 15) | 64 : i === 8 ? (byte & 63) | 128 : byte).toString(16).padStart(2, '0'),
  ).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
