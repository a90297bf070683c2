// Searching on the server, for knowledge that is too large for a page: a request a little after the last key press, and
// answers to earlier words ignored.
import { type Found, foundOnServer, plainRow, type Row } from './found.ts'
import type { HelpServer } from './help-server.ts'

/** Milliseconds without a key press after which the words are sent. */
const REST = 150

export class RemoteSearch {
  readonly #server: () => HelpServer
  readonly #locale: () => string
  readonly #changed: () => void
  #wanted: string | undefined
  #answered: string | undefined
  #asking: Promise<void> | undefined
  #abort = new AbortController()
  #timer: ReturnType<typeof setTimeout> | undefined
  #found: Found | undefined
  #first: readonly Row[] | undefined
  #failed = false

  constructor(server: () => HelpServer, locale: () => string, changed: () => void) {
    this.#server = server
    this.#locale = locale
    this.#changed = changed
  }

  /** For the words that were answered last; undefined before the first, and when the server fails to answer. */
  get found(): Found | undefined {
    return this.#found
  }

  /** The entries for no words at all; undefined until they were asked for. */
  get first(): readonly Row[] | undefined {
    return this.#first
  }

  get failed(): boolean {
    return this.#failed
  }

  /** Whether what is here is for these words. */
  hasAnswered(text: string): boolean {
    return this.#answered === text
  }

  /** The words as they are now; sent unless others come soon after. */
  type(text: string): void {
    if (text === this.#wanted) return
    this.#want(text)
    this.#timer = setTimeout(() => void this.#ask(text), REST)
  }

  /** Sends the words now, unless they are answered. Resolves in any case. */
  settle(text: string): Promise<void> {
    if (text !== this.#wanted) this.#want(text)
    return this.#answered === text ? Promise.resolve() : (this.#asking ?? this.#ask(text))
  }

  /** What is here may be old, or never came. */
  refresh(text: string): Promise<void> {
    this.#want(text)
    return this.#ask(text)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#abort.abort()
    this.#wanted = undefined
  }

  #want(text: string): void {
    this.stop()
    this.#wanted = text
    this.#answered = this.#asking = undefined
    if (!text) this.#found = undefined
  }

  #ask(text: string): Promise<void> {
    clearTimeout(this.#timer)
    const { signal } = (this.#abort = new AbortController())
    this.#asking = this.#send(text, signal).finally(this.#changed)
    return this.#asking
  }

  async #send(text: string, signal: AbortSignal): Promise<void> {
    try {
      const answer = await this.#server().search(text, this.#locale(), signal)
      if (signal.aborted) return
      if (text) this.#found = foundOnServer(answer)
      else this.#first = answer.hits.map(({ entry }) => plainRow(entry))
      this.#answered = text
      this.#failed = false
    } catch {
      if (signal.aborted) return
      this.#asking = this.#found = undefined
      this.#failed = true
    }
  }
}
