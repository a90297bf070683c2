import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import { QUESTION_LENGTH } from '../shared/limits.ts'
import type { PackEntry } from '../shared/pack.ts'
import type { Found, Row } from './found.ts'
import { icon } from './icons.ts'
import { markedText } from './marked-text.ts'
import type { Messages } from './messages.ts'
import { searchStyle } from './search-style.ts'
import { buttons, theme } from './theme.ts'

/** The visitor typed. */
export class QueryChangedEvent extends Event {
  readonly query: string

  constructor(query: string) {
    super('query-changed', { bubbles: true })
    this.query = query
  }
}

/** The visitor paused. */
export class QuerySettledEvent extends Event {
  constructor() {
    super('query-settled', { bubbles: true })
  }
}

/** The visitor opens an answer. */
export class EntryChosenEvent extends Event {
  readonly entry: PackEntry

  constructor(entry: PackEntry) {
    super('entry-chosen', { bubbles: true })
    this.entry = entry
  }
}

/** The visitor meant these words instead. */
export class SuggestionChosenEvent extends Event {
  readonly query: string

  constructor(query: string) {
    super('suggestion-chosen', { bubbles: true })
    this.query = query
  }
}

/** None of the answers is the right one. */
export class AskChosenEvent extends Event {
  constructor() {
    super('ask-chosen', { bubbles: true })
  }
}

/** Milliseconds without a key press that count as a pause. */
const PAUSE = 800

/**
 * @summary The search box and what it found (combobox with a list, ARIA Authoring Practices).
 * @slot no-answer - Shown below the words that found nothing.
 * @event {QueryChangedEvent} query-changed
 * @event {QuerySettledEvent} query-settled
 * @event {EntryChosenEvent} entry-chosen
 * @event {SuggestionChosenEvent} suggestion-chosen
 * @event {AskChosenEvent} ask-chosen
 */
export class AskwellSearch extends LitElement {
  static override styles = [theme, buttons, searchStyle]

  @property({ attribute: false }) messages!: Messages
  @property() text = ''
  /** What the words found; undefined while there is nothing to search in. */
  @property({ attribute: false }) found: Found | undefined
  /** Entries to begin with, until there are words that found something. */
  @property({ attribute: false }) first: readonly Row[] = []
  /** The newest knowledge has nothing: say so. Before that, an unfinished word may still find something. */
  @property({ type: Boolean }) missed = false
  /** What was found is for earlier words. */
  @property({ type: Boolean }) pending = false

  /** Place in the list, or -1. */
  @state() private active = -1
  #pause: ReturnType<typeof setTimeout> | undefined

  @query('input') private input!: HTMLInputElement

  override firstUpdated(): void {
    this.renderRoot.addEventListener('click', this.#onClick)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#pause)
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('text') || this.#isMissed) this.active = -1
    else if (changed.has('found') && this.active >= 0) this.#keepActive(changed.get('found')?.rows ?? [])
  }

  override render() {
    const t = this.messages
    return html`<div class="box">
        <div class="field">
          ${icon('search')}
          <input
            type="text"
            role="combobox"
            aria-label=${t.search}
            aria-autocomplete="list"
            aria-expanded=${this.#options.length > 0 ? 'true' : 'false'}
            aria-controls="list"
            aria-activedescendant=${this.active >= 0 ? `option-${this.active}` : nothing}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            enterkeyhint="search"
            maxlength=${QUESTION_LENGTH}
            placeholder=${t.placeholder}
            .value=${this.text}
            @input=${this.#onInput}
            @compositionend=${this.#onInput}
            @keydown=${this.#onKeyDown}
          />
          <button class="icon" aria-label=${t.clear} ?hidden=${!this.text} @click=${this.#onClear}>
            ${icon('close', 18)}
          </button>
        </div>
      </div>
      <p class="unseen" role="status">${this.#status}</p>
      <p class="unseen" role="status">${this.#suggestion && t.didYouMean(this.#suggestion)}</p>
      ${this.#renderFound()}`
  }

  override focus(): void {
    this.input.focus()
  }

  /** undefined: no words, or nothing was found for them yet. */
  get #answered(): Found | undefined {
    return this.text.trim() ? this.found : undefined
  }

  get #rows(): readonly Row[] {
    return this.#answered ? this.#answered.rows : this.first
  }

  get #suggestion(): string | undefined {
    return this.#answered?.suggestion
  }

  get #isMissed(): boolean {
    return this.missed && this.text.trim() !== ''
  }

  /** What the arrow keys walk through: the entries, then the row that asks. */
  get #options(): readonly (Row | 'ask')[] {
    return this.#isMissed ? [] : [...this.#rows, 'ask']
  }

  get #status(): string {
    if (!this.#answered || this.pending) return ''
    return this.missed ? this.messages.noAnswer(this.text.trim()) : this.messages.results(this.#rows.length)
  }

  #renderFound() {
    const t = this.messages
    if (this.#isMissed) {
      const typed = this.text.trim()
      return html`${this.#suggestion ? this.#renderCaption() : null}
        <div class="nothing">
          <h2>${t.noAnswer(typed)}</h2>
          <p>${t.noAnswerHint}</p>
        </div>
        <slot name="no-answer"></slot>
        <div id="list" role="listbox" aria-label=${t.answers} hidden></div>`
    }
    return html`${this.#renderCaption()}
      <ul
        id="list"
        role="listbox"
        aria-label=${this.#answered ? t.answers : t.startHere}
        aria-busy=${this.pending ? 'true' : 'false'}
      >
        ${this.#options.map((option, i) => (option === 'ask' ? this.#renderAsk(i) : this.#renderEntry(option, i)))}
      </ul>`
  }

  /** One line that is always there, so that no row moves when it has something else to say. */
  #renderCaption() {
    const t = this.messages
    const suggestion = this.#suggestion
    if (suggestion) {
      const question = t.didYouMean(suggestion)
      const start = question.lastIndexOf(suggestion)
      return html`<button class="caption suggestion" @click=${() => this.#onSuggestion(suggestion)}>
        ${markedText(question, [[start, start + suggestion.length]])}
      </button>`
    }
    const { confidence, isThorough } = this.#answered ?? {}
    if (confidence === 'weak' && isThorough) return html`<p class="caption note">${t.unsure}</p>`
    if (this.#rows.length === 0) return html`<div class="caption"></div>`
    return html`<h3 class="caption">${this.#answered ? t.answers : t.startHere}</h3>`
  }

  #renderEntry({ entry, marks, passage }: Row, i: number) {
    return html`<li id="option-${i}" role="option" aria-selected=${i === this.active}>
      <span class="question">${markedText(entry.question, marks)}</span>
      ${
        passage
          ? html`<span class="passage" ?data-empty=${!passage.text}>${markedText(passage.text, passage.marks)}</span>`
          : null
      }
      ${icon('next', 16)}
    </li>`
  }

  #renderAsk(i: number) {
    const t = this.messages
    return html`<li id="option-${i}" class="ask" role="option" aria-selected=${i === this.active}>
      <span class="question">${this.#answered && this.#rows.length > 0 ? t.noneOfThese : t.askUs}</span>
      ${icon('ask', 18)}
    </li>`
  }

  /** A better list may come while the arrow keys walk through it. */
  #keepActive(before: readonly Row[]): void {
    const active = before[this.active]?.entry.id
    this.active = active ? this.#rows.findIndex(({ entry }) => entry.id === active) : this.#rows.length
  }

  /** While an input method composes, the text is not yet what the visitor means. */
  #onInput(event: Event): void {
    if (event instanceof InputEvent && event.isComposing) return
    clearTimeout(this.#pause)
    if (this.input.value === this.text) return
    this.dispatchEvent(new QueryChangedEvent(this.input.value))
    this.#pause = setTimeout(() => this.#settle(), PAUSE)
  }

  #settle(): void {
    clearTimeout(this.#pause)
    this.dispatchEvent(new QuerySettledEvent())
  }

  #onSuggestion(query: string): void {
    clearTimeout(this.#pause)
    this.dispatchEvent(new SuggestionChosenEvent(query))
    this.focus()
  }

  #onClear(): void {
    this.input.value = ''
    clearTimeout(this.#pause)
    this.dispatchEvent(new QueryChangedEvent(''))
    this.focus()
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return
    const last = this.#options.length - 1
    const moves: Record<string, number> = {
      ArrowDown: this.active < last ? this.active + 1 : 0,
      ArrowUp: this.active > 0 ? this.active - 1 : last,
    }
    const to = moves[event.key]
    if (to !== undefined && last >= 0) {
      event.preventDefault()
      this.active = to
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }),
      )
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (this.active >= 0) this.#choose(this.active)
      else if (this.#answered && !this.pending && this.#options.length > 1) this.#choose(0)
      else if (this.text.trim()) this.#settle()
    } else if (event.key === 'Escape' && this.text) {
      event.stopPropagation() // the first Escape clears, the next closes
      this.#onClear()
    }
  }

  /** Options are chosen by the keys of the search box, or by pointing at them. */
  readonly #onClick = (event: Event): void => {
    const option = event.target instanceof Element ? event.target.closest('[role=option]') : null
    if (option) this.#choose([...this.renderRoot.querySelectorAll('[role=option]')].indexOf(option))
  }

  #choose(i: number): void {
    clearTimeout(this.#pause)
    const option = this.#options[i]
    if (option === 'ask') this.dispatchEvent(new AskChosenEvent())
    else if (option) this.dispatchEvent(new EntryChosenEvent(option.entry))
  }
}

if (!customElements.get('askwell-search')) customElements.define('askwell-search', AskwellSearch)

declare global {
  interface HTMLElementTagNameMap {
    'askwell-search': AskwellSearch
  }
}
