import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import type { PackEntry } from '../shared/pack.ts'
import { PAGE_LENGTH } from '../shared/limits.ts'
import { isSameTyping } from '../shared/normalize.ts'
import type { VotedEvent } from './article-view.ts'
import type { Asking } from './asking.ts'
import type * as Notes from './asking-notes.ts'
import type { DraftChangedEvent, QuestionLeftEvent } from './ask-form.ts'
import {
  AnswerReadyEvent,
  ArticleViewEvent,
  BeforeSendEvent,
  FaultEvent,
  FeedbackEvent,
  NoAnswerEvent,
  QuestionSentEvent,
  ReadyEvent,
  ResultClickEvent,
  SearchEvent,
} from './events.ts'
import { helpServer, type HelpServer } from './help-server.ts'
import { HomeController } from './home.ts'
import { icon } from './icons.ts'
import { importAgain } from './import-again.ts'
import { keptAnswers } from './kept-answers.ts'
import type { NewQuestion } from './outbox.ts'
import { deepLink } from './page-link.ts'
import type { Settings, View } from './panel-parts.ts'
import { foreignLanguage, troubleStrip, unreachableNote } from './panel-pieces.ts'
import { panelStyle } from './panel-style.ts'
import type { EntryChosenEvent, QueryChangedEvent, SuggestionChosenEvent } from './search-view.ts'
import './search-view.ts'
import { SearchController } from './searching.ts'
import { buttons, theme } from './theme.ts'

/** The server wants nothing of this page: there is nothing to show. */
export class PanelRefusedEvent extends Event {
  constructor() {
    super('panel-refused')
  }
}

/** The visitor closes the panel. */
export class PanelClosedEvent extends Event {
  constructor() {
    super('panel-closed')
  }
}

/**
 * Search, read, ask: everything that a visitor does, without the button or the page around it.
 * @event {PanelClosedEvent} panel-closed
 * @event {PanelRefusedEvent} panel-refused
 */
export class AskwellPanel extends LitElement {
  static override styles = [theme, buttons, panelStyle]

  @property({ attribute: false }) settings!: Settings
  /** Where the visitor begins and comes back to. */
  @property({ attribute: false }) start: View = { name: 'search' }

  @state() private text = ''
  @state() private draft = ''
  @state() private view: View | undefined

  readonly #search = new SearchController(this, {
    server: () => this.#help,
    locale: () => this.settings.languages[0] ?? 'en',
    text: () => (this.#view.name === 'ask' && this.draft ? this.draft : this.text),
  })
  readonly #home = new HomeController(this, () => this.#help)
  #help!: HelpServer
  #asking: Asking | undefined
  #notes: typeof Notes | undefined
  #scroll = 0

  @query('main') private main!: HTMLElement

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('settings')
    const { site, server, storage, token } = this.settings
    const isSame = before?.server === server && before.site === site && before.storage === storage
    if (!isSame) this.#help = helpServer(server, site, { token, kept: keptAnswers(storage, site) })
  }

  override firstUpdated(): void {
    if (this.settings.mode === 'ask-first') void this.#showForm()
    this.dispatchEvent(new ReadyEvent())
    void this.lookAtYours()
  }

  override render() {
    if (this.#search.state === 'blocked') return nothing // the console says why; visitors see nothing
    const isSearch = this.#view.name === 'search'
    return html`${this.#renderHeader()} ${this.#renderStrip()}
      <main>
        ${this.start.name === 'search' ? html`<div ?hidden=${!isSearch}>${this.#renderSearch()}</div>` : null}
        ${isSearch ? null : this.#renderView()}
      </main>
      <slot name="footer"></slot>`
  }

  /** How many of the visitor's questions have an answer that is not read. */
  get readyCount(): number {
    return this.#asking?.yours.ready.length ?? 0
  }

  /** Looks for newer knowledge: at each opening. */
  look(): void {
    void this.#search.look().then(() => {
      if (this.#search.state === 'failed') this.dispatchEvent(new FaultEvent('network', true))
      if (this.#search.state === 'blocked') this.dispatchEvent(new PanelRefusedEvent())
      if (this.#search.state === 'ready') void this.#asking?.outbox.send() // the server is there again
      return this.#home.look(this.#search.locale)
    })
    void this.lookAtYours()
  }

  /** Asks what became of the visitor's questions. */
  async lookAtYours(): Promise<void> {
    const asking = await this.#readyToAsk().catch(() => undefined) // no network: the next look may have one
    for (const { id, entry } of (await asking?.yours.look()) ?? [])
      this.dispatchEvent(new AnswerReadyEvent(id, entry!.id))
  }

  search(text = ''): void {
    this.text = this.settings.transformQuery?.(text) ?? text
    this.#show({ name: 'search' })
    this.look()
    void this.#onSettled()
  }

  async article(id: string): Promise<void> {
    this.look()
    try {
      const { revision, question } = await this.#help.entryNow(id, this.settings.languages[0] ?? 'en')
      await this.#read({ id, revision, question })
    } catch {
      this.#show({ name: 'unreachable', id, title: '' })
    }
  }

  ask(text = ''): void {
    if (text) this.text = text
    void this.#showForm()
    this.look()
  }

  home(): void {
    this.#show(this.start)
  }

  /** Entries to show first, by id; none: what fits this page. */
  suggest(ids?: readonly string[]): void {
    this.#home.suggest(ids)
  }

  /** Whether this page may ask, and what it gets. Rejects with the reason if it may not. */
  check() {
    return this.#help.check(this.settings.languages[0] ?? 'en')
  }

  /** The visitor goes: what was typed last is final. */
  leave(): void {
    this.#asking?.trail.leave()
  }

  /** Nothing of this visitor stays in this browser. */
  forget(): void {
    void this.#readyToAsk().then((asking) => asking.forget(), noNetwork)
  }

  override focus(): void {
    if (this.settings.quiet) return
    const first = this.renderRoot.querySelector<HTMLElement>(
      this.#view.name === 'search'
        ? 'askwell-search-view'
        : 'main > askwell-article-view, main > askwell-ask-form, .sent .quiet',
    )
    if (first instanceof LitElement) void first.updateComplete.then(() => first.focus())
    else first?.focus()
  }

  /** What asking needs is loaded after what searching needs. */
  async #readyToAsk(): Promise<Asking> {
    if (this.#asking) return this.#asking
    const { Asking, notes } = await importAgain(() => import('./asking.ts'))
    this.#notes = notes
    this.requestUpdate()
    return (this.#asking ??= new Asking(this, {
      settings: () => this.settings,
      server: () => this.#help,
      before: (question) => this.#beforeSending(question),
    }))
  }

  get #view(): View {
    return this.view ?? this.start
  }

  #renderHeader() {
    const { messages: t, closable } = this.settings
    const { name } = this.#view
    const canGoBack = name !== this.start.name
    if (!closable && !canGoBack) return html`<slot name="header"></slot>`
    const title = name === 'ask' ? t.askTitle : name === 'search' ? t.title : ''
    return html`<header part="header">
      ${
        canGoBack
          ? html`<button class="icon back" aria-label=${t.back} @click=${this.#onBack}>${icon('back')}</button>`
          : null
      }
      <slot name="header">${title ? html`<h2>${title}</h2>` : html`<span></span>`}</slot>
      ${
        closable
          ? html`<button class="icon" part="close" aria-label=${t.close} @click=${this.#onClose}>
              ${icon('close')}
            </button>`
          : null
      }
    </header>`
  }

  #renderStrip() {
    const { messages, contact } = this.settings
    const { waiting = 0, dropped = 0, busySeconds = 0 } = this.#asking?.outbox ?? {}
    const retry = () => this.look()
    return troubleStrip(messages, { state: this.#search.state, waiting, dropped, busySeconds, contact, retry })
  }

  #renderView() {
    const view = this.#view
    switch (view.name) {
      case 'article':
        return this.#renderArticle(view.entry, view.unhappy)
      case 'unreachable':
        return unreachableNote(this.settings, view.title, () => void this.article(view.id))
      case 'ask':
        return html`<p class="intro"><slot name="ask-intro">${this.settings.messages.askHint}</slot></p>
          ${this.#renderForm()}`
      case 'sent':
        return this.#renderSent(view)
      default:
        return null
    }
  }

  #renderSearch() {
    const { messages, mode, renderResult } = this.settings
    const isNeutral = mode === 'neutral' && this.#view.name === 'search'
    const found = this.#search
    return html`${this.text ? null : this.#asking && this.#notes?.readyCard(messages, this.#asking.yours.ready, this.#read)}
      <askwell-search-view
        exportparts="search-input,clear,results,result,result-title,result-snippet"
        .messages=${messages}
        .text=${this.text}
        .found=${found.found}
        .groups=${this.#home.groups(messages, found)}
        .missed=${found.missed}
        .pending=${found.pending}
        .language=${foreignLanguage(this.#search.locale, this.settings)}
        .renderResult=${renderResult}
        @query-changed=${this.#onQueryChanged}
        @query-settled=${this.#onSettled}
        @entry-chosen=${this.#onEntryChosen}
        @suggestion-chosen=${this.#onSuggestionChosen}
        @ask-chosen=${this.#showForm}
      >
        ${found.missed ? html`<div slot="no-answer"><slot name="no-results"></slot>${this.#renderForm()}</div>` : null}
      </askwell-search-view>
      ${found.state === 'loading' ? [1, 2, 3].map(() => html`<div class="skeleton"></div>`) : null}
      ${this.text ? null : html`<slot name="home"></slot>${this.#renderYours()} ${isNeutral ? html`<div class="after">${this.#renderForm()}</div>` : null}`}`
  }

  #renderArticle(entry: PackEntry, unhappy?: string) {
    return html`<askwell-article-view
        exportparts="article,feedback,feedback-yes,feedback-no,toast"
        .messages=${this.settings.messages}
        .server=${this.#help}
        .entry=${entry}
        .related=${this.#search.related(entry)}
        .language=${foreignLanguage(this.#search.locale, this.settings)}
        .link=${deepLink(`article:${entry.id}`)}
        lang=${this.#search.locale ?? nothing}
        @voted=${this.#onVoted}
        @entry-chosen=${(event: EntryChosenEvent) => void this.#read(event.entry)}
      ></askwell-article-view>
      ${unhappy ? html`<div class="after">${this.#renderForm()}</div>` : null}`
  }

  #renderForm() {
    const { messages } = this.settings
    return html`<askwell-ask-form
      exportparts="ask-form,ask-submit"
      .messages=${messages}
      .text=${this.text.trim()}
      .suggested=${this.#suggested}
      @question-left=${this.#onQuestionLeft}
      @draft-changed=${this.#onDraftChanged}
      @entry-chosen=${this.#onEntryChosen}
      ><slot name="consent" slot="consent">${messages.privacyNote}</slot></askwell-ask-form
    >`
  }

  /** What may answer the question that is being written. */
  get #suggested() {
    const { found } = this.#search
    if (this.#view.name !== 'ask' || !this.draft || !found || found.confidence === 'none') return []
    return found.rows.slice(0, 3)
  }

  #renderYours() {
    const { yours, outbox } = this.#asking ?? {}
    if (!yours || !outbox) return null
    return this.#notes?.yourQuestions(this.settings.messages, yours.list, (id) => outbox.has(id), this.#read)
  }

  #renderSent(sent: Notes.Sent) {
    const { messages: t } = this.settings
    return html`<div class="sent">
      ${this.#notes?.sentNote(t, sent, this.#asking?.outbox.busySeconds ?? 0)}
      ${this.#notes?.similarAnswers(t, this.#search.found?.rows ?? [], this.#read)}
      <button class="quiet" @click=${this.#onSearchAgain}>${t.searchAgain}</button>
    </div>`
  }

  #onQueryChanged({ query }: QueryChangedEvent): void {
    const words = this.settings.transformQuery?.(query) ?? query
    if (!isSameTyping(words, this.text)) this.#asking?.trail.leave()
    this.text = words
  }

  /** A pause: whether there is an answer is known only now. */
  readonly #onSettled = async (): Promise<void> => {
    const confidence = await this.#search.settle()
    if (!confidence) return
    const query = this.text.trim()
    const { locale = '', took: ms, found } = this.#search
    this.dispatchEvent(new SearchEvent({ query, locale, count: found?.rows.length ?? 0, ms, outcome: confidence }))
    if (confidence !== 'answered') {
      this.dispatchEvent(new NoAnswerEvent(query, confidence === 'none' ? 'no_result' : 'weak_result'))
    }
    if (confidence === 'none') {
      const question = this.#question('no_result')
      void this.#readyToAsk().then(({ trail }) => trail.hold(question), noNetwork)
    } else this.#asking?.trail.drop()
  }

  /** The words before were a slip: they are no question of their own. */
  #onSuggestionChosen({ query }: SuggestionChosenEvent): void {
    this.#asking?.trail.drop()
    this.text = query
    void this.#onSettled()
  }

  readonly #onEntryChosen = ({ entry, rank }: EntryChosenEvent): void => {
    this.#asking?.trail.drop()
    this.dispatchEvent(new ResultClickEvent(entry.id, rank))
    void this.#read(entry)
  }

  /** What shows answers is loaded with the first of them. */
  readonly #read = async (entry: PackEntry): Promise<void> => {
    try {
      await importAgain(() => import('./article-view.ts'))
      this.#show({ name: 'article', entry })
      this.#asking?.yours.see(entry.id)
      this.dispatchEvent(new ArticleViewEvent(entry.id))
    } catch {
      this.#show({ name: 'unreachable', id: entry.id, title: entry.question }) // no network, and never read before
    }
  }

  readonly #showForm = async (): Promise<void> => {
    await this.#readyToAsk().catch(() => this.dispatchEvent(new FaultEvent('network', true)))
    this.draft = this.text
    this.#show({ name: 'ask' })
  }

  #onDraftChanged({ text }: DraftChangedEvent): void {
    this.draft = text
  }

  #onVoted({ helpful, reason, detail }: VotedEvent): void {
    if (this.#view.name !== 'article') return
    const { entry } = this.#view
    const text = this.text.trim() || entry.question
    const question = { ...this.#question(helpful ? 'answered' : 'bad_answer'), text, entryId: entry.id }
    const said = { ...(reason && { reason }), ...(detail && { detail }) }
    void this.#readyToAsk().then(({ outbox, trail }) => {
      if (helpful) void outbox.add(question)
      else trail.hold({ ...question, ...said, seen: [entry.id] })
    }, noNetwork)
    this.dispatchEvent(new FeedbackEvent(entry.id, helpful, reason))
    if (helpful) return
    this.view = { name: 'article', entry, unhappy: reason ?? 'asked' }
  }

  async #onQuestionLeft({ text, detail, email }: QuestionLeftEvent): Promise<void> {
    const shown = this.#search.missed ? [] : (this.#search.found?.rows ?? [])
    const seen = new Set(shown.map(({ entry }) => entry.id))
    if (this.#view.name === 'article') seen.add(this.#view.entry.id)
    this.#asking?.trail.drop() // what was held is said in full now
    const more = { ...(email && { email }), ...(detail && { detail }) }
    const { outbox, yours } = await this.#readyToAsk()
    const kept = await outbox.add({ ...this.#question('asked'), text, seen: [...seen].slice(0, 20), ...more })
    if (!kept) return this.home() // the page has taken it on itself
    yours.add(kept.id, text)
    if (kept.arrived) this.dispatchEvent(new QuestionSentEvent(kept.id))
    this.#show({ name: 'sent', id: kept.id, email, arrived: kept.arrived })
  }

  #onSearchAgain(): void {
    this.text = this.draft = ''
    this.#show({ name: 'search' })
  }

  #onBack(): void {
    this.#asking?.trail.leave()
    this.#show(this.start)
  }

  #onClose(): void {
    this.dispatchEvent(new PanelClosedEvent())
  }

  #show(view: View): void {
    if (this.#view.name === 'search' && this.main) this.#scroll = this.main.scrollTop
    this.view = view
    void this.updateComplete.then(() => {
      if (this.main) this.main.scrollTop = view.name === 'search' ? this.#scroll : 0
      if (this.isConnected && this.checkVisibility()) this.focus()
    })
  }

  #beforeSending(question: NewQuestion): NewQuestion | undefined {
    const event = new BeforeSendEvent(question, this.settings.context)
    return this.dispatchEvent(event) ? event.question : undefined
  }

  #question(outcome: NewQuestion['outcome']): NewQuestion {
    return {
      text: this.text.trim(),
      locale: this.#search.locale ?? this.settings.languages[0] ?? 'en',
      outcome,
      page: location.pathname.slice(0, PAGE_LENGTH),
    }
  }
}

/** What asking needs could not be loaded, and nothing can be told about it. */
function noNetwork(): void {}

if (!customElements.get('askwell-panel')) customElements.define('askwell-panel', AskwellPanel)

declare global {
  interface HTMLElementTagNameMap {
    'askwell-panel': AskwellPanel
  }
}
