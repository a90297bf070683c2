// One entry being written: what the agent has on screen, what the server has, and how the one gets to the other.
// Saves follow each other, never overlap; a newer revision of somebody else stops them until the agent has decided.
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Entry } from '../server/domain/entry.ts'
import type { Gap } from '../server/domain/gap.ts'
import type { EntryText } from '../shared/contract.ts'
import { asProblem, client, need, type ProblemError } from './api.ts'
import { forgetUnsaved, isSameText, keepUnsaved, textOf, tidy, unsavedText } from './entry-text.ts'

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict' | 'needs-question'

const PAUSE = 1200

export class EntryWork implements ReactiveController {
  /** The newest revision that this page knows the server to have. */
  entry: Entry | undefined
  gaps: readonly Gap[] = []
  /** What is on screen. */
  text: EntryText | undefined
  saveState: SaveState = 'saved'
  /** Why the last save failed. */
  problem: ProblemError | null = null
  /** What somebody else saved meanwhile, until the agent has chosen. */
  theirs: Entry | null = null
  /** Text from an earlier visit that never reached the server, offered to the agent. */
  recovered: EntryText | null = null

  readonly #host: ReactiveControllerHost
  #edits = 0
  #savedEdits = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #saving: Promise<boolean> | undefined
  #isComposing = false
  #life = new AbortController()

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  get isDirty(): boolean {
    return this.#edits !== this.#savedEdits
  }

  hostConnected(): void {
    this.#life = new AbortController()
    const { signal } = this.#life
    const saveNow = () => void (this.isDirty && this.save())
    document.addEventListener('visibilitychange', saveNow, { signal })
    window.addEventListener('online', saveNow, { signal })
    document.addEventListener('compositionstart', () => (this.#isComposing = true), { signal })
    document.addEventListener('compositionend', () => (this.#isComposing = false), { signal })
    window.addEventListener('beforeunload', (event) => this.#onLeave(event), { signal })
  }

  hostDisconnected(): void {
    this.#life.abort()
    if (this.isDirty) void this.save()
  }

  async open(id: string, signal: AbortSignal): Promise<Entry> {
    const { entry, gaps } = await need(client.api.entries[':id'].$get({ param: { id } }, { init: { signal } }))
    this.gaps = gaps
    this.#adopt(entry)
    this.#offerUnsaved(entry)
    this.#host.requestUpdate()
    return entry
  }

  edit(change: Partial<EntryText>): void {
    if (!this.text || !this.entry) return
    this.text = { ...this.text, ...change }
    this.#edits++
    keepUnsaved(this.entry, this.text)
    this.#saveSoon()
    if (this.saveState !== 'conflict') this.#turn(this.#saving ? 'saving' : 'unsaved')
    else this.#host.requestUpdate()
  }

  /** Resolves with whether the server has all that is on screen. */
  save(): Promise<boolean> {
    clearTimeout(this.#timer)
    this.#saving ??= this.#saveAll().finally(() => (this.#saving = undefined))
    return this.#saving
  }

  useTheirs(): void {
    if (!this.theirs) return
    forgetUnsaved(this.theirs.id)
    this.#adopt(this.theirs)
    this.#host.requestUpdate()
  }

  /** The agent has seen the other version and puts their own on top of it. */
  async keepMine(): Promise<boolean> {
    if (!this.theirs) return this.save()
    this.entry = this.theirs
    this.theirs = null
    this.#edits++
    return this.save()
  }

  restoreRecovered(): void {
    if (this.recovered) this.edit(this.recovered)
    this.recovered = null
    this.#host.requestUpdate()
  }

  discardRecovered(): void {
    this.recovered = null
    if (this.entry) forgetUnsaved(this.entry.id)
    this.#host.requestUpdate()
  }

  /** Saves what is on screen, then shows it to visitors. Resolves with whether it did. */
  publish(): Promise<boolean> {
    return this.#move((id, revision) =>
      need(client.api.entries[':id'].publish.$post({ param: { id }, json: { revision } })),
    )
  }

  archive(): Promise<boolean> {
    return this.#move((id, revision) =>
      need(client.api.entries[':id'].archive.$post({ param: { id }, json: { revision } })),
    )
  }

  /** Looks whether the gaps are answered by now. */
  async refreshGaps(): Promise<void> {
    if (!this.entry) return
    try {
      this.gaps = (await need(client.api.entries[':id'].$get({ param: { id: this.entry.id } }))).gaps
      this.#host.requestUpdate()
    } catch {
      // looked at again soon
    }
  }

  /** Once the typing pauses; a word that an input method is still composing is none yet. */
  #saveSoon(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => (this.#isComposing ? this.#saveSoon() : void this.save()), PAUSE)
  }

  async #saveAll(): Promise<boolean> {
    while (this.isDirty || this.theirs) {
      if (this.theirs || !this.entry || !this.text) return false
      const edits = this.#edits
      const text = tidy(this.text)
      if (!text.question) return this.#turn('needs-question')
      this.#turn('saving')
      try {
        const json = { ...text, revision: this.entry.revision }
        this.entry = await need(client.api.entries[':id'].$put({ param: { id: this.entry.id }, json }))
      } catch (error) {
        if (!(await this.#wasSavedBefore(error, text))) return false
      }
      this.#savedEdits = edits
      if (this.isDirty) keepUnsaved(this.entry, this.text)
    }
    if (this.entry) forgetUnsaved(this.entry.id)
    this.problem = null
    return this.#turn('saved')
  }

  /** A save whose answer was lost comes back as a conflict with oneself: then all is well. */
  async #wasSavedBefore(error: unknown, text: EntryText): Promise<boolean> {
    const newest = await this.#meetConflict(error)
    if (!newest || !isSameText(newest, text)) return false
    this.entry = newest
    this.theirs = null
    return true
  }

  async #move(request: (id: string, revision: number) => Promise<Entry>): Promise<boolean> {
    if (!(await this.save()) || !this.entry) return false
    try {
      this.entry = await request(this.entry.id, this.entry.revision)
      this.problem = null
      this.#host.requestUpdate()
      return true
    } catch (error) {
      await this.#meetConflict(error)
      return false
    }
  }

  /** Of a conflict: fetches what is there now. Everything else is said as it is. */
  async #meetConflict(error: unknown): Promise<Entry | null> {
    this.problem = asProblem(error)
    this.#turn('failed')
    if (this.problem.status !== 409 || !this.entry) return null
    try {
      const { entry } = await need(client.api.entries[':id'].$get({ param: { id: this.entry.id } }))
      this.theirs = entry
      this.problem = null
      this.#turn('conflict')
      return entry
    } catch (second) {
      this.problem = asProblem(second)
      return null
    }
  }

  #adopt(entry: Entry): void {
    this.entry = entry
    this.text = textOf(entry)
    this.theirs = null
    this.problem = null
    this.#savedEdits = this.#edits
    clearTimeout(this.#timer)
    forgetUnsavedIfSame(entry)
    this.#turn('saved')
  }

  /** Typed on this revision: offered. Typed on an older one: somebody has saved since, so the agent compares first. */
  #offerUnsaved(entry: Entry): void {
    const unsaved = unsavedText(entry.id)
    if (!unsaved) return
    if (unsaved.revision === entry.revision) {
      this.recovered = unsaved.text
      return
    }
    this.text = unsaved.text
    this.theirs = entry
    this.#edits++
    this.#turn('conflict')
  }

  #onLeave(event: BeforeUnloadEvent): void {
    if (!this.isDirty) return
    void this.save()
    event.preventDefault()
  }

  #turn(state: SaveState): boolean {
    this.saveState = state
    this.#host.requestUpdate()
    return state === 'saved'
  }
}

function forgetUnsavedIfSame(entry: Entry): void {
  const unsaved = unsavedText(entry.id)
  if (unsaved && isSameText(unsaved.text, entry)) forgetUnsaved(entry.id)
}
