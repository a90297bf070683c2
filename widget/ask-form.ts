import { css, html, LitElement, type PropertyValues } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import { EMAIL_LENGTH, QUESTION_LENGTH } from '../shared/limits.ts'
import type { Messages } from './messages.ts'
import { buttons, theme } from './theme.ts'

/** The visitor leaves a question. */
export class QuestionLeftEvent extends Event {
  readonly text: string
  readonly email: string | undefined

  constructor(text: string, email: string | undefined) {
    super('question-left', { bubbles: true })
    this.text = text
    this.email = email
  }
}

/**
 * @summary The form for a question that found no answer.
 * @event {QuestionLeftEvent} question-left
 */
export class AskwellAsk extends LitElement {
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

      textarea,
      input {
        inline-size: 100%;
        padding: 10px 12px;
        border: 1px solid color-mix(in oklab, var(--muted) 70%, var(--bg));
        border-radius: var(--radius);
        background: var(--bg);
        color: var(--fg);
        font: 400 16px/1.5 var(--font); /* smaller, and phones zoom in */
      }

      textarea {
        min-block-size: 96px;
        resize: vertical;
      }

      .hint {
        font: var(--small);
        color: var(--muted);
        margin-block-start: 4px;
      }

      .fault {
        font: var(--small);
        color: var(--bad);
        margin-block-start: 4px;
      }
    `,
  ]

  @property({ attribute: false }) messages!: Messages
  /** What the form begins with; follows the search until the visitor edits it. */
  @property() text = ''

  @state() private questionFault = ''
  @state() private emailFault = ''
  #edited = false

  @query('textarea') private question!: HTMLTextAreaElement
  @query('input') private email!: HTMLInputElement

  override render() {
    const t = this.messages
    return html`<form novalidate @submit=${this.#onSubmit}>
      <div>
        <label for="question">${t.question}</label>
        <textarea
          id="question"
          maxlength=${QUESTION_LENGTH}
          aria-invalid=${this.questionFault ? 'true' : 'false'}
          aria-describedby="question-fault"
          @input=${this.#onEdit}
        ></textarea>
        <p class="fault" id="question-fault" role="alert">${this.questionFault}</p>
      </div>
      <div>
        <label for="email">${t.email}</label>
        <input
          id="email"
          type="email"
          autocomplete="email"
          maxlength=${EMAIL_LENGTH}
          aria-invalid=${this.emailFault ? 'true' : 'false'}
          aria-describedby="email-hint email-fault"
        />
        <p class="hint" id="email-hint">${t.emailHint}</p>
        <p class="fault" id="email-fault" role="alert">${this.emailFault}</p>
      </div>
      <button class="primary" type="submit">${t.send}</button>
    </form>`
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('text') && !this.#edited) this.question.value = this.text.slice(0, QUESTION_LENGTH)
  }

  override focus(): void {
    this.question.focus()
  }

  #onEdit(): void {
    this.#edited = true
    this.questionFault = ''
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault()
    const text = this.question.value.trim()
    const email = this.email.value.trim()
    this.questionFault = text ? '' : this.messages.questionMissing
    this.emailFault = this.email.validity.valid ? '' : this.messages.emailWrong
    if (this.questionFault) this.question.focus()
    else if (this.emailFault) this.email.focus()
    else this.dispatchEvent(new QuestionLeftEvent(text, email || undefined))
  }
}

if (!customElements.get('askwell-ask')) customElements.define('askwell-ask', AskwellAsk)

declare global {
  interface HTMLElementTagNameMap {
    'askwell-ask': AskwellAsk
  }
}
