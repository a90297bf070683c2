// `@askwell/widget/react`: the elements as React components, and the commands as a hook.
import { createComponent, type EventName } from '@lit/react'
import * as React from 'react'
import type * as events from '../events.ts'
import * as elements from './define.ts'
import { type Askwell, askwellWithin } from './page-widget.ts'

const named = <E extends Event>(name: string) => name as EventName<E>

const onEvents = {
  onReady: named<events.ReadyEvent>('askwell-ready'),
  onOpen: named<events.OpenEvent>('askwell-open'),
  onClose: named<events.CloseEvent>('askwell-close'),
  onSearch: named<events.SearchEvent>('askwell-search'),
  onResultClick: named<events.ResultClickEvent>('askwell-result-click'),
  onArticleView: named<events.ArticleViewEvent>('askwell-article-view'),
  onFeedback: named<events.FeedbackEvent>('askwell-feedback'),
  onNoAnswer: named<events.NoAnswerEvent>('askwell-no-answer'),
  onBeforeSend: named<events.BeforeSendEvent>('askwell-before-send'),
  onQuestionSent: named<events.QuestionSentEvent>('askwell-question-sent'),
  onAnswerReady: named<events.AnswerReadyEvent>('askwell-answer-ready'),
  onError: named<events.FaultEvent>('askwell-error'),
}

/** `<askwell-widget>`: the button and its panel. */
export const AskwellWidget = createComponent({
  react: React,
  tagName: 'askwell-widget',
  elementClass: elements.AskwellWidget,
  events: onEvents,
})

/** `<askwell-search>`: a search box in the page. */
export const AskwellSearch = createComponent({
  react: React,
  tagName: 'askwell-search',
  elementClass: elements.AskwellSearch,
  events: onEvents,
})

/** `<askwell-article>`: one answer in the page. */
export const AskwellArticle = createComponent({
  react: React,
  tagName: 'askwell-article',
  elementClass: elements.AskwellArticle,
  events: onEvents,
})

/** `<askwell-ask>`: the form for a question in the page. */
export const AskwellAsk = createComponent({
  react: React,
  tagName: 'askwell-ask',
  elementClass: elements.AskwellAsk,
  events: onEvents,
})

/** The commands of this page's widget, the same function at every render. What it listens to ends with the component. */
export function useAskwell(): Askwell {
  const life = React.useRef<AbortController>(undefined)
  const [askwell] = React.useState(() => askwellWithin(() => (life.current ??= new AbortController()).signal))
  React.useEffect(
    () => () => {
      life.current?.abort()
      life.current = undefined // in strict mode the same component is mounted again
    },
    [],
  )
  return askwell
}
