import { css, html, LitElement } from 'lit'
import { customElement, property } from 'lit/decorators.js'

export type Tone = 'still' | 'accent' | 'warm' | 'cool' | 'good' | 'bad'

/**
 * @summary A word or two that name a state or a language.
 * @slot - The words.
 */
@customElement('askwell-chip')
export class AskwellChip extends LitElement {
  static override styles = css`
    :host {
      display: inline-flex;
      align-items: center;
      gap: var(--space-1);
      padding: 0 var(--space-2);
      border-radius: var(--radius-full);
      background: var(--still-soft);
      color: var(--still-ink);
      font-size: var(--text-xs);
      font-weight: var(--weight-medium);
      line-height: 1.375rem;
      white-space: nowrap;
    }
    :host([tone='accent']) {
      background: var(--accent-soft);
      color: var(--accent-ink);
    }
    :host([tone='warm']) {
      background: var(--warm-soft);
      color: var(--warm-ink);
    }
    :host([tone='cool']) {
      background: var(--cool-soft);
      color: var(--cool-ink);
    }
    :host([tone='good']) {
      background: var(--good-soft);
      color: var(--good-ink);
    }
    :host([tone='bad']) {
      background: var(--bad-soft);
      color: var(--bad-ink);
    }
  `

  @property({ reflect: true }) tone: Tone = 'still'

  override render() {
    return html`<slot></slot>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'askwell-chip': AskwellChip
  }
}
