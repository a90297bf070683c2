import { css, html, LitElement } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { MessagesController } from '../messages.ts'
import { base } from '../theme/styles.ts'

/** @summary A piece of text to be pasted elsewhere, with a button that copies it. */
@customElement('askwell-snippet')
export class AskwellSnippet extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        inline-size: 100%;
        text-align: start;
      }
      .label {
        margin-block-end: var(--space-1);
        font-size: var(--text-s);
        font-weight: var(--weight-medium);
      }
      .box {
        display: flex;
        align-items: start;
        gap: var(--space-2);
        padding: var(--space-2) var(--space-2) var(--space-2) var(--space-3);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface-sunken);
      }
      code {
        flex: 1;
        padding-block: 0.35rem;
        font: var(--text-s) / 1.5 var(--font-code);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        user-select: all;
      }
    `,
  ]

  /** What it is. */
  @property() label = ''
  @property() text = ''

  @state() private copied = false

  readonly #messages = new MessagesController(this)

  override render() {
    const { texts } = this.#messages
    return html`
      <p class="label" id="label">${this.label}</p>
      <div class="box">
        <code>${this.text}</code>
        <wa-button size="s" appearance="plain" @click=${this.#onCopy}>
          <wa-icon
            name=${this.copied ? 'check' : 'copy'}
            label=${this.copied ? texts.snippet.copied : texts.snippet.copy(this.label)}
          ></wa-icon>
        </wa-button>
      </div>
      <span role="status" class="unseen">${this.copied ? texts.snippet.copied : ''}</span>
    `
  }

  async #onCopy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text)
      this.copied = true
    } catch {
      getSelection()?.selectAllChildren(this.renderRoot.querySelector('code')!) // forbidden: ready to be copied by hand
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'askwell-snippet': AskwellSnippet
  }
}
