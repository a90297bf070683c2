import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { MessagesController } from '../messages.ts'
import { base } from '../theme/styles.ts'
import { ListChangedEvent } from './askwell-phrasings.ts'
import { fieldset } from './fieldset-style.ts'

/**
 * @summary A handful of short tags.
 * @event list-changed
 */
@customElement('askwell-tags')
export class AskwellTags extends LitElement {
  static override styles = [
    base,
    fieldset,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
      }
      li {
        display: inline-flex;
        align-items: center;
        gap: var(--space-1);
        padding-inline: var(--space-3) var(--space-1);
        border-radius: var(--radius-full);
        background: var(--still-soft);
        color: var(--still-ink);
        font-size: var(--text-s);
        line-height: 1.875rem;
      }
      li.fixed {
        padding-inline-end: var(--space-3);
      }
      li button {
        display: grid;
        place-items: center;
        inline-size: 1.5rem;
        block-size: 1.5rem;
        border: 0;
        border-radius: 50%;
        background: none;
        color: inherit;
        cursor: pointer;
      }
      li button:hover {
        background: var(--line);
      }
      wa-input {
        inline-size: min(16rem, 100%);
      }
    `,
  ]

  @property({ attribute: false }) values: readonly string[] = []
  @property({ type: Boolean }) readonly = false

  @state() private typed = ''

  readonly #messages = new MessagesController(this)

  override render() {
    const t = this.#messages.texts.editor
    return html`<fieldset>
      <legend>${t.tags}</legend>
      ${
        this.values.length > 0
          ? html`<ul>
              ${this.values.map((value) => this.#tag(value))}
            </ul>`
          : nothing
      }
      ${
        this.readonly
          ? nothing
          : html`<wa-input
              class="bare"
              label=${t.addTag}
              placeholder=${t.addTag}
              title=${t.addTagHint}
              maxlength="60"
              .value=${this.typed}
              @input=${this.#onInput}
              @keydown=${this.#onKeyDown}
              @blur=${this.#add}
            ></wa-input>`
      }
    </fieldset>`
  }

  #tag(value: string) {
    const t = this.#messages.texts.editor
    return html`<li class=${this.readonly ? 'fixed' : nothing}>
      ${value}
      ${
        this.readonly
          ? nothing
          : html`<button
              type="button"
              aria-label=${t.removeTag(value)}
              @click=${() => this.#change(this.values.filter((tag) => tag !== value))}
            >
              <wa-icon name="xmark"></wa-icon>
            </button>`
      }
    </li>`
  }

  #onInput(event: Event): void {
    this.typed = (event.target as HTMLInputElement).value
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing || !['Enter', ',', '，'].includes(event.key) || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    this.#add()
  }

  #add(): void {
    const tag = this.typed.trim()
    this.typed = ''
    if (tag && !this.values.includes(tag)) this.#change([...this.values, tag])
  }

  #change(values: readonly string[]): void {
    this.values = values
    this.dispatchEvent(new ListChangedEvent(values))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'askwell-tags': AskwellTags
  }
}
