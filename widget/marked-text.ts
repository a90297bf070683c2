// A text with what matched in it marked: text nodes and elements, never HTML from strings.
import { html, type TemplateResult } from 'lit'
import type { Mark } from '../shared/passages.ts'

/** The text in pieces, a `<mark>` for each mark. */
export function markedText(text: string, marks: readonly Mark[]): (string | TemplateResult)[] {
  let at = 0
  const pieces = marks.flatMap(([start, end]) => {
    const before = text.slice(at, start)
    at = end
    return [before, html`<mark>${text.slice(start, end)}</mark>`]
  })
  return [...pieces, text.slice(at)]
}
