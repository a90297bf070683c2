// The site's knowledge in this page: fetched when the widget opens, looked at again when it may have changed. A base that
// changes seldom, and a small delta with what was published since. Without a network, what was kept of the last time.
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Head } from '../shared/contract.ts'
import type { Pack } from '../shared/pack.ts'
import type { Knowledge } from '../shared/search.ts'
import { digestOf } from './digest.ts'
import type * as engineModule from './engine.ts'
import { type HelpServer, PageRefused } from './help-server.ts'
import { importAgain } from './import-again.ts'

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
  /** Fetched, and not kept yet. */
  readonly #fetched = new Map<string, Uint8Array<ArrayBuffer>>()
  /** What was kept last. */
  #kept = ''
  #engine: Engine | undefined
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
    window.addEventListener('online', this.#onOnline)
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onReturn)
    window.removeEventListener('online', this.#onOnline)
  }

  get state(): KnowledgeState {
    return this.#state
  }

  /** The newest that could be fetched; another object after every change. Nothing if the server is the one to search. */
  get current(): Knowledge | undefined {
    return this.#current
  }

  /** What searches; there when `current` or `isRemote` is. */
  get engine(): Engine | undefined {
    return this.#engine
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
    const server = this.#server()
    const engine = importAgain(() => import('./engine.ts')) // beside the head
    engine.catch(() => undefined) // awaited below, if there is a head
    try {
      const head = await server.head(this.#locale())
      this.#engine = await engine
      if (head.search === 'browser') await this.#load(head, server, this.#engine)
      else this.#forget()
      this.#head = head
      this.#enter('ready')
      this.#keep(head, server)
    } catch (error) {
      if (error instanceof PageRefused) return this.#enter('blocked')
      this.#enter(this.#current || (await this.#loadKept(server, engine)) ? 'stale' : 'failed')
    }
  }

  async #load({ pack, delta }: Head, from: PackSource, engine: Engine): Promise<void> {
    if (this.#base?.hash !== pack) {
      const fetched = await this.#pack(pack, from, engine)
      this.#base = { hash: pack, knowledge: engine.openPack(fetched, await engine.loadStemmer(fetched.locale)) }
    }
    const { knowledge } = this.#base
    this.#current ??= knowledge // better than nothing, if its delta can't be had
    const version = `${pack} ${delta}`
    if (version === this.#version) return
    this.#current = delta ? knowledge.withDelta(await this.#pack(delta, from, engine)) : knowledge
    this.#version = version
  }

  /** A pack never changes, so caches keep it: a damaged one must be fetched past them, once. */
  async #pack(hash: string, from: PackSource, engine: Engine): Promise<Pack> {
    try {
      return await this.#checked(hash, await from.pack(hash), engine)
    } catch (error) {
      if (error instanceof engine.PackError) return this.#checked(hash, await from.pack(hash, 'reload'), engine)
      throw error
    }
  }

  async #checked(hash: string, bytes: Uint8Array<ArrayBuffer>, engine: Engine): Promise<Pack> {
    const pack = await packOf(hash, bytes, engine)
    this.#fetched.set(hash, bytes)
    return pack
  }

  /** Whether there is something of the last time to search in. */
  async #loadKept(server: HelpServer, engine: Promise<Engine>): Promise<boolean> {
    const head = await server.kept?.head()
    if (!head) return false
    const from: PackSource = {
      pack: async (hash, cache) => (!cache && (await server.kept?.pack(hash))) || server.pack(hash, cache),
    }
    try {
      await this.#load(head, from, (this.#engine = await engine))
      this.#head ??= head
      return true
    } catch {
      return false // kept in part only
    }
  }

  #keep(head: Head, { kept }: HelpServer): void {
    const packs = new Map([...this.#fetched].filter(([hash]) => hash === head.pack || hash === head.delta))
    this.#fetched.clear()
    const version = `${head.search} ${head.pack} ${head.delta}`
    if (version === this.#kept) return
    this.#kept = version
    if (head.search === 'browser') void kept?.keepHead(head, packs)
    else void kept?.forget()
  }

  #forget(): void {
    this.#base = this.#current = undefined
    this.#version = ''
  }

  #enter(state: KnowledgeState): void {
    this.#state = state
    this.#host.requestUpdate()
  }

  readonly #onOnline = (): void => {
    if (this.#state === 'stale' || this.#state === 'failed') void this.look()
  }

  readonly #onReturn = (): void => {
    if (document.visibilityState === 'visible' && this.#head) void this.look()
  }
}

type Engine = typeof engineModule
type PackSource = Pick<HelpServer, 'pack'>

/**
 * Throws a PackError unless these bytes are the whole pack of this address. What follows the dot of an address is the digest
 * of the content; pages without HTTPS can't make one, and rely on the checksum within.
 */
async function packOf(hash: string, bytes: Uint8Array<ArrayBuffer>, engine: Engine): Promise<Pack> {
  const expected = hash.split('.')[1]
  const digest = expected && (await digestOf(bytes))
  if (digest && digest !== expected) throw new engine.PackError('The knowledge file is not the one that was asked for.')
  return engine.decodePack(bytes)
}
