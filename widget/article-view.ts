import { Task } from '@lit/task'
import { css, html, LitElement } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { PackEntry } from '../shared/pack.ts'
import type { HelpServer } from './help-server.ts'
import type { Messages } from './messages.ts'
import { safeElement } from './safe-html.ts'
import { buttons, theme } from './theme.ts'

/** The visitor says whether the answer helped. */
export class VotedEvent extends Event {
  readonly helpful: boolean

  constructor(helpful: boolean) {
    super('voted', { bubbles: true })
    this.helpful = helpful
  }
}

/**
 * @summary One published answer with the question whether it helped.
 * @event {VotedEvent} voted
 */
export class AskwellArticle extends LitElement {
  static override styles = [
    theme,
    buttons,
    css`
      h2 {
        font: var(--heading);
        text-wrap: balance;
      }

      h2:focus-visible {
        outline: none; /* focused by us, so that a screen reader begins here */
      }

      .updated {
        font: var(--small);
        color: var(--muted);
        margin-block: 6px 16px;
      }

      .prose {
        overflow-wrap: anywhere;
      }

      .prose :is(p, ul, ol, pre, table, blockquote, details, figure) {
        margin: 0 0 12px;
      }

      .prose :is(ul, ol) {
        padding-inline-start: 22px;
      }

      .prose li + li {
        margin-block-start: 4px;
      }

      .prose :is(h1, h2, h3, h4, h5, h6) {
        font: var(--strong);
        margin: 20px 0 6px;
      }

      .prose a {
        color: var(--accent);
        text-underline-offset: 2px;
      }

      .prose img {
        max-inline-size: 100%;
        block-size: auto;
        border-radius: 6px;
      }

      .prose :is(code, kbd) {
        font:
          400 13px/1.5 ui-monospace,
          Menlo,
          Consolas,
          monospace;
        background: var(--sunk);
        border-radius: 4px;
        padding: 1px 4px;
      }

      .prose pre {
        background: var(--sunk);
        border-radius: 6px;
        padding: 12px;
        overflow-x: auto;
      }

      .prose pre code {
        padding: 0;
      }

      .prose table {
        display: block;
        overflow-x: auto;
        border-collapse: collapse;
        font: var(--small);
      }

      .prose :is(th, td) {
        border-block-end: 1px solid var(--border);
        padding: 6px 16px 6px 0;
        text-align: start;
        vertical-align: top;
      }

      .prose blockquote {
        border-inline-start: 3px solid var(--accent);
        padding-inline-start: 12px;
        color: var(--muted);
      }

      .vote {
        display: flex;
        align-items: center;
        gap: 8px;
        margin-block-start: 20px;
        padding-block-start: 16px;
        border-block-start: 1px solid var(--border);
        min-block-size: 61px;
      }

      .vote span {
        flex: 1;
      }

      .vote .quiet {
        min-inline-size: 64px;
      }
    `,
  ]

  @property({ attribute: false }) messages!: Messages
  @property({ attribute: false }) server!: HelpServer
  @property({ attribute: false }) entry!: PackEntry

  @state() private vote: boolean | undefined

  readonly #answer = new Task(this, {
    args: () => [this.server, this.entry.id, this.entry.revision] as const,
    task: async ([server, id, revision]) => {
      const answer = await server.entry(id, revision)
      return { answer, element: safeElement(answer.html) }
    },
  })

  override render() {
    return html`<h2 tabindex="-1">${this.entry.question}</h2>
      ${this.#answer.render({
        pending: () => html`<p class="updated" role="status">${this.messages.loading}</p>`,
        error: () => this.#renderFailed(),
        complete: ({ answer, element }) => this.#renderAnswer(element, new Date(answer.publishedAt)),
      })}`
  }

  override focus(): void {
    this.renderRoot.querySelector('h2')?.focus()
  }

  #renderAnswer(element: HTMLElement, publishedAt: Date) {
    const t = this.messages
    return html`<p class="updated">${t.updated(publishedAt)}</p>
      ${element}
      <div class="vote" role="group" aria-labelledby="helped">
        <span id="helped" role="status">${this.vote === undefined ? t.helped : this.vote ? t.glad : t.sorry}</span>
        ${
          this.vote === undefined
            ? html`<button class="quiet" @click=${() => this.#onVote(true)}>${t.yes}</button>
                <button class="quiet" @click=${() => this.#onVote(false)}>${t.no}</button>`
            : null
        }
      </div>`
  }

  #renderFailed() {
    const t = this.messages
    return html`<p class="updated" role="alert">${t.answerFailed}</p>
      <button class="quiet" @click=${() => this.#answer.run()}>${t.retry}</button>`
  }

  #onVote(helpful: boolean): void {
    this.vote = helpful
    this.dispatchEvent(new VotedEvent(helpful))
  }
}

if (!customElements.get('askwell-article')) customElements.define('askwell-article', AskwellArticle)

declare global {
  interface HTMLElementTagNameMap {
    'askwell-article': AskwellArticle
  }
}
