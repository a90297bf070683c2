// `@askwell/widget`. Importing it defines nothing and needs no DOM: `defineAskwell()` or `@askwell/widget/define` defines.
export type { AskwellWidget, Info } from '../askwell-widget.ts'
export {
  AnswerReadyEvent,
  ArticleViewEvent,
  BeforeSendEvent,
  CloseEvent,
  FaultEvent,
  FeedbackEvent,
  NoAnswerEvent,
  OpenEvent,
  QuestionSentEvent,
  ReadyEvent,
  ResultClickEvent,
  SearchEvent,
} from '../events.ts'
export type { IdentityProof } from '../identity.ts'
export type { AskwellArticle, AskwellAsk, AskwellSearch } from '../inline-elements.ts'
export type { Labels } from '../messages.ts'
export type { RenderResult } from '../search-view.ts'
export { askwell, type Askwell, type AskwellEvents } from './page-widget.ts'

/** Fetches and defines `<askwell-widget>`, `<askwell-search>`, `<askwell-article>`, `<askwell-ask>`; on a server nothing. */
export async function defineAskwell(): Promise<void> {
  if (typeof document !== 'undefined') await import('./define.ts')
}
