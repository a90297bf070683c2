import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import { QUESTION_LENGTH } from '../shared/limits.ts'
import type { PackEntry } from '../shared/pack.ts'
import type { Found, Row } from './found.ts'
import { icon } from './icons.ts'
import { markedText } from './marked-text.ts'
import type { Messages } from './messages.ts'
import { searchStyle } from './search-view-style.ts'
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

/** The visitor opens an answer; `rank` counts from 1. */
export class EntryChosenEvent extends Event {
  readonly entry: PackEntry
  readonly rank: number

  constructor(entry: PackEntry, rank = 1) {
    super('entry-chosen', { bubbles: true, composed: true })
    this.entry = entry
    this.rank = rank
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

/** Entries to begin with, under a heading. */
export interface Group {
  readonly title: string
  readonly rows: readonly Row[]
}

/** What a site draws of a result instead of its title and passage. */
export type RenderResult = (hit: { readonly id: string; readonly question: string; readonly rank: number }) => unknown

/** Milliseconds without a key press that count as a pause. */
const PAUSE = 800

/**
 * The search box and what it found (combobox with a list, ARIA Authoring Practices).
 * @event {QueryChangedEvent} query-changed
 * @event {QuerySettledEvent} query-settled
 * @event {EntryChosenEvent} entry-chosen
 * @event {SuggestionChosenEvent} suggestion-chosen
 * @event {AskChosenEvent} ask-chosen
 */
export class SearchView extends LitElement {
  static override styles = [theme, buttons, searchStyle]

  @property({ attribute: false }) messages!: Messages
  @property() text = ''
  /** What the words found; undefined while there is nothing to search in. */
  @property({ attribute: false }) found: Found | undefined
  /** Entries to begin with, until there are words that found something. */
  @property({ attribute: false }) groups: readonly Group[] = []
  /** The newest knowledge has nothing: say so. Before that, an unfinished word may still find something. */
  @property({ type: Boolean }) missed = false
  /** What was found is for earlier words. */
  @property({ type: Boolean }) pending = false
  /** Name of the language that the answers are in, if it is not the visitor's. */
  @property() language = ''
  @property({ attribute: false }) renderResult: RenderResult | undefined

  /** Place in the list, or -1. */
  @state() private active = -1
  #activeId: string | undefined
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
    else if (changed.has('found') && this.active >= 0) {
      // a better list may come while the arrow keys walk through it
      this.active = this.#options.findIndex((option) => idOf(option) === this.#activeId)
    }
  }

  override render() {
    const t = this.messages
    return html`<div class="box">
        <div class="field">
          ${icon('search')}
          <input
            part="search-input"
            type="text"
            role="combobox"
            aria-label=${t.search}
            aria-autocomplete="list"
            aria-expanded=${this.#options.length > 0 ? 'true' : 'false'}
            aria-controls="list"
            aria-activedescendant=${this.active >= 0 ? `option-${this.active}` : nothing}
            dir="auto"
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
          <button class="icon" part="clear" aria-label=${t.clear} ?hidden=${!this.text} @click=${this.#onClear}>
            ${icon('close', 18)}
          </button>
        </div>
      </div>
      <p class="unseen" role="status">${this.#status}</p>
      <p class="unseen" role="status">${this.#suggestion && t.didYouMean(this.#suggestion)}</p>
      ${this.#isMissed ? this.#renderMissed() : this.#renderList()}`
  }

  override focus(): void {
    this.input.focus()
  }

  /** undefined: no words, or nothing was found for them yet. */
  get #answered(): Found | undefined {
    return this.text.trim() ? this.found : undefined
  }

  get #groups(): readonly Group[] {
    return this.#answered ? [{ title: '', rows: this.#answered.rows }] : this.groups
  }

  get #rows(): readonly Row[] {
    return this.#groups.flatMap(({ rows }) => rows)
  }

  get #suggestion(): string | undefined {
    return this.#answered?.suggestion
  }

  get #isMissed(): boolean {
    return this.missed && this.text.trim() !== ''
  }

  get #isUnsure(): boolean {
    return this.#answered?.confidence === 'weak' && this.#answered.isThorough
  }

  /** What the arrow keys walk through: the entries, then the row that asks. */
  get #options(): readonly (Row | 'ask')[] {
    return this.#isMissed ? [] : [...this.#rows, 'ask']
  }

  get #status(): string {
    if (!this.#answered || this.pending) return ''
    return this.missed ? this.messages.noAnswer(this.text.trim()) : this.messages.results(this.#rows.length)
  }

  #renderMissed() {
    const t = this.messages
    return html`${this.#suggestion ? this.#renderCaption() : null}
      <div class="nothing">
        <h2>${t.noAnswer(this.text.trim())}</h2>
        <p>${t.noAnswerHint}</p>
      </div>
      <slot name="no-answer"></slot>
      <div id="list" role="listbox" aria-label=${t.answers} hidden></div>`
  }

  #renderList() {
    const t = this.messages
    let next = 0
    return html`${this.#answered || this.#rows.length === 0 ? this.#renderCaption() : null}
      <div
        id="list"
        part="results"
        role="listbox"
        aria-label=${this.#answered ? t.answers : t.startHere}
        aria-busy=${this.pending ? 'true' : 'false'}
      >
        ${this.#groups.map(({ title, rows }, g) => {
          const options = rows.map((row) => this.#renderEntry(row, next++))
          if (!title) return options
          return html`<div role="group" aria-labelledby="group-${g}">
            <div class="caption" id="group-${g}" role="presentation">${title}</div>
            ${options}
          </div>`
        })}
        ${this.#renderAsk(next)}
      </div>`
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
    if (this.#isUnsure) {
      return html`<p class="caption note">
        <span>${t.unsure} <button class="inline" @click=${this.#onAsk}>${t.askUs}</button></span>
      </p>`
    }
    return html`<div class="caption">${this.#answered && this.#rows.length > 0 ? t.answers : nothing}</div>`
  }

  #renderEntry({ entry, marks, passage }: Row, i: number) {
    const rank = i + 1
    const own = this.renderResult?.({ id: entry.id, question: entry.question, rank })
    const isTop = this.#answered?.top === true && rank === 1
    return html`<div
      id="option-${i}"
      part="result"
      role="option"
      class=${isTop ? 'top' : nothing}
      aria-selected=${i === this.active}
      data-rank=${rank}
    >
      ${
        own ??
        html`<span class="question" part="result-title"
            >${markedText(entry.question, marks)}${this.language ? html` <span class="chip">${this.language}</span>` : null}</span
          >
          ${
            passage
              ? html`<span class="passage" part="result-snippet" ?data-empty=${!passage.text}
                  >${markedText(passage.text, passage.marks)}</span
                >`
              : null
          }`
      }
      ${icon('next', 16)}
    </div>`
  }

  #renderAsk(i: number) {
    const t = this.messages
    return html`<div id="option-${i}" class="ask" role="option" aria-selected=${i === this.active}>
      <span class="question">${this.#answered && this.#rows.length > 0 ? t.noneOfThese : t.askUs}</span>
      ${icon('ask', 18)}
    </div>`
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
      this.#activeId = idOf(this.#options[to])
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }),
      )
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (this.active >= 0) this.#choose(this.active)
      else if (this.#answered && !this.pending && !this.#isUnsure && this.#rows.length > 0) this.#choose(0)
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

  #onAsk(): void {
    clearTimeout(this.#pause)
    this.dispatchEvent(new AskChosenEvent())
  }

  #choose(i: number): void {
    clearTimeout(this.#pause)
    const option = this.#options[i]
    if (option === 'ask') this.#onAsk()
    else if (option) this.dispatchEvent(new EntryChosenEvent(option.entry, i + 1))
  }
}

function idOf(option: Row | 'ask' | undefined): string | undefined {
  return option === 'ask' ? 'ask' : option?.entry.id
}

if (!customElements.get('askwell-search-view')) customElements.define('askwell-search-view', SearchView)

declare global {
  interface HTMLElementTagNameMap {
    'askwell-search-view': SearchView
  }
}
