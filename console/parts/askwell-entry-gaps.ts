import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Gap } from '../../server/domain/gap.ts'
import { MessagesController } from '../messages.ts'
import { addressOf } from '../router.ts'
import { base } from '../theme/styles.ts'

/** @summary The gaps that an entry is to answer, and how far each is. */
@customElement('askwell-entry-gaps')
export class AskwellEntryGaps extends LitElement {
  static override styles = [
    base,
    css`
      ul {
        display: grid;
        gap: var(--space-1);
        margin-block-start: var(--space-2);
      }
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: baseline;
        gap: var(--space-2);
      }
      a {
        overflow-wrap: anywhere;
      }
      wa-icon {
        color: var(--ink-muted);
      }
      .answered wa-icon,
      .answered span {
        color: var(--good-ink);
      }
    `,
  ]

  @property({ attribute: false }) gaps: readonly Gap[] = []
  /** Visitors can find the entry. */
  @property({ type: Boolean }) live = false

  readonly #messages = new MessagesController(this)

  override render() {
    const { gaps } = this.#messages.texts
    if (this.gaps.length === 0) return nothing
    return html`
      <h2 id="title">${gaps.title}</h2>
      <ul aria-labelledby="title">
        ${this.gaps.map((gap) => this.#row(gap))}
      </ul>
    `
  }

  #row(gap: Gap) {
    const { gaps, gapStates } = this.#messages.texts
    const waits = gap.state === 'in_progress' && this.live
    return html`<li class=${gap.state}>
      <wa-icon name=${gap.state === 'answered' ? 'check' : 'inbox'}></wa-icon>
      <p>
        <a href=${addressOf({ name: 'gap', id: gap.id })} lang=${gap.locale}>${gap.question}</a>
        <span class="muted" role="status">${waits ? gaps.waiting : gapStates[gap.state]}</span>
      </p>
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'askwell-entry-gaps': AskwellEntryGaps
  }
}
