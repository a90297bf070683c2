import { css, html, LitElement, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { asProblem } from '../api.ts'
import { DoneEvent } from '../events.ts'
import { MessagesController } from '../messages.ts'
import { Shortcuts } from '../shortcuts.ts'
import { base } from '../theme/styles.ts'

const SHOWN = 10_000

/** @summary Says what was just done, and takes it back on request. Shows one thing at a time. */
@customElement('askwell-toasts')
export class AskwellToasts extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: fixed;
        inset-block-end: calc(var(--space-5) + env(safe-area-inset-bottom));
        inset-inline: var(--space-4);
        z-index: 20;
        display: grid;
        justify-items: center;
        pointer-events: none;
      }
      .toast {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        padding: var(--space-2) var(--space-2) var(--space-2) var(--space-4);
        border-radius: var(--radius);
        background: light-dark(#1d2724, #e9efec);
        color: light-dark(#f4f7f5, #141d1a);
        box-shadow: var(--shadow-2);
        pointer-events: auto;
        animation: rise var(--calm) ease-out;
      }
      .toast p {
        padding-block: var(--space-1);
      }
      button {
        padding: var(--space-1) var(--space-3);
        border: 0;
        border-radius: var(--radius-s);
        background: light-dark(rgb(255 255 255 / 0.14), rgb(0 0 0 / 0.1));
        font-weight: var(--weight-medium);
        cursor: pointer;
      }
      button:hover {
        background: light-dark(rgb(255 255 255 / 0.24), rgb(0 0 0 / 0.18));
      }
      kbd {
        border-color: color-mix(in srgb, currentColor 30%, transparent);
        background: none;
      }
      @media (hover: none) {
        kbd {
          display: none;
        }
      }
      :focus-visible {
        outline-color: currentColor;
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(0.75rem);
        }
      }
    `,
  ]

  @state() private current: DoneEvent | null = null

  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #messages = new MessagesController(this)

  constructor() {
    super()
    new Shortcuts(this, { z: () => void this.#undo() })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  show(done: DoneEvent): void {
    this.current = done
    this.#stay()
    this.#leaveLater()
  }

  override render() {
    const { current } = this
    const { texts } = this.#messages
    const toast = html`<div
      class="toast"
      @pointerenter=${this.#stay}
      @pointerleave=${this.#leaveLater}
      @focusin=${this.#stay}
      @focusout=${this.#leaveLater}
    >
      <p>${current?.text}</p>
      ${
        current?.undo
          ? html`<button type="button" @click=${this.#undo}>${texts.undo} <kbd aria-hidden="true">Z</kbd></button>`
          : nothing
      }
    </div>`
    return html`<div role="status">${current ? toast : nothing}</div>`
  }

  #stay(): void {
    clearTimeout(this.#timer)
  }

  #leaveLater(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => (this.current = null), SHOWN)
  }

  async #undo(): Promise<void> {
    const undo = this.current?.undo
    if (!undo) return
    this.current = null
    try {
      await undo()
    } catch (error) {
      this.show(new DoneEvent(this.#messages.texts.problem(asProblem(error).problem)))
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'askwell-toasts': AskwellToasts
  }
}
