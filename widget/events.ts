// What the page can listen to. All bubble out of the element; names begin with askwell-.
import type { FeedbackReason } from '../shared/contract.ts'
import type { NewQuestion } from './outbox.ts'

/** How a search ended, as the visitor saw it. */
export type SearchOutcome = 'answered' | 'weak' | 'none'
export type { FeedbackReason }

/** What a page says of its state: a plan, a step of the checkout. */
export type Context = Readonly<Record<string, unknown>>

class AskwellEvent extends Event {
  constructor(name: string, init?: EventInit) {
    super(`askwell-${name}`, { bubbles: true, composed: true, ...init })
  }
}

/** The widget has its words and can be used. */
export class ReadyEvent extends AskwellEvent {
  constructor() {
    super('ready')
  }
}

/** The panel opened. */
export class OpenEvent extends AskwellEvent {
  constructor() {
    super('open')
  }
}

/** The panel closed. */
export class CloseEvent extends AskwellEvent {
  constructor() {
    super('close')
  }
}

/** The visitor paused, and this is what the words found. */
export class SearchEvent extends AskwellEvent {
  readonly query: string
  readonly locale: string
  readonly count: number
  /** Milliseconds that the search took. */
  readonly ms: number
  readonly outcome: SearchOutcome

  constructor(search: Pick<SearchEvent, 'query' | 'locale' | 'count' | 'ms' | 'outcome'>) {
    super('search')
    this.query = search.query
    this.locale = search.locale
    this.count = search.count
    this.ms = search.ms
    this.outcome = search.outcome
  }
}

/** The visitor chose a result; `rank` counts from 1. */
export class ResultClickEvent extends AskwellEvent {
  readonly id: string
  readonly rank: number

  constructor(id: string, rank: number) {
    super('result-click')
    this.id = id
    this.rank = rank
  }
}

/** The visitor looks at an answer. */
export class ArticleViewEvent extends AskwellEvent {
  readonly id: string

  constructor(id: string) {
    super('article-view')
    this.id = id
  }
}

/** The visitor said whether an answer helped. */
export class FeedbackEvent extends AskwellEvent {
  readonly id: string
  readonly helpful: boolean
  readonly reason: FeedbackReason | undefined

  constructor(id: string, helpful: boolean, reason?: FeedbackReason) {
    super('feedback')
    this.id = id
    this.helpful = helpful
    this.reason = reason
  }
}

/** The knowledge has nothing for these words. */
export class NoAnswerEvent extends AskwellEvent {
  readonly query: string
  readonly outcome: 'no_result' | 'weak_result'

  constructor(query: string, outcome: NoAnswerEvent['outcome']) {
    super('no-answer')
    this.query = query
    this.outcome = outcome
  }
}

/** The visitor left a question; it is on the server's disk. */
export class QuestionSentEvent extends AskwellEvent {
  readonly id: string

  constructor(id: string) {
    super('question-sent')
    this.id = id
  }
}

/** A question that this visitor left has an answer now. */
export class AnswerReadyEvent extends AskwellEvent {
  readonly questionId: string
  readonly articleId: string

  constructor(questionId: string, articleId: string) {
    super('answer-ready')
    this.questionId = questionId
    this.articleId = articleId
  }
}

/**
 * A question is about to be kept and sent. `preventDefault()` and it is neither; write to `question` to change it.
 * Personal data is taken out of it after that, too.
 */
export class BeforeSendEvent extends AskwellEvent {
  question: NewQuestion
  /** What the page has said of its state (`askwell('context', …)`). */
  readonly context: Context

  constructor(question: NewQuestion, context: Context) {
    super('before-send', { cancelable: true })
    this.question = question
    this.context = context
  }
}

/** Something could not be had. `code` is the HTTP status, or `network`. */
export class FaultEvent extends AskwellEvent {
  readonly code: string
  readonly retryable: boolean

  constructor(code: string, retryable: boolean) {
    super('error')
    this.code = code
    this.retryable = retryable
  }
}

declare global {
  interface HTMLElementEventMap {
    'askwell-ready': ReadyEvent
    'askwell-open': OpenEvent
    'askwell-close': CloseEvent
    'askwell-search': SearchEvent
    'askwell-result-click': ResultClickEvent
    'askwell-article-view': ArticleViewEvent
    'askwell-feedback': FeedbackEvent
    'askwell-no-answer': NoAnswerEvent
    'askwell-question-sent': QuestionSentEvent
    'askwell-answer-ready': AnswerReadyEvent
    'askwell-before-send': BeforeSendEvent
    'askwell-error': FaultEvent
  }
}
