import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Entry } from '../../server/domain/entry.ts'
import type { EntryText } from '../../shared/contract.ts'
import { MessagesController } from '../messages.ts'
import { base } from '../theme/styles.ts'

/** Which of two versions the agent wants. */
export class VersionChosenEvent extends Event {
  readonly version: 'mine' | 'theirs'

  constructor(version: 'mine' | 'theirs') {
    super('version-chosen', { bubbles: true, composed: true })
    this.version = version
  }
}

/**
 * @summary Two versions of one entry beside each other, for the agent to choose.
 * @event version-chosen
 */
@customElement('askwell-conflict')
export class AskwellConflict extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
        padding: var(--space-4);
        border: 1px solid var(--warm-ink);
        border-radius: var(--radius-l);
        background: var(--warm-soft);
        color: var(--warm-ink);
      }
      .versions {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));
        gap: var(--space-3);
      }
      section {
        display: grid;
        align-content: start;
        gap: var(--space-2);
        padding: var(--space-3);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--ink);
      }
      h3 {
        color: var(--ink-muted);
        font-size: var(--text-s);
        font-weight: var(--weight-medium);
      }
      .question {
        font-weight: var(--weight-medium);
      }
      pre {
        max-block-size: 14rem;
        margin: 0;
        font: inherit;
        white-space: pre-wrap;
        overflow: auto;
        overflow-wrap: anywhere;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
    `,
  ]

  @property({ attribute: false }) mine: EntryText | undefined
  @property({ attribute: false }) theirs: Entry | undefined
  /** Name of the agent who is looking. */
  @property() you = ''

  readonly #messages = new MessagesController(this)

  override render() {
    const t = this.#messages.texts.conflict
    const { mine, theirs } = this
    if (!mine || !theirs) return nothing
    const name = theirs.updatedBy
    const own = name === this.you
    return html`
      <div role="alert">
        <h2>${own ? t.titleYou : t.title(name)}</h2>
        <p>${t.text}</p>
      </div>
      <div class="versions">
        ${this.#version(t.mine, mine, theirs)} ${this.#version(own ? t.theirsYou : t.theirs(name), theirs, mine)}
      </div>
      <div class="actions">
        <wa-button appearance="outlined" @click=${() => this.dispatchEvent(new VersionChosenEvent('mine'))}
          >${t.keepMine}</wa-button
        >
        <wa-button appearance="outlined" @click=${() => this.dispatchEvent(new VersionChosenEvent('theirs'))}
          >${own ? t.useTheirsYou : t.useTheirs}</wa-button
        >
      </div>
    `
  }

  #version(title: string, version: EntryText, other: EntryText) {
    const { conflict, editor } = this.#messages.texts
    const { question, answer, locale } = version
    return html`<section aria-label=${title}>
      <h3>${title}</h3>
      <p class="question" lang=${locale}>${question}</p>
      <pre lang=${locale} tabindex="0">${answer || conflict.noAnswer}</pre>
      ${list(editor.phrasings, version.phrasings, other.phrasings)} ${list(editor.tags, version.tags, other.tags)}
    </section>`
  }
}

/** Lists are shown where the versions differ in them. */
function list(name: string, values: readonly string[], other: readonly string[]) {
  if (values.join('\n') === other.join('\n')) return nothing
  return html`<h3>${name}</h3>
    <ul>
      ${values.map((value) => html`<li>${value}</li>`)}
    </ul>`
}

declare global {
  interface HTMLElementTagNameMap {
    'askwell-conflict': AskwellConflict
  }
  interface HTMLElementEventMap {
    'version-chosen': VersionChosenEvent
  }
}
