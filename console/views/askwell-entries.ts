import { Task } from '@lit/task'
import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { SignedIn } from '../../server/domain/agent.ts'
import type { EntrySummary } from '../../server/domain/entry.ts'
import type { Site } from '../../server/domain/site.ts'
import type { EntryState } from '../../shared/contract.ts'
import { asProblem, client, need, type ProblemError } from '../api.ts'
import { MessagesController } from '../messages.ts'
import '../parts/askwell-new-entry.ts'
import type { AskwellNewEntry } from '../parts/askwell-new-entry.ts'
import { problemNotice } from '../parts/problem-notice.ts'
import { entryChip, localeChip } from '../parts/state-chips.ts'
import { rowKeys } from '../roving.ts'
import { addressOf, goTo } from '../router.ts'
import { may } from '../session.ts'
import { Shortcuts } from '../shortcuts.ts'
import { base, card, page, rows, tabs } from '../theme/styles.ts'
import { timeAgo } from '../time.ts'

const PAUSE = 250

/** @summary All entries of a site, to be searched and opened. */
@customElement('askwell-entries')
export class AskwellEntries extends LitElement {
  static override styles = [
    base,
    card,
    page,
    tabs,
    rows,
    css`
      .tools {
        display: grid;
        gap: var(--space-3);
      }
      .search::part(form-control-label) {
        position: absolute;
        clip-path: inset(50%);
      }
      .more {
        justify-self: center;
      }
    `,
  ]

  @property({ attribute: false }) agent: SignedIn | undefined
  @property({ attribute: false }) site: Site | undefined
  @property() text = ''
  @property() state: EntryState | undefined

  @state() private entries: readonly EntrySummary[] | undefined
  @state() private cursor: string | null = null
  @state() private problem: ProblemError | null = null

  @query('.search') private readonly search!: HTMLElement
  @query('askwell-new-entry') private readonly dialog!: AskwellNewEntry

  #typing: ReturnType<typeof setTimeout> | undefined
  readonly #messages = new MessagesController(this)
  readonly #list = new Task(this, {
    args: () => [this.site?.id, this.text, this.state] as const,
    task: ([site, text, state], { signal }) => (site ? list(site, { text, state }, signal) : undefined),
    onComplete: (found: Found | undefined) => {
      this.entries = found?.entries
      this.cursor = found?.cursor ?? null
    },
  })

  constructor() {
    super()
    new Shortcuts(this, { '/': () => this.search.focus() })
    rowKeys(this, '.open')
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#typing)
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('site')) this.entries = undefined
  }

  override render() {
    const { texts } = this.#messages
    const mayWrite = this.agent !== undefined && may(this.agent, 'contributor')
    const { roles, takesRole } = texts
    return html`
      <div class="heading">
        <div>
          <h1>${texts.entries.title}</h1>
          <p class="lead">${texts.entries.lead}</p>
        </div>
        <wa-button
          variant="brand"
          ?disabled=${!mayWrite}
          title=${this.agent && !mayWrite ? takesRole(roles.contributor, roles[this.agent.role]) : ''}
          @click=${() => this.dialog.show()}
          ><wa-icon slot="start" name="plus"></wa-icon>${texts.entries.create}</wa-button
        >
      </div>
      <div class="tools">${this.#tools()}</div>
      ${this.#list.error ? problemNotice(this.#list.error, texts, () => void this.#list.run()) : nothing}
      ${this.problem ? problemNotice(this.problem, texts) : nothing}
      ${this.entries ? this.#found(this.entries) : nothing}
      <askwell-new-entry .site=${this.site}></askwell-new-entry>
    `
  }

  #tools() {
    const { entries, entryStates } = this.#messages.texts
    const states = [undefined, ...(Object.keys(entryStates) as EntryState[])]
    return html`
      <wa-input
        class="search"
        type="search"
        label=${entries.search}
        placeholder=${entries.search}
        maxlength="200"
        with-clear
        .value=${this.text}
        @input=${this.#onInput}
      >
        <wa-icon slot="start" name="search"></wa-icon>
        <kbd slot="end" aria-hidden="true">/</kbd>
      </wa-input>
      <nav class="tabs" aria-label=${entries.state}>
        ${states.map(
          (state) =>
            html`<a
              href=${addressOf({ name: 'entries', text: this.text, state })}
              aria-current=${state === this.state ? 'page' : nothing}
              >${state ? entryStates[state] : entries.all}</a
            >`,
        )}
      </nav>
    `
  }

  #found(entries: readonly EntrySummary[]) {
    const { texts } = this.#messages
    if (entries.length === 0) return this.#empty()
    return html`
      <p class="unseen" role="status">${texts.entries.shown(entries.length)}</p>
      <ul class="rows card" aria-label=${texts.entries.list}>
        ${repeat(
          entries,
          ({ id }) => id,
          (entry) => this.#row(entry),
        )}
      </ul>
      ${
        this.cursor
          ? html`<wa-button class="more" appearance="outlined" @click=${this.#onMore}>${texts.entries.more}</wa-button>`
          : nothing
      }
    `
  }

  #row(entry: EntrySummary) {
    const { texts } = this.#messages
    return html`<li>
      <a class="open" href=${addressOf({ name: 'entry', id: entry.id })} lang=${entry.locale}>${entry.question}</a>
      <div class="facts">
        ${entryChip(entry, texts)} ${localeChip(entry.locale, texts)}
        <span>${timeAgo(entry.updatedAt, texts)} ${texts.entries.updated(entry.updatedBy)}</span>
      </div>
    </li>`
  }

  #empty() {
    const t = this.#messages.texts.entries
    const filtered = this.text !== '' || this.state !== undefined
    const { title, text } = filtered ? t.noneFound : t.empty
    return html`<div class="empty card" role="status">
      <h2>${title}</h2>
      <p>${text}</p>
      ${filtered ? html`<a href=${addressOf({ name: 'entries', text: '', state: undefined })}>${t.clear}</a>` : nothing}
    </div>`
  }

  /** Searches once the typing pauses; the address follows, so that coming back finds the same list. */
  #onInput(event: Event): void {
    const text = (event.target as HTMLInputElement).value
    clearTimeout(this.#typing)
    this.#typing = setTimeout(
      () => goTo({ name: 'entries', text: text.trim(), state: this.state }, { replace: true }),
      PAUSE,
    )
  }

  async #onMore(): Promise<void> {
    const { site, cursor } = this
    if (!site || !cursor) return
    try {
      const more = await list(site.id, { text: this.text, state: this.state, cursor })
      if (cursor !== this.cursor) return
      this.entries = [...(this.entries ?? []), ...more.entries]
      this.cursor = more.cursor
      this.problem = null
    } catch (error) {
      this.problem = asProblem(error)
    }
  }
}

interface Found {
  readonly entries: readonly EntrySummary[]
  readonly cursor: string | null
}

interface Filter {
  readonly text: string
  readonly state: EntryState | undefined
  readonly cursor?: string
}

function list(site: string, { text, state, cursor }: Filter, signal?: AbortSignal): Promise<Found> {
  const query = { ...(text && { text }), ...(state && { state }), ...(cursor && { cursor }) }
  return need(client.api.sites[':site'].entries.$get({ param: { site }, query }, { init: { signal: signal ?? null } }))
}

declare global {
  interface HTMLElementTagNameMap {
    'askwell-entries': AskwellEntries
  }
}
