import { html, LitElement, nothing, type PropertyValues, unsafeCSS } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import type { PackEntry } from '../shared/pack.ts'
import { isSameTyping } from '../shared/text.ts'
import type { QuestionLeftEvent } from './askwell-ask.ts'
import './askwell-ask.ts'
import type { VotedEvent } from './askwell-article.ts'
import type { EntryChosenEvent, QueryChangedEvent, SuggestionChosenEvent } from './askwell-search.ts'
import './askwell-search.ts'
import { helpServer, type HelpServer } from './help-server.ts'
import { icon } from './icons.ts'
import { bubble, launcherCss } from './launcher.ts'
import { interfaceLanguage, type Messages, messagesFor } from './messages.ts'
import { memoryQuestions, type NewQuestion, OutboxController, type QuestionStore, storedQuestions } from './outbox.ts'
import { panel } from './panel-style.ts'
import { SearchController } from './searching.ts'
import { buttons, theme } from './theme.ts'
import { TrailController } from './trail.ts'

type View =
  | { readonly name: 'search' }
  | { readonly name: 'article'; readonly entry: PackEntry; readonly askToo?: boolean }
  | { readonly name: 'unreachable'; readonly entry: PackEntry }
  | { readonly name: 'ask' }
  | { readonly name: 'sent'; readonly arrived: boolean }

const PHONE = '(max-width: 480px)'

/**
 * @summary The help button and its panel: search, read, ask.
 * @csspart launcher - The button in the corner.
 * @csspart panel - The panel that it opens.
 * @cssproperty --askwell-accent - Colour of buttons and links.
 * @cssproperty --askwell-accent-contrast - Text on that colour.
 * @cssproperty --askwell-bg, --askwell-fg, --askwell-muted, --askwell-border - Colours of the panel.
 * @cssproperty --askwell-font - Font family.
 * @cssproperty --askwell-radius - Roundness of buttons and fields.
 * @cssproperty --askwell-z-index - Where it stands on the page.
 */
export class AskwellWidget extends LitElement {
  static override styles = [
    unsafeCSS(launcherCss), // first: it resets the host
    theme,
    buttons,
    panel,
  ]

  /** Public key of the site. */
  @property() site = ''
  /** Where the help server is, without a slash at the end. */
  @property() server = ''
  /** Language of the visitor (BCP 47); that of the page, else of the browser, if absent. */
  @property() locale = ''
  /** `none`: nothing is kept in the browser; questions that can't be sent are lost with the page. */
  @property() storage: 'all' | 'none' = 'all'
  /** Never takes the focus by itself: somebody is typing elsewhere, as beside a preview. */
  @property({ type: Boolean }) quiet = false
  /** Whether the panel is open. */
  @property({ type: Boolean, reflect: true, attribute: 'panel-open' }) panelOpen = false

  @state() private text = ''
  @state() private view: View = { name: 'search' }

  readonly #search = new SearchController(this, {
    server: () => this.#help,
    locale: () => this.#locale,
    text: () => this.text,
  })
  readonly #outbox = new OutboxController(
    this,
    () => this.#help,
    () => this.#store,
  )
  readonly #trail = new TrailController(this, (question) => void this.#outbox.add(question))
  #help!: HelpServer
  #store: QuestionStore = memoryQuestions()

  @query('dialog') private dialog!: HTMLDialogElement
  @query('.launcher') private launcher!: HTMLButtonElement

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    this.shadowRoot?.replaceChildren() // the loader's button was there before
    return super.createRenderRoot()
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('server') || changed.has('site')) this.#help = helpServer(this.server, this.site)
    if (changed.has('storage') || changed.has('site')) {
      this.#store = this.storage === 'none' ? memoryQuestions() : storedQuestions(this.site)
    }
  }

  override render() {
    if (this.#search.state === 'blocked') return nothing // the console says why; visitors see nothing
    const t = this.#messages
    return html`<button
        class="launcher"
        part="launcher"
        type="button"
        aria-label=${this.panelOpen ? t.close : t.help}
        aria-expanded=${this.panelOpen ? 'true' : 'false'}
        @click=${() => (this.panelOpen ? this.close() : this.open())}
      >
        ${this.panelOpen ? icon('close', 26) : this.#renderBubble()}
      </button>
      <dialog
        part="panel"
        aria-label=${t.help}
        lang=${interfaceLanguage(this.#languages)}
        @keydown=${this.#onKeyDown}
        @close=${this.#onClosed}
      >
        ${this.panelOpen ? this.#renderPanel() : nothing}
      </dialog>`
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('panelOpen') || !this.dialog) return
    if (this.panelOpen && !this.dialog.open) {
      if (this.quiet)
        this.dialog.setAttribute('open', '') // show() would take the focus
      else if (matchMedia(PHONE).matches) this.dialog.showModal()
      else this.dialog.show()
      this.#focusView()
    } else if (!this.panelOpen && this.dialog.open) {
      this.dialog.close()
    }
  }

  /** Opens the panel. */
  open(): void {
    this.panelOpen = true
    void this.#search.look()
  }

  /** Closes the panel; what was typed is there again when it opens. */
  close(): void {
    this.panelOpen = false
  }

  /** Opens the panel and searches. */
  search(text = ''): void {
    this.#show({ name: 'search' })
    this.text = text
    this.open()
    void this.#onSettled()
  }

  /** Opens the form, with these words in it. */
  ask(text = ''): void {
    this.text = text
    this.#show({ name: 'ask' })
    this.open()
  }

  #renderBubble() {
    return html`<svg viewBox="0 0 24 24" width="26" height="26" fill="none" aria-hidden="true">
      <path d=${bubble} stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" />
    </svg>`
  }

  #renderPanel() {
    const t = this.#messages
    const title = this.view.name === 'ask' ? t.askTitle : this.view.name === 'search' ? t.title : ''
    return html`<header>
        ${
          this.view.name === 'search'
            ? null
            : html`<button class="icon back" aria-label=${t.back} @click=${this.#onBack}>${icon('back')}</button>`
        }
        ${title ? html`<h2>${title}</h2>` : html`<span></span>`}
        <button class="icon" aria-label=${t.close} @click=${() => this.close()}>${icon('close')}</button>
      </header>
      ${this.#renderStrip()}
      <main>${this.#renderView()}</main>`
  }

  #renderStrip() {
    const t = this.#messages
    const state = this.#search.state
    if (state !== 'stale' && state !== 'failed') return null
    return html`<div class="strip" role="status">
      <span>${state === 'stale' ? t.offline : t.failed}</span>
      <button class="quiet" @click=${() => void this.#search.look()}>${t.retry}</button>
    </div>`
  }

  #renderView() {
    switch (this.view.name) {
      case 'search':
        return this.#renderSearch()
      case 'article':
        return this.#renderArticle(this.view.entry, this.view.askToo ?? false)
      case 'unreachable':
        return this.#renderUnreachable(this.view.entry)
      case 'ask':
        return html`<p class="intro">${this.#messages.askHint}</p>
          ${this.#renderAsk()}`
      case 'sent':
        return this.#renderSent(this.view.arrived)
    }
  }

  #renderSearch() {
    return html`<askwell-search
        .messages=${this.#messages}
        .text=${this.text}
        .found=${this.#search.found}
        .first=${this.#search.first}
        .missed=${this.#search.missed}
        .pending=${this.#search.pending}
        @query-changed=${this.#onQueryChanged}
        @query-settled=${this.#onSettled}
        @entry-chosen=${this.#onEntryChosen}
        @suggestion-chosen=${this.#onSuggestionChosen}
        @ask-chosen=${this.#onAskChosen}
      >
        ${this.#search.missed ? html`<div slot="no-answer">${this.#renderAsk()}</div>` : null}
      </askwell-search>
      ${this.#search.state === 'loading' ? [1, 2, 3].map(() => html`<div class="skeleton"></div>`) : null}`
  }

  #renderArticle(entry: PackEntry, askToo: boolean) {
    return html`<askwell-article
        .messages=${this.#messages}
        .server=${this.#help}
        .entry=${entry}
        lang=${this.#search.locale ?? nothing}
        @voted=${this.#onVoted}
      ></askwell-article>
      ${askToo ? this.#renderAsk('after') : null}`
  }

  #renderUnreachable(entry: PackEntry) {
    const t = this.#messages
    return html`<div class="sent">
      <h3>${entry.question}</h3>
      <p role="alert">${t.answerFailed}</p>
      <button class="quiet" @click=${() => void this.#read(entry)}>${t.retry}</button>
    </div>`
  }

  #renderAsk(where = '') {
    return html`<askwell-ask
      class=${where}
      .messages=${this.#messages}
      .text=${this.text.trim()}
      @question-left=${this.#onQuestionLeft}
    ></askwell-ask>`
  }

  #renderSent(arrived: boolean) {
    const t = this.#messages
    return html`<div class="sent" role="status">
      <span class="mark">${icon(arrived ? 'done' : 'clock', 26)}</span>
      <h3>${arrived ? t.sentTitle : t.waitingTitle}</h3>
      <p>${arrived ? t.sentText : t.waitingText}</p>
      <button class="quiet" @click=${this.#onSearchAgain}>${t.searchAgain}</button>
    </div>`
  }

  #onQueryChanged({ query }: QueryChangedEvent): void {
    if (!isSameTyping(query, this.text)) this.#trail.leave()
    this.text = query
  }

  /** A pause: whether there is an answer is known only now. */
  readonly #onSettled = async (): Promise<void> => {
    const confidence = await this.#search.settle()
    if (confidence === 'none') this.#trail.hold(this.#question('no_result'))
    else if (confidence) this.#trail.drop()
  }

  /** The words before were a slip: they are no question of their own. */
  #onSuggestionChosen({ query }: SuggestionChosenEvent): void {
    this.#trail.drop()
    this.text = query
    void this.#onSettled()
  }

  #onEntryChosen({ entry }: EntryChosenEvent): void {
    this.#trail.drop()
    void this.#read(entry)
  }

  /** What shows answers is loaded with the first of them. */
  async #read(entry: PackEntry): Promise<void> {
    try {
      await import('./askwell-article.ts')
      this.#show({ name: 'article', entry })
    } catch {
      this.#show({ name: 'unreachable', entry }) // no network, and never read before
    }
  }

  #onAskChosen(): void {
    this.#show({ name: 'ask' })
  }

  #onVoted({ helpful }: VotedEvent): void {
    if (this.view.name !== 'article') return
    const { entry } = this.view
    const text = this.text.trim() || entry.question
    const question = { ...this.#question(helpful ? 'answered' : 'bad_answer'), text, entryId: entry.id }
    if (helpful) void this.#outbox.add(question)
    else this.#trail.hold({ ...question, seen: [entry.id] })
    this.view = { ...this.view, askToo: !helpful }
  }

  #onQuestionLeft({ text, email }: QuestionLeftEvent): void {
    const shown = this.#search.missed ? [] : (this.#search.found?.rows ?? [])
    const seen = new Set(shown.map(({ entry }) => entry.id))
    if (this.view.name === 'article') seen.add(this.view.entry.id)
    this.#trail.drop() // what was held is said in full now
    const question = { ...this.#question('asked'), text, seen: [...seen], ...(email && { email }) }
    void this.#outbox.add(question).then((arrived) => this.#show({ name: 'sent', arrived }))
  }

  #onSearchAgain(): void {
    this.text = ''
    this.#show({ name: 'search' })
  }

  #onBack(): void {
    this.#trail.leave()
    this.#show({ name: 'search' })
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.isComposing) {
      event.preventDefault()
      this.close()
    }
  }

  /** Also when the system closes it: the back gesture of a phone. */
  #onClosed(): void {
    this.panelOpen = false
    this.#trail.leave()
    this.launcher?.focus()
  }

  #show(view: View): void {
    this.view = view
    void this.updateComplete.then(() => this.panelOpen && this.#focusView())
  }

  #focusView(): void {
    if (this.quiet) return
    const focused = this.renderRoot.querySelector<HTMLElement>(
      'askwell-search, askwell-article, askwell-ask, .sent .quiet',
    )
    if (focused instanceof LitElement) void focused.updateComplete.then(() => focused.focus())
    else focused?.focus()
  }

  #question(outcome: NewQuestion['outcome']): NewQuestion {
    return {
      text: this.text.trim(),
      locale: this.#search.locale ?? this.#locale,
      outcome,
      page: location.pathname,
    }
  }

  get #messages(): Messages {
    return messagesFor(this.#languages)
  }

  get #locale(): string {
    return this.#languages[0] ?? 'en'
  }

  get #languages(): readonly string[] {
    return [this.locale, document.documentElement.lang, ...navigator.languages].filter(Boolean)
  }
}

if (!customElements.get('askwell-widget')) customElements.define('askwell-widget', AskwellWidget)

declare global {
  interface HTMLElementTagNameMap {
    'askwell-widget': AskwellWidget
  }
}
