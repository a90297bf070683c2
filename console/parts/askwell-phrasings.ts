import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { MessagesController } from '../messages.ts'
import { base } from '../theme/styles.ts'
import { fieldset } from './fieldset-style.ts'

/** The agent changed the list; `values` is the new one. */
export class ListChangedEvent extends Event {
  readonly values: readonly string[]

  constructor(values: readonly string[]) {
    super('list-changed', { bubbles: true, composed: true })
    this.values = values
  }
}

/**
 * @summary Other wordings of the question, one a line.
 * @event list-changed
 */
@customElement('askwell-phrasings')
export class AskwellPhrasings extends LitElement {
  static override styles = [
    base,
    fieldset,
    css`
      li {
        display: flex;
        gap: var(--space-1);
        align-items: center;
      }
      ul {
        display: grid;
        gap: var(--space-2);
      }
      wa-input {
        flex: 1;
      }
    `,
  ]

  @property({ attribute: false }) values: readonly string[] = []
  /** Language of the phrasings. */
  @property({ attribute: 'content-lang' }) contentLang = ''
  @property({ type: Boolean }) readonly = false

  @query('li:last-of-type wa-input') private readonly last!: HTMLElement | null

  readonly #messages = new MessagesController(this)

  override render() {
    const t = this.#messages.texts.editor
    return html`<fieldset>
      <legend>${t.phrasings}</legend>
      <p class="hint" id="hint">${t.phrasingsHint}</p>
      ${
        this.values.length > 0
          ? html`<ul>
              ${this.values.map((value, i) => this.#line(value, i))}
            </ul>`
          : nothing
      }
      ${
        this.readonly
          ? nothing
          : html`<wa-button size="s" appearance="plain" variant="brand" @click=${this.#onAdd}
              ><wa-icon slot="start" name="plus"></wa-icon>${t.addPhrasing}</wa-button
            >`
      }
    </fieldset>`
  }

  #line(value: string, i: number) {
    const t = this.#messages.texts.editor
    return html`<li>
      <wa-input
        class="bare"
        label=${t.phrasing(i + 1)}
        lang=${this.contentLang || nothing}
        maxlength="500"
        .value=${value}
        ?readonly=${this.readonly}
        @input=${(event: Event) => this.#onInput(event, i)}
        @keydown=${this.#onKeyDown}
      ></wa-input>
      ${
        this.readonly
          ? nothing
          : html`<wa-button
              appearance="plain"
              size="s"
              @click=${() => this.#change(this.values.filter((_, n) => n !== i))}
              ><wa-icon name="xmark" label=${t.removePhrasing(value)}></wa-icon
            ></wa-button>`
      }
    </li>`
  }

  #onInput(event: Event, i: number): void {
    const { value } = event.target as HTMLInputElement
    this.#change(this.values.map((before, n) => (n === i ? value : before)))
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    void this.#onAdd()
  }

  async #onAdd(): Promise<void> {
    if (this.values.at(-1) !== '') this.#change([...this.values, ''])
    await this.updateComplete
    this.last?.focus()
  }

  #change(values: readonly string[]): void {
    this.values = values
    this.dispatchEvent(new ListChangedEvent(values))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'askwell-phrasings': AskwellPhrasings
  }
  interface HTMLElementEventMap {
    'list-changed': ListChangedEvent
  }
}
