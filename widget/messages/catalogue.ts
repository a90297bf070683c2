// What a language of the widget must say. One that lacks a word does not compile.
import type { FeedbackReason } from '../events.ts'

/** Every word that the widget shows, in one language. Names and other people's words stand in `text`, `name`, `email`, `code`. */
export interface Messages {
  // the button, the panel and its header
  readonly help: string
  readonly title: string
  readonly close: string
  readonly back: string
  readonly loading: string
  readonly contact: string

  // home
  readonly startHere: string
  readonly forThisPage: string
  readonly popular: string
  readonly yourQuestions: string
  readonly statusWaiting: string
  readonly statusAnswered: string
  readonly statusSending: string
  readonly answerReady: string
  readonly youAsked: (text: string) => string
  readonly readAnswer: string
  readonly newAnswers: (count: number) => string

  // searching
  readonly search: string
  readonly placeholder: string
  readonly clear: string
  readonly results: (count: number) => string
  readonly answers: string
  readonly unsure: string
  /** Holds `text` unchanged: it is marked there. */
  readonly didYouMean: (text: string) => string
  /** Of an answer in another language than the visitor's; `name` as `languageName` gives it. */
  readonly inLanguage: (name: string) => string
  readonly noneOfThese: string
  readonly askUs: string
  readonly noAnswer: (text: string) => string
  readonly noAnswerHint: string

  // asking
  readonly askTitle: string
  readonly askHint: string
  readonly question: string
  readonly questionMissing: string
  readonly detail: string
  readonly email: string
  readonly emailWrong: string
  readonly privacyNote: string
  readonly maybeThese: string
  readonly send: string

  // asked
  readonly sentTitle: string
  /** Names the heading `yourQuestions`. */
  readonly sentNext: string
  readonly sentNextMail: (email: string) => string
  readonly reference: (code: string) => string
  readonly waitingTitle: string
  readonly waitingText: string
  readonly similar: string
  readonly searchAgain: string

  // an answer
  readonly updated: (date: Date) => string
  readonly copyLink: string
  readonly copied: string
  readonly related: string
  /** `yes` and `no` answer it. */
  readonly solved: string
  readonly yes: string
  readonly no: string
  readonly glad: string
  readonly sorry: string
  readonly reasonTitle: string
  readonly reasons: Readonly<Record<FeedbackReason, string>>
  readonly reasonDetail: string
  readonly sendFeedback: string
  readonly skip: string

  // when something is wrong
  readonly offline: string
  readonly failed: string
  readonly answerFailed: string
  readonly retry: string
  readonly busy: (seconds: number) => string
  readonly mailInstead: string
  readonly queued: (count: number) => string
  readonly dropped: (count: number) => string
}

/** Forms by plural category; `#` is where the number stands. `zero` also says "none" in languages without that category. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>

/** What the rules of a language decide rather than its words. */
export interface Grammar {
  readonly plural: (count: number, forms: PluralForms) => string
  /** The date in full, without the time. */
  readonly day: (date: Date) => string
}

/**
 * A language: its words by its grammar. These modules import nothing, or each would need a part of the widget, which
 * the loader may have fetched under another address.
 */
export type Catalogue = (grammar: Grammar) => Messages
