import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ProblemError } from '../api.ts'
import type { SaveState } from '../entry-work.ts'
import { MessagesController } from '../messages.ts'
import { base } from '../theme/styles.ts'
import { timeAgo } from '../time.ts'

/**
 * @summary Whether the server has what is on screen, and if not, why.
 * @event save-asked
 */
@customElement('askwell-save-state')
export class AskwellSaveState extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        color: var(--ink-muted);
        font-size: var(--text-s);
      }
      .dot {
        flex: none;
        inline-size: 0.5rem;
        block-size: 0.5rem;
        border-radius: 50%;
        background: var(--line-strong);
      }
      .saved .dot {
        background: var(--good-ink);
      }
      .saving .dot {
        animation: breathe 1s ease-in-out infinite alternate;
      }
      .failed,
      .conflict,
      .needs-question {
        color: var(--bad-ink);
      }
      .failed .dot,
      .conflict .dot,
      .needs-question .dot {
        background: currentColor;
      }
      p {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
      }
      @keyframes breathe {
        to {
          opacity: 0.25;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .saving .dot {
          animation: none;
        }
      }
    `,
  ]

  @property() state: SaveState = 'saved'
  /** When the server got it last. */
  @property() savedAt = ''
  @property({ attribute: false }) problem: ProblemError | null = null

  readonly #messages = new MessagesController(this)

  override render() {
    const { texts } = this.#messages
    return html`
      <p role="status" class=${this.state}><span class="dot" aria-hidden="true"></span>${this.#words()}</p>
      ${this.state === 'saved' && this.savedAt ? timeAgo(this.savedAt, texts) : nothing}
      ${
        this.state === 'failed'
          ? html`<wa-button size="s" appearance="outlined" @click=${this.#onRetry}>${texts.save.retry}</wa-button>`
          : nothing
      }
    `
  }

  #words(): string {
    const { texts } = this.#messages
    if (this.state === 'needs-question') return texts.save.needsQuestion
    if (this.state === 'failed' && this.problem) return `${texts.save.failed}: ${texts.problem(this.problem.problem)}`
    return texts.save[this.state]
  }

  #onRetry(): void {
    this.dispatchEvent(new Event('save-asked', { bubbles: true, composed: true }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'askwell-save-state': AskwellSaveState
  }
}
