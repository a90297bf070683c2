// What the visitor's words find: at every key press in this page, where the pack is; on the server if it is too large
// for a page. The element that shows it need not know which.
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { PackEntry } from '../shared/pack.ts'
import type { Confidence, Knowledge, SearchResult } from '../shared/search.ts'
import type { AnswerTexts } from './answer-texts.ts'
import { type Found, plainRow, type Row, TOP } from './found.ts'
import type { HelpServer } from './help-server.ts'
import { KnowledgeController, type KnowledgeState } from './knowledge.ts'
import type { RemoteSearch } from './remote-search.ts'

const FIRST = 5
const RELATED = 3

export interface SearchParts {
  readonly server: () => HelpServer
  readonly locale: () => string
  /** What is in the search box. */
  readonly text: () => string
}

export class SearchController implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #text: () => string
  readonly #knowledge: KnowledgeController
  readonly #parts: SearchParts
  /** Made when the engine is there. */
  #remote: RemoteSearch | undefined
  #answers: AnswerTexts | undefined
  #found: Found | undefined
  #missed = false
  /** The words at the last pause. */
  #settled = ''
  #last: { readonly knowledge: Knowledge; readonly key: string; readonly result: SearchResult } | undefined

  constructor(host: ReactiveControllerHost, parts: SearchParts) {
    this.#host = host
    this.#parts = parts
    this.#text = parts.text
    this.#knowledge = new KnowledgeController(host, parts.server, parts.locale)
    host.addController(this)
  }

  hostUpdate(): void {
    this.#make()
    if (this.#knowledge.isRemote) this.#remote?.type(this.#words)
    this.#found = this.#find()
    if (!this.#words || (this.#found && this.#found.confidence !== 'none')) this.#missed = false
  }

  hostDisconnected(): void {
    this.#remote?.stop()
  }

  get state(): KnowledgeState {
    const { state, isRemote } = this.#knowledge
    if (state !== 'ready' || !isRemote) return state
    return this.#remote?.failed ? 'failed' : (this.#remote?.first ?? this.#remote?.found) ? 'ready' : 'loading'
  }

  /** That of the knowledge; undefined until the server has said which. */
  get locale(): string | undefined {
    return this.#knowledge.locale
  }

  /** undefined: no words, or nothing to search in. */
  get found(): Found | undefined {
    return this.#found
  }

  /** Entries to begin with, while there are no words. */
  get first(): readonly Row[] {
    const { current, isRemote } = this.#knowledge
    return (isRemote ? this.#remote?.first?.slice(0, FIRST) : current?.first(FIRST).map(plainRow)) ?? []
  }

  /** Entries by their ids, as far as they are published. */
  entries(ids: readonly string[]): readonly Row[] {
    const { current } = this.#knowledge
    return ids.flatMap((id) => current?.entry(id) ?? []).map(plainRow)
  }

  /** Other entries that answer something like this one. */
  related(entry: PackEntry): readonly Row[] {
    const { current, engine } = this.#knowledge
    return current && engine ? engine.relatedTo(current, entry, RELATED).map(plainRow) : []
  }

  /** Milliseconds that the last search in this page took. */
  took = 0

  /** The newest knowledge has nothing for these words, or for those that they go on from. */
  get missed(): boolean {
    return this.#missed
  }

  /** What was found is for earlier words: an answer is on its way. */
  get pending(): boolean {
    return this.#knowledge.isRemote && !this.#remote?.failed && !this.#remote?.hasAnswered(this.#words)
  }

  /** Fetches what is newer than what is here. Resolves in any case; `state` tells how it went. */
  async look(): Promise<void> {
    await this.#knowledge.look()
    this.#make()
    if (this.#knowledge.isRemote) await this.#remote?.refresh(this.#words)
  }

  /**
   * A pause: searches the newest knowledge as thoroughly as can be, and fetches what of the answers is shown. Resolves
   * with how sure the result is; with undefined if the words are no question, are others by now, or could not be searched.
   */
  async settle(): Promise<Confidence | undefined> {
    const words = (this.#settled = this.#words)
    this.#host.requestUpdate()
    await this.#knowledge.look()
    this.#make()
    if (this.#knowledge.isRemote) await this.#remote?.settle(words)
    const found = this.#find()
    if (!found || this.pending || words !== this.#words) return undefined
    const missed = isQuestion(words) && found.confidence === 'none'
    this.#missed = missed
    this.#host.requestUpdate()
    if (!missed && this.#fetchesAnswers) this.#answers?.fetch(found.rows.slice(0, TOP).map(({ entry }) => entry))
    return isQuestion(words) ? found.confidence : undefined
  }

  #make(): void {
    const { engine } = this.#knowledge
    if (!engine || this.#remote) return
    const { server, locale } = this.#parts
    const changed = () => this.#host.requestUpdate()
    this.#remote = new engine.RemoteSearch(server, locale, changed)
    this.#answers = new engine.AnswerTexts(server, changed)
  }

  get #words(): string {
    return this.#text().trim()
  }

  /** The server's own answers come with their passages. */
  get #fetchesAnswers(): boolean {
    const { state, isRemote } = this.#knowledge
    return state === 'ready' && !isRemote && this.#answers?.wanted === true
  }

  #find(): Found | undefined {
    const { current, engine, isRemote } = this.#knowledge
    if (!this.#words) return undefined
    if (isRemote) return this.#remote?.found
    if (!current || !engine) return undefined
    const isThorough = this.#words === this.#settled
    const answerOf = (entry: PackEntry) => this.#answers?.of(entry)
    const how = { answerOf, awaited: this.#fetchesAnswers, isThorough }
    return engine.foundHere(this.#resultIn(current, isThorough), current, how)
  }

  /** Once for the same words, however often the host updates. */
  #resultIn(knowledge: Knowledge, thorough: boolean): SearchResult {
    const key = `${thorough} ${this.#words}`
    if (this.#last?.knowledge !== knowledge || this.#last.key !== key) {
      const start = performance.now()
      this.#last = { knowledge, key, result: knowledge.search(this.#words, { typing: true, thorough }) }
      this.took = performance.now() - start
    }
    return this.#last.result
  }
}

/** Long enough to mean something: two Chinese characters, or three letters. */
function isQuestion(text: string): boolean {
  return /\p{Script=Han}.*\p{Script=Han}|[\p{L}\p{N}].*[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(text)
}
