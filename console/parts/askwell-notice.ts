import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '../theme/styles.ts'

/**
 * @summary Something that the agent should know before going on.
 * @slot - What it is.
 * @slot actions - What can be done about it.
 */
@customElement('askwell-notice')
export class AskwellNotice extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-3);
        padding: var(--space-3) var(--space-4);
        border-radius: var(--radius);
        background: var(--cool-soft);
        color: var(--cool-ink);
      }
      :host([tone='warm']) {
        background: var(--warm-soft);
        color: var(--warm-ink);
      }
      :host([tone='good']) {
        background: var(--good-soft);
        color: var(--good-ink);
      }
      :host([tone='bad']) {
        background: var(--bad-soft);
        color: var(--bad-ink);
      }
      wa-icon {
        font-size: var(--text-l);
      }
      .text {
        flex: 1 1 14rem;
        overflow-wrap: anywhere;
      }
      ::slotted([slot='actions']) {
        flex: none;
      }
    `,
  ]

  @property({ reflect: true }) tone: 'cool' | 'warm' | 'good' | 'bad' = 'cool'

  override render() {
    return html`
      <wa-icon name=${icons[this.tone]} aria-hidden="true"></wa-icon>
      <div class="text"><slot></slot></div>
      <slot name="actions"></slot>
    `
  }
}

const icons = { cool: 'info', warm: 'warning', good: 'check', bad: 'warning' } as const

declare global {
  interface HTMLElementTagNameMap {
    'askwell-notice': AskwellNotice
  }
}
