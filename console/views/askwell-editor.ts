import { Task } from '@lit/task'
import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { SignedIn } from '../../server/domain/agent.ts'
import type { Entry } from '../../server/domain/entry.ts'
import type { Site } from '../../server/domain/site.ts'
import type { EntryText } from '../../shared/contract.ts'
import { asProblem } from '../api.ts'
import { EntryWork } from '../entry-work.ts'
import { LiveController } from '../live.ts'
import { type Messages, MessagesController } from '../messages.ts'
import '../parts/askwell-conflict.ts'
import type { VersionChosenEvent } from '../parts/askwell-conflict.ts'
import '../parts/askwell-entry-form.ts'
import type { EntryEditedEvent } from '../parts/askwell-entry-form.ts'
import '../parts/askwell-entry-gaps.ts'
import '../parts/askwell-notice.ts'
import '../parts/askwell-preview.ts'
import '../parts/askwell-replay.ts'
import type { PhrasingAskedEvent } from '../parts/askwell-replay.ts'
import '../parts/askwell-save-state.ts'
import { problemNotice } from '../parts/problem-notice.ts'
import { entryChip, hasChanges } from '../parts/state-chips.ts'
import { addressOf } from '../router.ts'
import { may } from '../session.ts'
import { Shortcuts } from '../shortcuts.ts'
import { base, card } from '../theme/styles.ts'
import { editorPage } from './editor-style.ts'

type Panel = 'write' | 'preview' | 'replay'

/** @summary One entry: its text, how the widget shows it, and whether every wording finds it. */
@customElement('askwell-editor')
export class AskwellEditor extends LitElement {
  static override styles = [base, card, editorPage]

  @property({ attribute: false }) agent: SignedIn | undefined
  @property({ attribute: false }) sites: readonly Site[] = []
  @property() entryId = ''

  @state() private panel: Panel = 'write'
  @state() private outcome: 'published' | 'archived' | 'needs-answer' | null = null
  @state() private busy = false

  readonly #messages = new MessagesController(this)
  readonly #work = new EntryWork(this)
  readonly #open = new Task(this, {
    args: () => [this.entryId] as const,
    task: ([id], { signal }) => this.#work.open(id, signal),
  })

  constructor() {
    super()
    new Shortcuts(this, {
      'mod+s': () => void this.#work.save(),
      'mod+enter': () => void this.#onPublish(),
    })
    new LiveController(this, () => void (this.#waitsForGaps && this.#work.refreshGaps()), 2000)
  }

  override render() {
    const { texts } = this.#messages
    const { entry, text } = this.#work
    const failed = this.#open.error
    if (failed) {
      const missing = asProblem(failed).status === 404 ? texts.editor.missing : undefined
      return html`<div class="notices">${problemNotice(failed, texts, () => void this.#open.run(), missing)}</div>`
    }
    if (!entry || !text) return nothing
    return html`
      ${this.#bar(entry)}
      <h1 class="unseen">${entry.question}</h1>
      <div class="notices">${this.#notices(entry, text)}</div>
      ${this.#panels()}
      <div class="columns" data-panel=${this.panel}>${this.#form(entry, text)} ${this.#checks(entry, text)}</div>
    `
  }

  #bar(entry: Entry) {
    const { texts } = this.#messages
    return html`<div class="bar">
      <a
        class="back"
        href=${addressOf({ name: 'entries', text: '', state: undefined })}
        title=${texts.editor.back}
        aria-label=${texts.editor.back}
      >
        <wa-icon name="back"></wa-icon>
      </a>
      ${entryChip(entry, texts)}
      <askwell-save-state
        .state=${this.#work.saveState}
        .savedAt=${entry.updatedAt}
        .problem=${this.#work.problem}
        @save-asked=${() => void this.#work.save()}
      ></askwell-save-state>
      <div class="actions">${this.#archiveButton(entry)} ${this.#publishButton(entry)}</div>
    </div>`
  }

  #archiveButton({ state }: Entry) {
    if (state !== 'published') return nothing
    return html`<wa-button
      appearance="plain"
      ?disabled=${!this.#may('publisher')}
      title=${this.#roleNote('publisher')}
      @click=${this.#onArchive}
      ><wa-icon slot="start" name="archive"></wa-icon>${this.#messages.texts.editor.archive}</wa-button
    >`
  }

  #publishButton(entry: Entry) {
    return html`<wa-button
      variant="brand"
      ?disabled=${!this.#may('publisher')}
      ?loading=${this.busy}
      title=${this.#roleNote('publisher')}
      @click=${this.#onPublish}
      >${publishWords(entry, this.#messages.texts)}</wa-button
    >`
  }

  #notices(entry: Entry, text: EntryText) {
    const { texts } = this.#messages
    const { theirs, recovered, problem, saveState, gaps } = this.#work
    return html`
      ${
        theirs
          ? html`<askwell-conflict
              .mine=${text}
              .theirs=${theirs}
              .you=${this.agent?.name ?? ''}
              @version-chosen=${this.#onVersion}
            ></askwell-conflict>`
          : nothing
      }
      ${recovered ? this.#recoveredNotice() : nothing}
      ${problem && saveState !== 'failed' ? problemNotice(problem, texts) : nothing}
      ${this.#may('contributor') ? nothing : html`<askwell-notice>${texts.editor.readOnly}</askwell-notice>`}
      <div role="status">${this.#outcomeNotice(entry)}</div>
      <askwell-entry-gaps .gaps=${gaps} .live=${entry.state === 'published'}></askwell-entry-gaps>
    `
  }

  #recoveredNotice() {
    const t = this.#messages.texts.recovered
    return html`<askwell-notice tone="warm" role="status">
      ${t.text}
      <wa-button slot="actions" size="s" appearance="outlined" @click=${() => this.#work.restoreRecovered()}
        >${t.restore}</wa-button
      >
      <wa-button slot="actions" size="s" appearance="plain" @click=${() => this.#work.discardRecovered()}
        >${t.discard}</wa-button
      >
    </askwell-notice>`
  }

  #outcomeNotice(entry: Entry) {
    const { texts } = this.#messages
    if (this.outcome === 'needs-answer') {
      const isWritten = this.#work.text?.answer.trim()
      return isWritten ? nothing : html`<askwell-notice>${texts.editor.needsAnswer}</askwell-notice>`
    }
    if (!this.outcome || hasChanges(entry)) return nothing
    if (this.outcome === 'published')
      return html`<askwell-notice tone="good">${texts.editor.published}</askwell-notice>`
    return html`<askwell-notice>
      ${texts.editor.archived}
      <wa-button slot="actions" size="s" appearance="outlined" @click=${this.#onPublish}>${texts.undo}</wa-button>
    </askwell-notice>`
  }

  /** Below a certain width one part at a time is shown. */
  #panels() {
    const { editor, preview, replay } = this.#messages.texts
    const names: Readonly<Record<Panel, string>> = { write: editor.write, preview: preview.title, replay: replay.short }
    return html`<div class="panels" role="group" aria-label=${editor.show}>
      ${(Object.keys(names) as Panel[]).map(
        (panel) =>
          html`<button type="button" aria-pressed=${this.panel === panel} @click=${() => (this.panel = panel)}>
            ${names[panel]}
          </button>`,
      )}
    </div>`
  }

  #form(entry: Entry, text: EntryText) {
    return html`<askwell-entry-form
      class="write"
      .text=${text}
      .locales=${this.sites.find(({ id }) => id === entry.siteId)?.locales ?? [text.locale]}
      .readonly=${!this.#may('contributor')}
      @entry-edited=${(event: EntryEditedEvent) => this.#work.edit(event.change)}
    ></askwell-entry-form>`
  }

  #checks({ id, revision }: Entry, text: EntryText) {
    return html`<div class="checks">
      <section class="replay card">
        <h2>${this.#messages.texts.replay.title}</h2>
        <askwell-replay
          .entryId=${id}
          .revision=${revision}
          .locale=${text.locale}
          .phrasings=${text.phrasings}
          .readonly=${!this.#may('contributor')}
          @phrasing-asked=${this.#onPhrasing}
        ></askwell-replay>
      </section>
      <askwell-preview
        class="preview"
        .entryId=${id}
        .revision=${revision}
        .question=${text.question}
      ></askwell-preview>
    </div>`
  }

  #onPhrasing({ wording }: PhrasingAskedEvent): void {
    const phrasings = this.#work.text?.phrasings ?? []
    this.#work.edit({ phrasings: [...phrasings.filter(Boolean), wording] })
    void this.#work.save()
  }

  async #onVersion({ version }: VersionChosenEvent): Promise<void> {
    if (version === 'theirs') this.#work.useTheirs()
    else await this.#work.keepMine()
  }

  async #onPublish(): Promise<void> {
    if (!this.#may('publisher')) return
    if (!this.#work.text?.answer.trim()) this.outcome = 'needs-answer'
    else await this.#attempt('published', () => this.#work.publish())
  }

  async #onArchive(): Promise<void> {
    await this.#attempt('archived', () => this.#work.archive())
  }

  async #attempt(outcome: 'published' | 'archived', work: () => Promise<boolean>): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.outcome = null
    if (await work()) this.outcome = outcome
    this.busy = false
  }

  /** The server closes a gap a moment after publishing. */
  get #waitsForGaps(): boolean {
    const { entry, gaps } = this.#work
    return entry?.state === 'published' && gaps.some(({ state }) => state === 'in_progress')
  }

  #may(role: 'contributor' | 'publisher'): boolean {
    return this.agent !== undefined && may(this.agent, role)
  }

  #roleNote(role: 'contributor' | 'publisher'): string {
    const { roles, takesRole } = this.#messages.texts
    return this.agent && !this.#may(role) ? takesRole(roles[role], roles[this.agent.role]) : ''
  }
}

function publishWords(entry: Entry, { editor }: Messages): string {
  if (hasChanges(entry)) return editor.publishChanges
  return entry.state === 'draft' ? editor.publish : editor.publishAgain
}

declare global {
  interface HTMLElementTagNameMap {
    'askwell-editor': AskwellEditor
  }
}
