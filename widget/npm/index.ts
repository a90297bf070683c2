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
export { askwell, type Askwell, type AskwellEvents, defineAskwell } from './page-widget.ts'
