import { Task } from '@lit/task'
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { EntryText } from '../../shared/contract.ts'
import { MessagesController } from '../messages.ts'
import { base } from '../theme/styles.ts'
import { languageName } from '../time.ts'
import type { TextChangedEvent } from './askwell-markdown-editor.ts'
import './askwell-phrasings.ts'
import type { ListChangedEvent } from './askwell-phrasings.ts'
import './askwell-tags.ts'
import { problemNotice } from './problem-notice.ts'

/** The agent changed some of the text. */
export class EntryEditedEvent extends Event {
  readonly change: Partial<EntryText>

  constructor(change: Partial<EntryText>) {
    super('entry-edited', { bubbles: true, composed: true })
    this.change = change
  }
}

/**
 * @summary The fields of an entry.
 * @event entry-edited
 */
@customElement('askwell-entry-form')
export class AskwellEntryForm extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--space-5);
      }
      .question::part(input) {
        font-size: var(--text-l);
        font-weight: var(--weight-medium);
      }
      .label {
        margin-block-end: var(--space-2);
        font-weight: var(--weight-medium);
        line-height: var(--leading-tight);
      }
      .loading {
        display: grid;
        place-items: center;
        min-block-size: 15rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        color: var(--ink-muted);
      }
      wa-select {
        inline-size: min(16rem, 100%);
      }
    `,
  ]

  @property({ attribute: false }) text: EntryText | undefined
  /** The languages that the site has. */
  @property({ attribute: false }) locales: readonly string[] = []
  @property({ type: Boolean }) readonly = false

  readonly #messages = new MessagesController(this)
  readonly #editor = new Task(this, { args: () => [], task: () => import('./askwell-markdown-editor.ts') })

  override render() {
    const { text } = this
    if (!text) return nothing
    const t = this.#messages.texts.editor
    return html`
      <wa-input
        class="question"
        label=${t.question}
        hint=${t.questionHint}
        maxlength="500"
        required
        lang=${text.locale}
        .value=${text.question}
        ?readonly=${this.readonly}
        @input=${(event: Event) => this.#edit({ question: (event.target as HTMLInputElement).value })}
      ></wa-input>
      <div>
        <p class="label" aria-hidden="true">${t.answer}</p>
        ${this.#answer(text)}
      </div>
      <askwell-phrasings
        .values=${text.phrasings}
        .contentLang=${text.locale}
        .readonly=${this.readonly}
        @list-changed=${(event: ListChangedEvent) => this.#edit({ phrasings: [...event.values] })}
      ></askwell-phrasings>
      <askwell-tags
        .values=${text.tags}
        .readonly=${this.readonly}
        @list-changed=${(event: ListChangedEvent) => this.#edit({ tags: [...event.values] })}
      ></askwell-tags>
      ${this.#locale(text.locale)}
    `
  }

  #answer({ answer, locale }: EntryText) {
    const { texts } = this.#messages
    return this.#editor.render({
      pending: () => html`<div class="loading">${texts.editor.loadingEditor}</div>`,
      error: (error) => problemNotice(error, texts, () => void this.#editor.run()),
      complete: () =>
        html`<askwell-markdown-editor
          .label=${texts.editor.answer}
          .value=${answer}
          .contentLang=${locale}
          .readonly=${this.readonly}
          @text-changed=${(event: TextChangedEvent) => this.#edit({ answer: event.text })}
        ></askwell-markdown-editor>`,
    })
  }

  #locale(locale: string) {
    const { texts } = this.#messages
    return html`<wa-select
      label=${texts.editor.locale}
      .value=${locale}
      ?disabled=${this.readonly}
      @change=${(event: Event) => this.#edit({ locale: (event.target as HTMLSelectElement).value })}
    >
      ${this.locales.map((known) => html`<wa-option value=${known}>${languageName(known, texts.tag)}</wa-option>`)}
    </wa-select>`
  }

  #edit(change: Partial<EntryText>): void {
    this.dispatchEvent(new EntryEditedEvent(change))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'askwell-entry-form': AskwellEntryForm
  }
  interface HTMLElementEventMap {
    'entry-edited': EntryEditedEvent
  }
}
