import { Task } from '@lit/task'
import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Replay } from '../../server/domain/write-entry.ts'
import { client, need } from '../api.ts'
import { MessagesController } from '../messages.ts'
import { base } from '../theme/styles.ts'
import { problemNotice } from './problem-notice.ts'

/** The agent wants this wording to lead to the entry. */
export class PhrasingAskedEvent extends Event {
  readonly wording: string

  constructor(wording: string) {
    super('phrasing-asked', { bubbles: true, composed: true })
    this.wording = wording
  }
}

/**
 * @summary Tries every wording against the knowledge with this entry's saved text in it.
 * @event phrasing-asked
 */
@customElement('askwell-replay')
export class AskwellReplay extends LitElement {
  static override styles = [
    base,
    css`
      .summary {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-block-size: 1.75rem;
        font-weight: var(--weight-medium);
      }
      ul {
        margin-block-start: var(--space-2);
      }
      li {
        display: grid;
        grid-template-columns: 1.25rem minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--space-2);
        min-block-size: 2.5rem;
        padding-block: var(--space-1);
        border-block-start: 1px solid var(--line);
      }
      li span {
        overflow-wrap: anywhere;
      }
      .found wa-icon {
        color: var(--good-ink);
      }
      .missed wa-icon {
        color: var(--bad-ink);
      }
      [aria-busy='true'] {
        opacity: 0.6;
        transition: opacity var(--calm);
      }
    `,
  ]

  @property() entryId = ''
  /** Of the saved text: another one is tried again. */
  @property({ type: Number }) revision = 0
  @property() locale = ''
  /** Wordings that are phrasings already. */
  @property({ attribute: false }) phrasings: readonly string[] = []
  @property({ type: Boolean }) readonly = false

  readonly #messages = new MessagesController(this)
  readonly #replay = new Task(this, {
    args: () => [this.entryId, this.revision] as const,
    task: ([id], { signal }) => need(client.api.entries[':id'].replay.$get({ param: { id } }, { init: { signal } })),
  })

  override render() {
    const { texts } = this.#messages
    const { value, error } = this.#replay
    if (error) return problemNotice(error, texts, () => void this.#replay.run())
    if (!value) return html`<p class="summary muted" role="status">${texts.replay.checking}</p>`
    const found = value.filter((replay) => replay.found).length
    return html`
      <p class="summary" role="status">
        ${value.length === 0 ? texts.replay.none : texts.replay.summary(found, value.length)}
      </p>
      ${
        value.length > 0
          ? html`<ul aria-label=${texts.replay.list}>
              ${value.map((replay) => this.#row(replay))}
            </ul>`
          : nothing
      }
    `
  }

  #row({ wording, found }: Replay) {
    const t = this.#messages.texts.replay
    return html`<li class=${found ? 'found' : 'missed'}>
      <wa-icon name=${found ? 'check' : 'xmark'} label=${found ? t.found : t.notFound}></wa-icon>
      <span lang=${this.locale || nothing}>${wording}</span>
      ${
        found || this.readonly || this.phrasings.includes(wording)
          ? nothing
          : html`<wa-button
              size="s"
              appearance="outlined"
              @click=${() => this.dispatchEvent(new PhrasingAskedEvent(wording))}
              >${t.add}<span class="unseen">: ${wording}</span></wa-button
            >`
      }
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'askwell-replay': AskwellReplay
  }
  interface HTMLElementEventMap {
    'phrasing-asked': PhrasingAskedEvent
  }
}
