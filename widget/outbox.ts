// Questions on their way to the server: personal data is taken out of each, then it is kept in the browser until the server
// says that it is on disk. Its id is its idempotency key, so sending it again is harmless.
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { QuestionInput } from '../shared/contract.ts'
import { FEEDBACK_LENGTH, PAGE_LENGTH, QUESTION_BATCH, QUESTION_LENGTH } from '../shared/limits.ts'
import { type HelpServer, ServerError } from './help-server.ts'
import type { KeptQuestion, QuestionStore } from './question-store.ts'

export { questionStore, type QuestionStore } from './question-store.ts'

export type NewQuestion = Omit<QuestionInput, 'id' | 'age'>

export interface OutboxParts {
  readonly server: () => HelpServer
  readonly store: () => QuestionStore
  /** What the page takes out of texts, before ours. */
  readonly redact?: () => ((text: string) => string) | undefined
  /** The page's last word: the question as it may be kept and sent, or undefined for not at all. */
  readonly before?: (question: NewQuestion) => NewQuestion | undefined
  /** Fetches what takes out personal data. */
  readonly redaction?: () => Promise<{ readonly redact: (text: string) => string }>
}

/** What became of a question that was given to the outbox. If it has not arrived, it will be tried again. */
export interface Delivery {
  readonly id: string
  readonly arrived: boolean
}

const FIRST_WAIT = 1_000
const LONGEST_WAIT = 60_000
/** Where visitors write freely, and how much the server takes. */
const texts = { text: QUESTION_LENGTH, detail: FEEDBACK_LENGTH, page: PAGE_LENGTH }

export class OutboxController implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #parts: OutboxParts
  /** Questions from which nothing is taken out yet: they are neither stored nor sent. */
  #raw: { readonly id: string; readonly at: number; readonly question: NewQuestion }[] = []
  #redact: ((text: string) => string) | undefined
  #sending: Promise<void> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #second: ReturnType<typeof setInterval> | undefined
  #wait = FIRST_WAIT
  #busyUntil = 0
  #last = 0
  #left = false

  constructor(host: ReactiveControllerHost, parts: OutboxParts) {
    this.#host = host
    this.#parts = parts
    host.addController(this)
  }

  hostConnected(): void {
    this.#left = false
    window.addEventListener('online', this.#onOnline)
    void Promise.resolve().then(() => this.send()) // after the host has its attributes
  }

  hostDisconnected(): void {
    this.#left = true
    window.removeEventListener('online', this.#onOnline)
    clearTimeout(this.#timer)
    clearInterval(this.#second)
  }

  /** How many questions wait. */
  get waiting(): number {
    return this.#parts.store().all().length + this.#raw.length
  }

  /** How many had to go because too many waited. */
  get dropped(): number {
    return this.#parts.store().dropped
  }

  /** When the server takes more, by this browser's clock (milliseconds), if it asked to be left alone until then. */
  get busyUntil(): number | undefined {
    return this.#busyUntil > Date.now() ? this.#busyUntil : undefined
  }

  get busySeconds(): number {
    return Math.ceil(Math.max(0, this.#busyUntil - Date.now()) / 1000)
  }

  /** Whether this question still waits. */
  has(id: string): boolean {
    const waiting = [
      ...this.#parts
        .store()
        .all()
        .map(({ question }) => question),
      ...this.#raw,
    ]
    return waiting.some((question) => question.id === id)
  }

  /** Fetches what takes out personal data, so that a question can be kept in the moment in which the page is left. */
  async prepare(): Promise<void> {
    const { redaction = () => import('../shared/redact.ts') } = this.#parts
    this.#redact ??= (await redaction()).redact
    this.#keepRaw()
  }

  /** Keeps a question and tries to send it; undefined if the page does not want it kept. */
  async add(question: NewQuestion): Promise<Delivery | undefined> {
    const id = newId()
    this.#last = Math.max(Date.now(), this.#last + 1) // in the order asked, also within a millisecond
    this.#raw.push({ id, at: this.#last, question })
    if (this.#redact) this.#keepRaw()
    else await this.prepare().catch((error: unknown) => this.#later(error))
    if (!this.has(id)) return undefined
    const other = this.#sending
    await this.send()
    if (other && this.has(id)) await this.send() // it was under way and may not have taken this along
    return { id, arrived: !this.has(id) }
  }

  send(): Promise<void> {
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = undefined
      this.#host.requestUpdate()
    })
    return this.#sending
  }

  #keepRaw(): void {
    for (const { id, at, question } of this.#raw.splice(0)) {
      const wanted = this.#cleaned(question)
      if (wanted) this.#parts.store().add({ question: { ...wanted, id }, at })
    }
  }

  /** Ours is the last to look: what the page puts in is looked at, too. */
  #cleaned(question: NewQuestion): NewQuestion | undefined {
    const { redact, before = (same: NewQuestion) => same } = this.#parts
    const own = redact?.() ?? String
    try {
      const wanted = before(withTexts(question, (text) => this.#redact!(String(own(text)))))
      const cleaned = wanted && withTexts(wanted, this.#redact!)
      return cleaned?.text.trim() ? cleaned : undefined
    } catch (error) {
      reportError(error) // of the page's own function: nobody knows what is left in the question
      return undefined
    }
  }

  async #sendAll(): Promise<void> {
    if (this.busyUntil) return this.#again(this.busyUntil - Date.now())
    clearTimeout(this.#timer)
    const store = this.#parts.store()
    try {
      if (this.#raw.length > 0) await this.prepare()
      let size = QUESTION_BATCH
      for (let kept = store.all(); kept.length > 0; kept = store.all()) size = await this.#sendSome(kept, size)
    } catch (error) {
      this.#later(error)
    }
  }

  /** Sends the oldest, `size` at most. Resolves with how many to send at once from now on. */
  async #sendSome(kept: readonly KeptQuestion[], size: number): Promise<number> {
    const store = this.#parts.store()
    const batch = kept.slice(0, size)
    const now = Date.now()
    try {
      const questions = batch.map(({ question, at }) => ({ ...question, age: Math.max(0, now - at) }))
      const accepted = await this.#parts.server().send({ questions })
      for (const id of accepted) store.remove(id)
      if (!batch.some(({ question }) => accepted.includes(question.id)))
        throw new ServerError(200, 'Took none of them.')
      this.#wait = FIRST_WAIT
    } catch (error) {
      const status = error instanceof ServerError ? error.status : 0
      if (status !== 422 && status !== 413) throw error
      // one of them the server will never take: find it, and let it go
      if (batch.length === 1) store.remove(batch[0]!.question.id)
      return 1
    }
    return size
  }

  #later(error: unknown): void {
    const { status = 0, retryAfter } = error instanceof ServerError ? error : {}
    const wait = retryAfter ?? this.#wait
    this.#wait = Math.min(LONGEST_WAIT, this.#wait * 2)
    if (status === 429 || (status === 503 && retryAfter)) this.#beBusy(wait)
    this.#again(wait)
  }

  #again(wait: number): void {
    clearTimeout(this.#timer)
    if (this.#left) return
    this.#timer = setTimeout(() => {
      this.#busyUntil = 0 // timers and clocks differ by a hair
      void this.send()
    }, wait)
  }

  /** Leaves the server alone, and lets the host count the seconds. */
  #beBusy(wait: number): void {
    this.#busyUntil = Date.now() + wait
    clearInterval(this.#second)
    if (this.#left) return
    this.#second = setInterval(() => {
      if (!this.busyUntil) clearInterval(this.#second)
      this.#host.requestUpdate()
    }, 1_000)
  }

  readonly #onOnline = (): void => {
    this.#wait = FIRST_WAIT
    void this.send()
  }
}

/** The question with its texts changed, none longer than the server takes. Pages are told by their path alone. */
function withTexts(question: NewQuestion, change: (text: string) => string): NewQuestion {
  const changed: Record<string, unknown> = { ...question }
  for (const [name, most] of Object.entries(texts)) {
    const text = changed[name]
    if (typeof text === 'string') changed[name] = change(name === 'page' ? text.split(/[?#]/)[0]! : text).slice(0, most)
  }
  return changed as NewQuestion // the same members, texts still texts
}

/** A random UUID (version 4); `crypto.randomUUID` exists on HTTPS pages only. */
function newId(): string {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))] // no Array.from: old prototype.js has another
  const hex = bytes
    .map((byte, i) => (i === 6 ? (byte & 15) | 64 : i === 8 ? (byte & 63) | 128 : byte).toString(16).padStart(2, '0'))
    .join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
