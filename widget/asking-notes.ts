// What the panel shows of a visitor's own questions.
import { html, nothing } from 'lit'
import type { PackEntry } from '../shared/pack.ts'
import type { Row } from './found.ts'
import { icon } from './icons.ts'
import type { Messages } from './messages.ts'
import type { Asked } from './your-questions.ts'

type Read = (entry: PackEntry) => unknown

/** The news that somebody came back for. */
export function readyCard(t: Messages, ready: readonly Asked[], read: Read) {
  return ready.slice(0, 1).map(
    ({ text, entry }) =>
      html`<section class="ready" aria-labelledby="ready">
        <h3 id="ready">${icon('done', 18)}${t.answerReady}</h3>
        <p>${t.youAsked(text)}</p>
        <button class="primary" @click=${() => read(entry!)}>${t.readAnswer}</button>
      </section>`,
  )
}

/** What the visitor has asked, and how it stands. */
export function yourQuestions(t: Messages, list: readonly Asked[], isUnsent: (id: string) => boolean, read: Read) {
  if (list.length === 0) return nothing
  return html`<section class="list" aria-labelledby="yours">
    <h3 id="yours">${t.yourQuestions}</h3>
    <ul>
      ${list.slice(0, 5).map(({ id, text, entry }) => {
        const status = entry ? t.statusAnswered : isUnsent(id) ? t.statusSending : t.statusWaiting
        const row = html`<span>${text}</span>
          <span class="status" ?data-done=${entry}>${icon(entry ? 'done' : 'clock', 14)}${status}</span>`
        return html`<li>
          ${entry ? html`<button @click=${() => read(entry)}>${row}</button>` : html`<div class="row">${row}</div>`}
        </li>`
      })}
    </ul>
  </section>`
}

export interface Sent {
  readonly id: string
  readonly email: string | undefined
  readonly arrived: boolean
}

/** `busySeconds`: the server is there, and takes more only after that time. */
export function sentNote(t: Messages, { id, email, arrived }: Sent, busySeconds: number) {
  const waits = busySeconds > 0 ? t.busy(busySeconds) : t.waitingText
  return html`<div role="status">
    <span class="mark">${icon(arrived ? 'done' : 'clock', 26)}</span>
    <h3>${arrived ? t.sentTitle : t.waitingTitle}</h3>
    <p>${arrived ? (email ? t.sentNextMail(email) : t.sentNext) : waits}</p>
    <p class="reference">${t.reference(id.slice(0, 8).toUpperCase())}</p>
  </div>`
}

/** Answers near to what was asked. */
export function similarAnswers(t: Messages, rows: readonly Row[], read: Read) {
  if (rows.length === 0) return nothing
  return html`<section class="list" aria-labelledby="similar">
    <h3 id="similar">${t.similar}</h3>
    <ul>
      ${rows.slice(0, 3).map(
        ({ entry }) =>
          html`<li>
            <button @click=${() => read(entry)}><span>${entry.question}</span>${icon('next', 16)}</button>
          </li>`,
      )}
    </ul>
  </section>`
}
