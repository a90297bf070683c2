// What a panel is given by the element around it, and what it shows.
import type { Context, FeedbackReason } from './events.ts'
import type { Messages } from './messages.ts'
import type { PackEntry } from '../shared/pack.ts'
import type { RenderResult } from './search-view.ts'
import type { StorageMode } from './storage-modes.ts'

export type Mode = 'search-first' | 'neutral' | 'ask-first'

/** All that a panel must know. Another object after every change. */
export interface Settings {
  readonly site: string
  /** Where `/v1` is. */
  readonly server: string
  /** Languages that the visitor reads, best first. */
  readonly languages: readonly string[]
  readonly messages: Messages
  /** That of the messages. */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly mode: Mode
  readonly storage: StorageMode
  /** Address where people are reached otherwise: `mailto:`, `tel:` or a page. */
  readonly contact: string
  /** Whether there is something to close. */
  readonly closable: boolean
  /** Never takes the focus by itself. */
  readonly quiet: boolean
  readonly renderResult: RenderResult | undefined
  readonly transformQuery: ((query: string) => string) | undefined
  readonly redact: ((text: string) => string) | undefined
  readonly context: Context
  /** Signed proof of who the visitor is, if the page has given one. */
  readonly token: () => Promise<string | undefined>
}

export type View =
  | { readonly name: 'search' }
  | { readonly name: 'article'; readonly entry: PackEntry; readonly unhappy?: FeedbackReason | 'asked' }
  | { readonly name: 'unreachable'; readonly id: string; readonly title: string }
  | { readonly name: 'ask' }
  | { readonly name: 'sent'; readonly id: string; readonly email: string | undefined; readonly arrived: boolean }

/** Names of the places that a page can fill. */
const slots = ['header', 'home', 'footer', 'no-results', 'ask-intro', 'consent'] as const

/** The places that a page has filled in this element: a slot that is passed on counts as filled, even if it is empty. */
export function filledSlots(element: Element): readonly string[] {
  return slots.filter((name) => element.querySelector(`:scope > [slot=${name}]`))
}

/** Parts of inner elements that a page can style from outside. */
export const parts =
  'search-input,clear,results,result,result-title,result-snippet,mark,article,feedback,feedback-yes,feedback-no,ask-form,ask-submit,toast,header,close,status'
