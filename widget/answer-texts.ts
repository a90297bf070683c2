// The words of the answers that a visitor is likely to open, fetched when typing pauses: the list shows what of them
// matches, and the click after that is served by the browser's cache.
import type { PackEntry } from '../shared/pack.ts'
import type { HelpServer } from './help-server.ts'
import { plainText } from './plain-text.ts'

const MOST = 32
/** Longer answers are looked through as far as this at every key press. */
const LONGEST = 4_000

export class AnswerTexts {
  readonly #server: () => HelpServer
  readonly #arrived: () => void
  /** Oldest first; undefined is on its way. */
  readonly #texts = new Map<string, string | undefined>()

  constructor(server: () => HelpServer, arrived: () => void) {
    this.#server = server
    this.#arrived = arrived
  }

  /** Visitors who save data get none. */
  get wanted(): boolean {
    return !(navigator as { connection?: { saveData?: boolean } }).connection?.saveData
  }

  /** undefined: not here. */
  of(entry: PackEntry): string | undefined {
    return this.#texts.get(keyOf(entry))
  }

  /** Asks for those that are not here; one that fails is asked for again the next time. */
  fetch(entries: readonly PackEntry[]): void {
    for (const entry of entries) if (!this.#texts.has(keyOf(entry))) void this.#fetchOne(entry)
  }

  async #fetchOne(entry: PackEntry): Promise<void> {
    const key = keyOf(entry)
    this.#texts.set(key, undefined)
    try {
      const { html } = await this.#server().entry(entry.id, entry.revision)
      this.#texts.set(key, plainText(html).slice(0, LONGEST))
      for (const oldest of this.#texts.keys()) if (this.#texts.size > MOST) this.#texts.delete(oldest)
      this.#arrived()
    } catch {
      this.#texts.delete(key) // the title stands without it
    }
  }
}

function keyOf({ id, revision }: PackEntry): string {
  return `${id}/${revision}`
}
