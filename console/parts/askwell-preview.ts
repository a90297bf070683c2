import { css, html, LitElement } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import { MessagesController } from '../messages.ts'
import { base, tool } from '../theme/styles.ts'

/** @summary The real widget on the entry's saved text, in a phone or on a desktop. */
@customElement('askwell-preview')
export class AskwellPreview extends LitElement {
  static override styles = [
    base,
    tool,
    css`
      .bar {
        display: flex;
        align-items: center;
        gap: 2px;
        margin-block-end: var(--space-3);
      }
      .bar h2 {
        flex: 1;
      }
      .tool[aria-pressed='true'] {
        background: var(--still-soft);
        color: var(--ink);
      }
      .stage {
        block-size: 34rem;
        border: 1px solid var(--line);
        border-radius: var(--radius-l);
        background: #fff;
        overflow: hidden;
      }
      .stage[data-width='phone'] {
        max-inline-size: 24.375rem;
        margin-inline: auto;
      }
      iframe {
        display: block;
        inline-size: 100%;
        block-size: 100%;
        border: 0;
        color-scheme: light;
      }
      [data-width='desktop'] iframe {
        inline-size: 200%;
        block-size: 200%;
        transform: scale(0.5);
        transform-origin: 0 0;
      }
      .hint {
        margin-block-start: var(--space-2);
        color: var(--ink-muted);
        font-size: var(--text-s);
      }
    `,
  ]

  @property() entryId = ''
  /** What the widget is asked. */
  @property() question = ''
  /** Of the saved text: another one loads the preview again. */
  @property({ type: Number }) revision = 0

  @state() private width: 'phone' | 'desktop' = 'phone'
  @state() private reloads = 0

  readonly #messages = new MessagesController(this)

  override render() {
    const t = this.#messages.texts.preview
    return html`
      <div class="bar">
        <h2>${t.title}</h2>
        ${this.#widthButton('phone', t.phone)} ${this.#widthButton('desktop', t.desktop)}
        <button type="button" class="tool" title=${t.reload} aria-label=${t.reload} @click=${() => this.reloads++}>
          <wa-icon name="reload"></wa-icon>
        </button>
      </div>
      <div class="stage" data-width=${this.width}>
        ${keyed(
          `${this.entryId} ${this.revision} ${this.reloads}`,
          html`<iframe
            title=${t.frame}
            src=${`/preview/${encodeURIComponent(this.entryId)}`}
            @load=${this.#onLoad}
          ></iframe>`,
        )}
      </div>
      <p class="hint">${t.hint}</p>
    `
  }

  #widthButton(width: 'phone' | 'desktop', label: string) {
    return html`<button
      type="button"
      class="tool"
      title=${label}
      aria-label=${label}
      aria-pressed=${this.width === width}
      @click=${() => (this.width = width)}
    >
      <wa-icon name=${width}></wa-icon>
    </button>`
  }

  async #onLoad(event: Event): Promise<void> {
    const page: PreviewPage | null = (event.target as HTMLIFrameElement).contentWindow
    try {
      await page?.askwell?.('search', this.question)
    } catch {
      // the widget can't be loaded, and says so
    }
  }
}

/** The one function that the widget's script tag makes. */
interface PreviewPage extends Window {
  readonly askwell?: (command: 'search', text: string) => Promise<void>
}

declare global {
  interface HTMLElementTagNameMap {
    'askwell-preview': AskwellPreview
  }
}
