import { css, html, LitElement, type PropertyValues } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import { EMAIL_LENGTH, FEEDBACK_LENGTH, QUESTION_LENGTH } from '../shared/limits.ts'
import type { Row } from './found.ts'
import { icon } from './icons.ts'
import type { Messages } from './messages.ts'
import { EntryChosenEvent } from './search-view.ts'
import { buttons, theme } from './theme.ts'

/** The visitor leaves a question. */
export class QuestionLeftEvent extends Event {
  readonly text: string
  readonly detail: string
  readonly email: string | undefined

  constructor(text: string, detail: string, email: string | undefined) {
    super('question-left', { bubbles: true })
    this.text = text
    this.detail = detail
    this.email = email
  }
}

/** The visitor goes on writing the question. */
export class DraftChangedEvent extends Event {
  readonly text: string

  constructor(text: string) {
    super('draft-changed', { bubbles: true })
    this.text = text
  }
}

/**
 * The form for a question that found no answer; what may answer it after all is shown as one writes.
 * @event {QuestionLeftEvent} question-left
 * @event {DraftChangedEvent} draft-changed
 * @event {EntryChosenEvent} entry-chosen - One of the suggested answers.
 */
export class AskForm extends LitElement {
  static override styles = [
    theme,
    buttons,
    css`
      form {
        display: grid;
        gap: 16px;
      }

      label {
        display: block;
        font: var(--strong);
        margin-block-end: 6px;
      }

      input {
        inline-size: 100%;
        padding: 10px 12px;
        border: 1px solid color-mix(in oklab, var(--muted) 70%, var(--bg));
        border-radius: var(--radius);
        background: var(--bg);
      }

      #question {
        min-block-size: 88px;
      }

      [aria-invalid='true'] {
        border-color: var(--bad);
      }

      .hint,
      .fault {
        font: var(--small);
        color: var(--muted);
        margin-block-start: 4px;
      }

      .fault {
        color: var(--bad);
      }

      .trap {
        position: absolute;
        inset-inline-start: -9999px;
      }

      .maybe {
        padding: 12px 12px 4px;
        border-radius: 12px;
        background: var(--sunk);
      }

      .maybe h3 {
        font: var(--small);
        font-weight: 600;
        color: var(--muted);
        padding-inline: 4px;
      }

      .maybe button {
        unicode-bidi: plaintext;
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        inline-size: 100%;
        min-block-size: 44px;
        padding: 8px 4px;
        border: 0;
        border-radius: 8px;
        background: none;
        text-align: start;
        color: var(--accent);
      }

      .maybe button:hover {
        text-decoration: underline;
        text-underline-offset: 3px;
      }

      .maybe svg {
        flex: none;
        color: var(--muted);
      }
    `,
  ]

  @property({ attribute: false }) messages!: Messages
  /** What the form begins with; follows the search until the visitor edits it. */
  @property() text = ''
  /** What may answer the question as it is written now. */
  @property({ attribute: false }) suggested: readonly Row[] = []

  @state() private questionFault = ''
  @state() private emailFault = ''
  #edited = false

  @query('#question') private question!: HTMLTextAreaElement
  @query('#more') private more!: HTMLTextAreaElement
  @query('#email') private email!: HTMLInputElement
  @query('.trap input') private trap!: HTMLInputElement

  override render() {
    const t = this.messages
    return html`<form part="ask-form" novalidate @submit=${this.#onSubmit}>
      <div>
        <label for="question">${t.question}</label>
        <textarea
          id="question"
          dir="auto"
          maxlength=${QUESTION_LENGTH}
          aria-invalid=${this.questionFault ? 'true' : 'false'}
          aria-describedby="question-fault"
          @input=${this.#onEdit}
        ></textarea>
        <p class="fault" id="question-fault" role="alert">${this.questionFault}</p>
      </div>
      ${this.#edited && this.suggested.length > 0 ? this.#renderSuggested() : null}
      <div>
        <label for="more">${t.detail}</label>
        <textarea id="more" rows="2" maxlength=${FEEDBACK_LENGTH}></textarea>
      </div>
      <div>
        <label for="email">${t.email}</label>
        <input
          id="email"
          dir="ltr"
          type="email"
          autocomplete="email"
          maxlength=${EMAIL_LENGTH}
          aria-invalid=${this.emailFault ? 'true' : 'false'}
          aria-describedby="email-hint email-fault"
        />
        <p class="fault" id="email-fault" role="alert">${this.emailFault}</p>
        <p class="hint" id="email-hint"><slot name="consent">${t.privacyNote}</slot></p>
      </div>
      <div class="trap" aria-hidden="true"><input name="website" tabindex="-1" autocomplete="off" /></div>
      <button class="primary" part="ask-submit" type="submit">${t.send}</button>
    </form>`
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('text') && !this.#edited) this.question.value = this.text.slice(0, QUESTION_LENGTH)
  }

  override focus(): void {
    this.question.focus()
  }

  #renderSuggested() {
    return html`<section class="maybe" aria-labelledby="maybe" aria-live="polite">
      <h3 id="maybe">${this.messages.maybeThese}</h3>
      ${this.suggested.map(
        ({ entry }) =>
          html`<button type="button" @click=${() => this.dispatchEvent(new EntryChosenEvent(entry))}>
            ${entry.question}${icon('next', 16)}
          </button>`,
      )}
    </section>`
  }

  #onEdit(event: Event): void {
    this.#edited = true
    this.questionFault = ''
    if (!(event instanceof InputEvent && event.isComposing)) {
      this.dispatchEvent(new DraftChangedEvent(this.question.value))
    }
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault()
    const text = this.question.value.trim()
    const email = this.email.value.trim()
    this.questionFault = text ? '' : this.messages.questionMissing
    this.emailFault = this.email.validity.valid ? '' : this.messages.emailWrong
    if (this.questionFault) this.question.focus()
    else if (this.emailFault) this.email.focus()
    else if (!this.trap.value) {
      // people don't see the trap; programs that fill in forms do
      this.dispatchEvent(new QuestionLeftEvent(text, this.more.value.trim(), email || undefined))
    }
  }
}

if (!customElements.get('askwell-ask-form')) customElements.define('askwell-ask-form', AskForm)

declare global {
  interface HTMLElementTagNameMap {
    'askwell-ask-form': AskForm
  }
}
