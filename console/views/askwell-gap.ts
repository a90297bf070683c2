import { Task, TaskStatus } from '@lit/task'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { SignedIn } from '../../server/domain/agent.ts'
import type { Gap, Wording } from '../../server/domain/gap.ts'
import type { GapView } from '../../server/domain/work-on-gap.ts'
import type { DismissReason } from '../../shared/contract.ts'
import { asProblem, client, need, type ProblemError } from '../api.ts'
import { DoneEvent } from '../events.ts'
import { LiveController } from '../live.ts'
import { MessagesController } from '../messages.ts'
import '../parts/askwell-notice.ts'
import { problemNotice } from '../parts/problem-notice.ts'
import { gapChip, localeChip } from '../parts/state-chips.ts'
import { addressOf, goTo } from '../router.ts'
import { may } from '../session.ts'
import { Shortcuts } from '../shortcuts.ts'
import { base, card, page } from '../theme/styles.ts'
import { timeAgo } from '../time.ts'
import { gapStyle } from './gap-style.ts'

interface Menu extends Element {
  open: boolean
}

/** @summary One gap: how it was asked, and what to do about it. */
@customElement('askwell-gap')
export class AskwellGap extends LitElement {
  static override styles = [base, card, page, gapStyle]

  @property({ attribute: false }) agent: SignedIn | undefined
  @property() gapId = ''

  @state() private view: GapView | undefined
  @state() private problem: ProblemError | null = null
  @state() private busy = false

  @query('wa-dropdown') private readonly reasons!: Menu | null

  readonly #messages = new MessagesController(this)
  readonly #load = new Task(this, {
    args: () => [this.gapId] as const,
    task: ([id], { signal }) => need(client.api.gaps[':id'].$get({ param: { id } }, { init: { signal } })),
    onComplete: (view: GapView) => (this.view = view),
  })

  constructor() {
    super()
    new LiveController(this, () => void (this.#load.status !== TaskStatus.PENDING && this.#load.run()))
    new Shortcuts(this, { w: () => void this.#onWrite(), d: () => this.#openReasons() })
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('gapId')) this.view = undefined
  }

  override render() {
    const { texts } = this.#messages
    const { view } = this
    const failed = this.#load.error
    return html`
      <a class="back" href=${addressOf({ name: 'inbox', state: view?.gap.state ?? 'open' })}>
        <wa-icon name="back"></wa-icon>${texts.gap.back}
      </a>
      ${
        failed
          ? problemNotice(
              failed,
              texts,
              () => void this.#load.run(),
              asProblem(failed).status === 404 ? texts.gap.missing : undefined,
            )
          : nothing
      }
      ${view ? this.#page(view.gap, view.wordings) : nothing}
    `
  }

  #page(gap: Gap, wordings: readonly Wording[]) {
    const { texts } = this.#messages
    return html`
      <div>
        <div class="chips">${gapChip(gap.state, texts)} ${localeChip(gap.locale, texts)}</div>
        <h1 lang=${gap.locale}>${gap.question}</h1>
        <p class="facts muted">
          <span>${texts.inbox.asked(gap.questions)}</span>
          <span>${texts.gap.lastAsked} ${timeAgo(gap.lastAskedAt, texts)}</span>
          <span>${texts.gap.firstAsked} ${timeAgo(gap.firstAskedAt, texts)}</span>
        </p>
      </div>
      ${this.#problemNotice()} ${this.#stateNotice(gap)}
      <div class="actions">${this.#actions(gap)}</div>
      <section aria-labelledby="wordings">
        <h2 id="wordings">${texts.gap.wordings(wordings.length)}</h2>
        <ul class="wordings card">
          ${wordings.map((wording) => this.#wording(wording, gap.locale))}
        </ul>
      </section>
    `
  }

  #wording({ text, questions, lastAskedAt }: Wording, locale: string) {
    const { texts } = this.#messages
    const { gap } = texts
    return html`<li>
      <span class="text" lang=${locale}>${text}</span>
      <span class="muted">${gap.lastAsked} ${timeAgo(lastAskedAt, texts)}</span>
      <strong>${gap.times(questions)}</strong>
    </li>`
  }

  #problemNotice() {
    if (!this.problem) return nothing
    const { texts } = this.#messages
    if (this.problem.status !== 409) return problemNotice(this.problem, texts)
    return html`<askwell-notice tone="warm" role="alert">
      ${texts.gap.changed}
      <wa-button slot="actions" size="s" appearance="outlined" @click=${this.#onReload}>${texts.reload}</wa-button>
    </askwell-notice>`
  }

  #stateNotice(gap: Gap) {
    const { gap: t, dismissReasons } = this.#messages.texts
    if (gap.state === 'in_progress' && gap.takenBy) {
      const mine = gap.takenBy === this.agent?.name
      return html`<askwell-notice role="status">${mine ? t.takenByYou : t.takenBy(gap.takenBy)}</askwell-notice>`
    }
    if (gap.state === 'answered') return html`<askwell-notice tone="good" role="status">${t.answered}</askwell-notice>`
    if (gap.state === 'dismissed' && gap.reason) {
      return html`<askwell-notice role="status">${t.dismissedFor(dismissReasons[gap.reason])}</askwell-notice>`
    }
    if (gap.entryId) return html`<askwell-notice tone="warm" role="status">${t.reopenedByQuestion}</askwell-notice>`
    return nothing
  }

  #actions(gap: Gap) {
    const { gap: t } = this.#messages.texts
    const entry = gap.entryId && addressOf({ name: 'entry', id: gap.entryId })
    return html`
      ${
        entry
          ? html`<wa-button variant="brand" href=${entry}>${gap.state === 'open' ? t.improve : t.open}</wa-button>`
          : nothing
      }
      ${
        gap.state === 'open'
          ? html`<wa-button
              variant=${entry ? 'neutral' : 'brand'}
              appearance=${entry ? 'outlined' : 'accent'}
              ?disabled=${!this.#mayWrite}
              ?loading=${this.busy}
              title=${this.#roleNote}
              @click=${this.#onWrite}
            >
              <wa-icon slot="start" name="pen"></wa-icon>${t.write}<kbd slot="end" aria-hidden="true">W</kbd>
            </wa-button>`
          : nothing
      }
      ${gap.state === 'open' || gap.state === 'in_progress' ? this.#dismissMenu() : nothing}
      ${
        gap.state === 'dismissed'
          ? html`<wa-button
              appearance="outlined"
              ?disabled=${!this.#mayWrite}
              title=${this.#roleNote}
              @click=${() => void this.#onReopen(gap)}
              ><wa-icon slot="start" name="undo"></wa-icon>${t.reopen}</wa-button
            >`
          : nothing
      }
    `
  }

  #dismissMenu() {
    const { gap: t, dismissReasons } = this.#messages.texts
    return html`<wa-dropdown placement="bottom-start" @wa-select=${this.#onDismiss}>
      <wa-button slot="trigger" appearance="outlined" ?disabled=${!this.#mayWrite} title=${this.#roleNote}
        ><wa-icon slot="start" name="dismiss"></wa-icon>${t.dismiss}<kbd slot="end" aria-hidden="true"
          >D</kbd
        ></wa-button
      >
      <span class="why">${t.dismissReason}</span>
      ${Object.entries(dismissReasons).map(
        ([reason, words]) => html`<wa-dropdown-item value=${reason}>${words}</wa-dropdown-item>`,
      )}
    </wa-dropdown>`
  }

  async #onWrite(): Promise<void> {
    const gap = this.view?.gap
    if (!gap || gap.state !== 'open' || !this.#mayWrite || this.busy) return
    await this.#attempt(async () => {
      const json = { revision: gap.revision }
      const entry = await need(client.api.gaps[':id'].draft.$post({ param: { id: gap.id }, json }))
      goTo({ name: 'entry', id: entry.id })
    })
  }

  async #onDismiss(event: CustomEvent<{ item: { value: DismissReason } }>): Promise<void> {
    const gap = this.view?.gap
    if (!gap) return
    await this.#attempt(async () => {
      const json = { revision: gap.revision, reason: event.detail.item.value }
      const dismissed = await need(client.api.gaps[':id'].dismiss.$post({ param: { id: gap.id }, json }))
      const undo = async () => {
        await reopen(dismissed)
        goTo({ name: 'gap', id: gap.id })
      }
      this.dispatchEvent(new DoneEvent(this.#messages.texts.gap.doneDismissed, undo))
      goTo({ name: 'inbox', state: gap.state })
    })
  }

  async #onReopen(gap: Gap): Promise<void> {
    await this.#attempt(async () => {
      await reopen(gap)
      await this.#load.run()
      this.dispatchEvent(new DoneEvent(this.#messages.texts.gap.doneReopened))
    })
  }

  #onReload(): void {
    this.problem = null
    void this.#load.run()
  }

  #openReasons(): void {
    if (this.reasons && this.#mayWrite) this.reasons.open = true
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    this.busy = true
    this.problem = null
    try {
      await work()
    } catch (error) {
      this.problem = asProblem(error)
      if (this.problem.status === 409) await this.#load.run()
    } finally {
      this.busy = false
    }
  }

  get #mayWrite(): boolean {
    return this.agent !== undefined && may(this.agent, 'contributor')
  }

  get #roleNote(): string {
    const { roles, takesRole } = this.#messages.texts
    return this.agent && !this.#mayWrite ? takesRole(roles.contributor, roles[this.agent.role]) : ''
  }
}

function reopen({ id, revision }: Gap): Promise<Gap> {
  return need(client.api.gaps[':id'].reopen.$post({ param: { id }, json: { revision } }))
}

declare global {
  interface HTMLElementTagNameMap {
    'askwell-gap': AskwellGap
  }
}
