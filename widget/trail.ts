// Typing is not asking: "re", "refu", "refund polcy", "refund policy" are one question on its way. What came of the last
// search is held back until the visitor goes on to something else, leaves, or says more about it.
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { isSameTyping } from '../shared/normalize.ts'
import type { NewQuestion } from './outbox.ts'

/** Milliseconds after which a held question is taken for final. */
const HOLD = 8_000

export class TrailController implements ReactiveController {
  readonly #final: (question: NewQuestion) => void
  #held: NewQuestion | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `final` hears of each question once, when it is certain. */
  constructor(host: ReactiveControllerHost, final: (question: NewQuestion) => void) {
    this.#final = final
    host.addController(this)
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#onPageHide)
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#onPageHide)
    this.leave()
  }

  /** Holds what came of a search; of one typing, only the last counts. */
  hold(question: NewQuestion): void {
    if (this.#held && !isSameTyping(this.#held.text, question.text)) this.leave()
    this.#held = question
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.leave(), HOLD)
  }

  /** The visitor says more about it, or found something after all: what is held no longer counts. */
  drop(): void {
    clearTimeout(this.#timer)
    this.#held = undefined
  }

  /** The visitor leaves: what is held is final. */
  leave(): void {
    const held = this.#held
    this.drop()
    if (held) this.#final(held)
  }

  readonly #onPageHide = (): void => this.leave()
}
