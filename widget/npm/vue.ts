// `@askwell/widget/vue`: types for the elements in templates, and the commands as a composable.
import { type HTMLAttributes, onScopeDispose, type PublicProps } from 'vue'
import './define.ts'
import type { AskwellWidget } from '../askwell-widget.ts'
import type { AskwellArticle, AskwellAsk, AskwellSearch } from '../inline-elements.ts'
import { type Askwell, type AskwellEvents, askwellWithin } from './page-widget.ts'

/** The commands of this page's widget. What it listens to ends with the component. */
export function useAskwell(): Askwell {
  const life = new AbortController()
  onScopeDispose(() => life.abort())
  return askwellWithin(() => life.signal)
}

/** Props and events of an element of ours in a template. */
export interface InTemplate<Element extends HTMLElement> {
  new (): {
    $props: HTMLAttributes & Partial<Omit<Element, keyof HTMLElement>> & Listeners & PublicProps
  }
}

/** `@askwell-no-answer` is `onAskwellNoAnswer` to Vue. */
type Listeners = {
  readonly [Name in keyof AskwellEvents as `onAskwell${Pascal<Name>}`]?: (event: AskwellEvents[Name]) => void
}
type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Name>

declare module 'vue' {
  interface GlobalComponents {
    AskwellWidget: InTemplate<AskwellWidget>
    AskwellSearch: InTemplate<AskwellSearch>
    AskwellArticle: InTemplate<AskwellArticle>
    AskwellAsk: InTemplate<AskwellAsk>
  }
}
