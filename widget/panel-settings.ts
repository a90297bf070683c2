// What an element of ours on the page gives to the panel inside it: its attributes, and the words in the visitor's language.
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Context } from './events.ts'
import { Identity } from './identity.ts'
import { type Labels, loadMessages, withLabels, type Words } from './messages.ts'
import type { Mode, Settings } from './panel-parts.ts'
import type { StorageMode } from './storage-modes.ts'
import type { RenderResult } from './search-view.ts'

/** What every element of ours has. */
export interface PanelHost extends ReactiveControllerHost {
  readonly site: string
  readonly server: string
  readonly locale: string
  readonly mode?: Mode
  readonly storage: StorageMode
  readonly token: string
  readonly tokenUrl: string
  readonly contact: string
  readonly quiet: boolean
  readonly labels: Labels
  readonly context: Context
  readonly renderResult?: RenderResult | undefined
  readonly transformQuery?: ((query: string) => string) | undefined
  readonly redact?: ((text: string) => string) | undefined
}

export class PanelSettings implements ReactiveController {
  readonly identity: Identity
  readonly #host: PanelHost
  readonly #closable: boolean
  #words: Words | undefined
  #spoken = ''
  #current: Settings | undefined
  /** What the current messages are made of. */
  #labelled: { readonly words: Words; readonly labels: Labels } | undefined

  constructor(host: PanelHost, { closable }: { readonly closable: boolean }) {
    this.#host = host
    this.#closable = closable
    this.identity = new Identity(() => ({ token: host.token, url: host.tokenUrl }))
    host.addController(this)
  }

  hostUpdate(): void {
    const wanted = this.languages.join()
    if (wanted !== this.#spoken) void this.#speak(wanted)
    if (!this.#words || !this.#host.site) return // not told yet where to ask
    const next = this.#settingsIn(this.#words)
    const before = this.#current
    const isSame = before && (Object.keys(next) as (keyof Settings)[]).every((name) => before[name] === next[name])
    if (!isSame) this.#current = next
  }

  /** The same object until something in it changes; undefined until the words are there. */
  get current(): Settings | undefined {
    return this.#current
  }

  /** Languages that the visitor reads, best first. */
  get languages(): readonly string[] {
    const { locale } = this.#host
    const own = locale === 'auto' ? '' : locale
    return [own, document.documentElement.lang, ...navigator.languages].filter(Boolean)
  }

  async #speak(wanted: string): Promise<void> {
    this.#spoken = wanted
    try {
      const words = await loadMessages(this.languages)
      if (wanted !== this.#spoken) return // another language by now
      this.#words = words
    } catch {
      this.#spoken = '' // no connection: the next opening tries again
      return
    }
    this.#host.requestUpdate()
  }

  #settingsIn(words: Words): Settings {
    const { language, direction, messages } = words
    const { site, server, mode = 'search-first', storage, contact, quiet, labels, context } = this.#host
    const { renderResult, transformQuery, redact } = this.#host
    const isSame = this.#labelled?.words === words && this.#labelled.labels === labels
    this.#labelled = { words, labels }
    return {
      ...{
        site,
        server,
        mode,
        storage,
        contact,
        quiet,
        context,
        renderResult,
        transformQuery,
        redact,
        language,
        direction,
      },
      messages: isSame ? this.#current!.messages : withLabels(messages, labels),
      languages: this.#current?.languages.join() === this.#spoken ? this.#current.languages : this.languages,
      closable: this.#closable,
      token: this.#token,
    }
  }

  readonly #token = () => this.identity.token()
}
