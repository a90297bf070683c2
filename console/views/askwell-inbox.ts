import { Task, TaskStatus } from '@lit/task'
import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Gap } from '../../server/domain/gap.ts'
import type { Site } from '../../server/domain/site.ts'
import type { GapState } from '../../shared/contract.ts'
import { client, need } from '../api.ts'
import { LiveController } from '../live.ts'
import { MessagesController } from '../messages.ts'
import '../parts/askwell-snippet.ts'
import { problemNotice } from '../parts/problem-notice.ts'
import { localeChip } from '../parts/state-chips.ts'
import { rowKeys } from '../roving.ts'
import { addressOf } from '../router.ts'
import { base, card, page, rows, tabs } from '../theme/styles.ts'
import { timeAgo } from '../time.ts'

interface Shown {
  readonly gaps: readonly Gap[]
  readonly counts: Readonly<Record<GapState, number>>
}

/** @summary The gaps of a site, by state. Stays up to date without moving what the agent looks at. */
@customElement('askwell-inbox')
export class AskwellInbox extends LitElement {
  static override styles = [
    base,
    card,
    page,
    tabs,
    rows,
    css`
      .rows > li {
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
      }
      .rows .facts {
        grid-column: 1;
      }
      .rows .asked {
        grid-row: 1 / span 2;
        grid-column: 2;
        font-weight: var(--weight-medium);
        font-variant-numeric: tabular-nums;
      }
      @media (max-width: 40rem) {
        .rows .asked {
          grid-row: 2;
          align-self: start;
          font-size: var(--text-s);
          line-height: 1.375rem;
        }
        .rows .open {
          grid-column: 1 / -1;
        }
      }
      .rows > li.new {
        animation: arrive 1.6s ease-out;
      }
      @keyframes arrive {
        from {
          background: var(--accent-soft);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .rows > li.new {
          animation: none;
        }
      }
    `,
  ]

  @property({ attribute: false }) site: Site | undefined
  @property() state: GapState = 'open'

  @state() private shown: Shown | undefined
  @state() private fresh: ReadonlySet<string> = new Set()

  readonly #messages = new MessagesController(this)
  readonly #list = new Task(this, {
    args: () => [this.site?.id, this.state] as const,
    task: ([site, state], { signal }) =>
      site
        ? need(client.api.sites[':site'].gaps.$get({ param: { site }, query: { state } }, { init: { signal } }))
        : undefined,
    onComplete: (list: Shown | undefined) => this.#show(list),
  })

  constructor() {
    super()
    new LiveController(this, () => void (this.#list.status !== TaskStatus.PENDING && this.#list.run()))
    rowKeys(this, '.open')
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('site') || changed.has('state')) this.shown = undefined
  }

  override render() {
    const { texts } = this.#messages
    return html`
      <div>
        <h1>${texts.inbox.title}</h1>
        <p class="lead">${texts.inbox.lead}</p>
      </div>
      ${this.#tabs()}
      ${this.#list.error ? problemNotice(this.#list.error, texts, () => void this.#list.run()) : nothing}
      ${this.shown ? this.#gaps(this.shown.gaps) : nothing}
    `
  }

  #tabs() {
    const { texts } = this.#messages
    return html`<nav class="tabs" aria-label=${texts.inbox.states}>
      ${(Object.keys(texts.gapStates) as GapState[]).map(
        (state) =>
          html`<a href=${addressOf({ name: 'inbox', state })} aria-current=${state === this.state ? 'page' : nothing}
            >${texts.gapStates[state]} <span class="count">${this.shown?.counts[state] ?? '·'}</span></a
          >`,
      )}
    </nav>`
  }

  #gaps(gaps: readonly Gap[]) {
    if (gaps.length === 0) return this.#empty()
    return html`<ul class="rows card" aria-label=${this.#messages.texts.inbox.list}>
      ${repeat(
        gaps,
        ({ id }) => id,
        (gap) => this.#row(gap),
      )}
    </ul>`
  }

  #row(gap: Gap) {
    const { texts } = this.#messages
    const { inbox } = texts
    return html`<li class=${this.fresh.has(gap.id) ? 'new' : nothing}>
      <a class="open" href=${addressOf({ name: 'gap', id: gap.id })} lang=${gap.locale}>${gap.question}</a>
      <div class="facts">
        ${localeChip(gap.locale, texts)}
        <span>${texts.gap.lastAsked} ${timeAgo(gap.lastAskedAt, texts)}</span>
        ${gap.questions > 1 ? html`<span>${texts.gap.firstAsked} ${timeAgo(gap.firstAskedAt, texts)}</span>` : nothing}
        ${gap.state === 'in_progress' && gap.takenBy ? html`<span>${inbox.takenBy(gap.takenBy)}</span>` : nothing}
        ${gap.state === 'answered' && gap.takenBy ? html`<span>${inbox.answeredBy(gap.takenBy)}</span>` : nothing}
        ${gap.state === 'dismissed' && gap.reason ? html`<span>${texts.dismissReasons[gap.reason]}</span>` : nothing}
      </div>
      <p class="asked">${inbox.asked(gap.questions)}</p>
    </li>`
  }

  #empty() {
    const { texts } = this.#messages
    const { title, text } = texts.inbox.empty[this.state]
    return html`<div class="empty card">
      <h2>${title}</h2>
      <p>${text}</p>
      ${this.state === 'open' && this.site ? this.#howToEmbed(this.site) : nothing}
    </div>`
  }

  #howToEmbed({ key }: Site) {
    const { inbox } = this.#messages.texts
    return html`
      <askwell-snippet
        label=${inbox.tag}
        text=${`<script async src="${location.origin}/askwell.js" data-site="${key}"></script>`}
      ></askwell-snippet>
      <askwell-snippet label=${inbox.allow} text=${`npx askwell site allow ${key} https://your.site`}></askwell-snippet>
    `
  }

  /** Rows keep their places; what is new comes last, until the agent comes back to the list. */
  #show(list: Shown | undefined): void {
    const before = this.shown?.gaps
    if (!list || !before) {
      this.shown = list
      this.fresh = new Set()
      return
    }
    const now = new Map(list.gaps.map((gap) => [gap.id, gap]))
    const known = before.flatMap(({ id }) => now.get(id) ?? [])
    const added = list.gaps.filter(({ id }) => !before.some((gap) => gap.id === id))
    this.fresh = new Set(added.map(({ id }) => id))
    this.shown = { counts: list.counts, gaps: [...known, ...added] }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'askwell-inbox': AskwellInbox
  }
}
