// A problem as a notice, with what can be done about it.
import { html, nothing } from 'lit'
import { asProblem } from '../api.ts'
import type { Messages } from '../messages.ts'
import './askwell-notice.ts'

/** `text` replaces the problem's own sentence where the page knows more. */
export function problemNotice(error: unknown, texts: Messages, retry?: () => void, text?: string) {
  const { problem } = asProblem(error)
  return html`<askwell-notice tone="bad" role="alert">
    ${text ?? texts.problem(problem)}
    ${
      problem.status >= 500 && problem.instance
        ? html`<small class="request">${texts.requestId(problem.instance)}</small>`
        : nothing
    }
    ${
      retry
        ? html`<wa-button slot="actions" size="s" appearance="outlined" @click=${retry}>${texts.retry}</wa-button>`
        : nothing
    }
  </askwell-notice>`
}
