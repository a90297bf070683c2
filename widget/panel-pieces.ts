// Pieces of the panel that only show what they are given.
import { html, nothing } from 'lit'
import type { KnowledgeState } from './knowledge.ts'
import { languageName, type Messages } from './messages.ts'
import type { Settings } from './panel-parts.ts'

/** What is not as it should be. */
export interface Trouble {
  readonly state: KnowledgeState
  /** Questions that wait to be sent, and those for which there was no room. */
  readonly waiting: number
  readonly dropped: number
  /** Seconds until the server takes more. */
  readonly busySeconds: number
  readonly contact: string
  readonly retry: () => void
}

export function troubleStrip(t: Messages, { state, waiting, dropped, busySeconds, contact, retry }: Trouble) {
  const isCutOff = state === 'stale' || state === 'failed'
  const says = [
    busySeconds > 0 ? t.busy(busySeconds) : state === 'stale' ? t.offline : state === 'failed' ? t.failed : '',
    waiting > 0 && isCutOff ? t.queued(waiting) : '',
    dropped > 0 ? t.dropped(dropped) : '',
  ].filter(Boolean)
  if (says.length === 0) return nothing
  return html`<div class="strip" part="status" role="status">
    <span>${says.join(' ')} ${state === 'failed' ? contactLink(t, contact) : null}</span>
    ${isCutOff ? html`<button class="quiet" @click=${retry}>${t.retry}</button>` : null}
  </div>`
}

function contactLink(t: Messages, contact: string) {
  return contact ? html`<a href=${contact}>${/^mailto:/i.test(contact) ? t.mailInstead : t.contact}</a>` : nothing
}

/** Name of the language of the answers, where it is not one that the visitor reads; else empty. */
export function foreignLanguage(locale: string | undefined, { languages, language, messages }: Settings): string {
  const primary = (tag: string) => tag.split('-')[0]!.toLowerCase()
  if (!locale || primary(locale) === primary(languages[0] ?? language)) return ''
  return messages.inLanguage(languageName(locale, language))
}

/** An answer that can't be had now. */
export function unreachableNote({ messages: t, contact }: Settings, title: string, retry: () => void) {
  return html`<div class="sent">
    <h3>${title}</h3>
    <p role="alert">${t.answerFailed}</p>
    <button class="quiet" @click=${retry}>${t.retry}</button>
    ${contactLink(t, contact)}
  </div>`
}
