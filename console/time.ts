// Moments as people say them, with the exact time within reach.
import { html } from 'lit'
import type { Messages } from './messages.ts'

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/** “3 hours ago”, with date and time in the title. */
export function timeAgo(iso: string, { tag, justNow }: Pick<Messages, 'tag' | 'justNow'>, now = Date.now()) {
  const exact = new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(iso))
  return html`<time datetime=${iso} title=${exact}>${relative(iso, tag, now) ?? justNow}</time>`
}

function relative(iso: string, tag: string, now: number): string | undefined {
  const words = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const seconds = Math.min(0, Math.round((Date.parse(iso) - now) / 1000)) // a clock ahead of ours is not the future
  const step = steps.find(([, size]) => -seconds >= size)
  return step && words.format(Math.ceil(seconds / step[1]), step[0])
}

/** The name of a language in the reader's own, such as “Chinese”. */
export function languageName(locale: string, tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' }).of(locale) ?? locale
}
