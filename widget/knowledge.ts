// The site's knowledge in this page: fetched when the widget opens, looked at again when it may have changed. A base that
// changes seldom, and a small delta with what was published since.
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Head } from '../shared/contract.ts'
import { decodePack, PackError } from '../shared/pack-bytes.ts'
import type { Pack } from '../shared/pack.ts'
import { type Knowledge, openPack } from '../shared/search.ts'
import { loadStemmer } from '../shared/stemmers.ts'
import { type HelpServer, PageRefused } from './help-server.ts'

/** `stale`: searching works on what was loaded before, the server can't be reached. `blocked`: the page is refused. */
export type KnowledgeState = 'empty' | 'loading' | 'ready' | 'stale' | 'failed' | 'blocked'

export class KnowledgeController implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #server: () => HelpServer
  readonly #locale: () => string
  #head: Head | undefined
  #base: { readonly hash: string; readonly knowledge: Knowledge } | undefined
  #current: Knowledge | undefined
  /** Hashes of the base and the delta that `#current` is made of. */
  #version = ''
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

  /** The newest that could be fetched; another object after every change. Nothing if the server is the one to search. */
  get current(): Knowledge | undefined {
    return this.#current
  }

  /** The locale that the site has for this visitor; undefined until the server has said so. */
  get locale(): string | undefined {
    return this.#head?.locale
  }

  /** The pack is too large for a page: the server searches. */
  get isRemote(): boolean {
    return this.#head?.search === 'server'
  }

  /** Fetches what is newer than what is here. Resolves in any case; `state` tells how it went. */
  look(): Promise<void> {
    if (this.#looking) return this.#looking
    if (this.#state === 'blocked') return Promise.resolve()
    if (!this.#head) this.#enter('loading')
    this.#looking = this.#fetch().finally(() => {
      this.#looking = undefined
    })
    return this.#looking
  }

  async #fetch(): Promise<void> {
    try {
      const head = await this.#server().head(this.#locale())
      if (head.search === 'browser') await this.#load(head)
      else this.#forget()
      this.#head = head
      this.#enter('ready')
    } catch (error) {
      this.#enter(error instanceof PageRefused ? 'blocked' : this.#current ? 'stale' : 'failed')
    }
  }

  async #load({ pack, delta }: Head): Promise<void> {
    if (this.#base?.hash !== pack) {
      const fetched = await this.#pack(pack)
      this.#base = { hash: pack, knowledge: openPack(fetched, await loadStemmer(fetched.locale)) }
    }
    const { knowledge } = this.#base
    this.#current ??= knowledge // better than nothing, if its delta can't be had
    const version = `${pack} ${delta}`
    if (version === this.#version) return
    this.#current = delta ? knowledge.withDelta(await this.#pack(delta)) : knowledge
    this.#version = version
  }

  /** A pack never changes, so the browser keeps it: a damaged one must be fetched past its cache. */
  async #pack(hash: string): Promise<Pack> {
    try {
      return decodePack(await this.#server().pack(hash))
    } catch (error) {
      if (error instanceof PackError) return decodePack(await this.#server().pack(hash, 'reload'))
      throw error
    }
  }

  #forget(): void {
    this.#base = this.#current = undefined
    this.#version = ''
  }

  #enter(state: KnowledgeState): void {
    this.#state = state
    this.#host.requestUpdate()
  }

  readonly #onReturn = (): void => {
    if (document.visibilityState === 'visible' && this.#head) void this.look()
  }
}
