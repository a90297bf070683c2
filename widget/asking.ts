// What a visitor's own questions need: their way to the server, what became of them, and the rule that typing is not asking.
// A module of its own: the search box is there before it.
import type { ReactiveControllerHost } from 'lit'
import './ask-form.ts'
import type { HelpServer } from './help-server.ts'
import { forgetAnswers } from './kept-answers.ts'
import { type NewQuestion, OutboxController, questionStore, type QuestionStore } from './outbox.ts'
import type { Settings } from './panel-parts.ts'
import { storageFor } from './storage-modes.ts'
import { TrailController } from './trail.ts'
import { YourQuestions } from './your-questions.ts'

export * as notes from './asking-notes.ts'

export interface AskingParts {
  readonly settings: () => Settings
  readonly server: () => HelpServer
  /** The page's last word about a question. */
  readonly before: (question: NewQuestion) => NewQuestion | undefined
}

export class Asking {
  readonly outbox: OutboxController
  readonly trail: TrailController
  readonly yours: YourQuestions
  readonly #settings: () => Settings
  #store: QuestionStore | undefined
  /** Storage mode and site of that store. */
  #stored = ''

  constructor(host: ReactiveControllerHost, { settings, server, before }: AskingParts) {
    this.#settings = settings
    this.outbox = new OutboxController(host, {
      ...{ server, before },
      store: () => this.#storeNow(),
      redact: () => settings().redact,
    })
    this.trail = new TrailController(host, (question) => void this.outbox.add(question))
    this.yours = new YourQuestions(host, {
      server,
      store: () => storageFor(settings().storage),
      site: () => settings().site,
    })
    void this.outbox.prepare().catch(() => undefined) // tried again when there is something to send
  }

  /** Nothing of this visitor stays in this browser. */
  forget(): void {
    this.yours.forget()
    void forgetAnswers(this.#settings().site)
  }

  #storeNow(): QuestionStore {
    const { storage, site } = this.#settings()
    if (this.#stored !== `${storage} ${site}`) this.#store = undefined
    this.#stored = `${storage} ${site}`
    return (this.#store ??= questionStore(storage, site))
  }
}
