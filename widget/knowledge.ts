// The site's knowledge in this page: fetched when the widget opens, looked at again when it may have changed.
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { decodePack } from '../shared/pack.ts'
import { type Knowledge, openPack } from '../shared/search.ts'
import { type HelpServer, ServerError } from './help-server.ts'

/** `stale`: searching works on what was loaded before, the server can't be reached. `blocked`: the page is refused. */
export type KnowledgeState = 'empty' | 'loading' | 'ready' | 'stale' | 'failed' | 'blocked'

export class KnowledgeController implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #server: () => HelpServer
  readonly #locale: () => string
  #knowledge: Knowledge | undefined
  #hash = ''
  #looking: Promise<void> | undefined
  #state: KnowledgeState = 'empty'

  constructor(host: ReactiveControllerHost, server: () => HelpServer, locale: () => string) {
    this.#host = host
    this.#server = server
    this.#locale = locale
    host.addController(this)
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onReturn)
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onReturn)
  }

  get state(): KnowledgeState {
    return this.#state
  }

  /** The newest that could be fetched; another object after every change. */
  get current(): Knowledge | undefined {
    return this.#knowledge
  }

  /** Fetches what is newer than what is here. Resolves in any case; `state` tells how it went. */
  look(): Promise<void> {
    if (this.#looking) return this.#looking
    if (this.#state === 'blocked') return Promise.resolve()
    if (!this.#knowledge) this.#enter('loading')
    this.#looking = this.#fetch().finally(() => {
      this.#looking = undefined
    })
    return this.#looking
  }

  async #fetch(): Promise<void> {
    try {
      const { pack } = await this.#server().head(this.#locale())
      if (pack !== this.#hash) {
        this.#knowledge = openPack(decodePack(await this.#server().pack(pack)))
        this.#hash = pack
      }
      this.#enter('ready')
    } catch (error) {
      const refused = error instanceof ServerError && error.status !== 0 && error.refused
      this.#enter(refused ? 'blocked' : this.#knowledge ? 'stale' : 'failed')
    }
  }

  #enter(state: KnowledgeState): void {
    this.#state = state
    this.#host.requestUpdate()
  }

  readonly #onReturn = (): void => {
    if (document.visibilityState === 'visible' && this.#knowledge) void this.look()
  }
}
