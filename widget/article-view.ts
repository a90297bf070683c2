import { Task } from '@lit/task'
import { html, LitElement, nothing } from 'lit'
import { property, state } from 'lit/decorators.js'
import { FEEDBACK_LENGTH } from '../shared/limits.ts'
import type { PackEntry } from '../shared/pack.ts'
import { articleStyle } from './article-view-style.ts'
import type { FeedbackReason } from './events.ts'
import type { Row } from './found.ts'
import type { HelpServer } from './help-server.ts'
import { icon } from './icons.ts'
import type { Messages } from './messages.ts'
import { safeElement } from './safe-html.ts'
import { EntryChosenEvent } from './search-view.ts'
import { buttons, theme } from './theme.ts'

/** The visitor says whether the answer helped, and if not, what was the matter. */
export class VotedEvent extends Event {
  readonly helpful: boolean
  readonly reason: FeedbackReason | undefined
  readonly detail: string

  constructor(helpful: boolean, reason?: FeedbackReason, detail = '') {
    super('voted', { bubbles: true })
    this.helpful = helpful
    this.reason = reason
    this.detail = detail
  }
}

const reasons = ['missing', 'wrong', 'unclear', 'broken', 'other'] as const satisfies readonly FeedbackReason[]

/**
 * One published answer, with what is near to it and the question whether it helped.
 * @event {VotedEvent} voted
 * @event {EntryChosenEvent} entry-chosen - One of the related answers.
 */
export class ArticleView extends LitElement {
  static override styles = [theme, buttons, articleStyle]

  @property({ attribute: false }) messages!: Messages
  @property({ attribute: false }) server!: HelpServer
  @property({ attribute: false }) entry!: PackEntry
  @property({ attribute: false }) related: readonly Row[] = []
  /** Name of the language that the answer is in, if it is not the visitor's. */
  @property() language = ''
  /** Address that leads here; none: no link is offered. */
  @property() link = ''

  @state() private vote: 'yes' | 'no' | 'told' | undefined
  @state() private reason: FeedbackReason | undefined
  @state() private copied: 'yes' | 'no' | undefined

  readonly #answer = new Task(this, {
    args: () => [this.server, this.entry.id, this.entry.revision] as const,
    task: async ([server, id, revision]) => {
      const answer = await server.openEntry(id, revision)
      return { answer, element: safeElement(answer.html) }
    },
  })

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('entry')) this.vote = this.reason = this.copied = undefined
  }

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
    return html`<p class="updated">
        <span>${t.updated(publishedAt)}</span>
        ${this.language ? html`<span class="chip">${this.language}</span>` : null}
        ${this.link ? this.#renderLink() : null}
      </p>
      <div part="article" dir="auto">${element}</div>
      ${this.#renderFeedback()} ${this.related.length > 0 ? this.#renderRelated() : null}`
  }

  #renderLink() {
    const t = this.messages
    if (this.copied === 'no') {
      return html`<input class="link" readonly aria-label=${t.copyLink} .value=${this.link} @focus=${selectAll} />`
    }
    return html`<button class="copy" @click=${this.#onCopy}>${icon('link', 16)}${t.copyLink}</button>
      <span class="unseen" role="status">${this.copied ? t.copied : ''}</span>
      ${this.copied ? html`<span class="toast" part="toast" aria-hidden="true">${icon('done', 16)}${t.copied}</span>` : null}`
  }

  #renderFeedback() {
    const t = this.messages
    const said = { yes: t.glad, no: t.reasonTitle, told: t.sorry }
    return html`<div class="vote" part="feedback" role="group" aria-labelledby="solved">
        <span id="solved" role="status">${this.vote ? said[this.vote] : t.solved}</span>
        ${
          this.vote
            ? nothing
            : html`<button class="quiet" part="feedback-yes" @click=${this.#onYes}>${t.yes}</button>
                <button class="quiet" part="feedback-no" @click=${this.#onNo}>${t.no}</button>`
        }
      </div>
      ${this.vote === 'no' ? this.#renderReasons() : nothing}`
  }

  #renderReasons() {
    const t = this.messages
    return html`<form class="reasons" @submit=${this.#onTell}>
      <div class="chips" role="group" aria-labelledby="solved">
        ${reasons.map(
          (reason) =>
            html`<button
              type="button"
              class="quiet"
              aria-pressed=${reason === this.reason ? 'true' : 'false'}
              @click=${() => (this.reason = reason === this.reason ? undefined : reason)}
            >
              ${t.reasons[reason]}
            </button>`,
        )}
      </div>
      <label for="detail">${t.reasonDetail}</label>
      <textarea id="detail" rows="2" maxlength=${FEEDBACK_LENGTH}></textarea>
      <div class="row">
        <button class="primary" type="submit">${t.sendFeedback}</button>
        <button class="quiet" type="button" @click=${() => this.#tell()}>${t.skip}</button>
      </div>
    </form>`
  }

  #renderRelated() {
    return html`<section class="related" aria-labelledby="related">
      <h3 id="related">${this.messages.related}</h3>
      <ul>
        ${this.related.map(
          ({ entry }) =>
            html`<li>
              <button @click=${() => this.dispatchEvent(new EntryChosenEvent(entry))}>
                ${entry.question}${icon('next', 16)}
              </button>
            </li>`,
        )}
      </ul>
    </section>`
  }

  #renderFailed() {
    const t = this.messages
    return html`<p class="updated" role="alert">${t.answerFailed}</p>
      <button class="quiet" @click=${() => this.#answer.run()}>${t.retry}</button>`
  }

  readonly #onCopy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.link)
      this.copied = 'yes'
    } catch {
      this.copied = 'no' // no permission, or no HTTPS: then it is shown to be copied by hand
      await this.updateComplete
      this.renderRoot.querySelector<HTMLInputElement>('.link')?.focus()
    }
  }

  #onYes(): void {
    this.vote = 'yes'
    this.dispatchEvent(new VotedEvent(true))
    this.focus()
  }

  #onNo(): void {
    this.vote = 'no'
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.chips button')?.focus())
  }

  #onTell(event: Event): void {
    event.preventDefault()
    this.#tell(this.reason, this.renderRoot.querySelector('textarea')?.value.trim())
  }

  #tell(reason?: FeedbackReason, detail?: string): void {
    this.vote = 'told'
    this.dispatchEvent(new VotedEvent(false, reason, detail))
  }
}

function selectAll({ target }: Event): void {
  if (target instanceof HTMLInputElement) target.select()
}

if (!customElements.get('askwell-article-view')) customElements.define('askwell-article-view', ArticleView)

declare global {
  interface HTMLElementTagNameMap {
    'askwell-article-view': ArticleView
  }
}
