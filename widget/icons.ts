// The widget's own icons: strokes on a grid of 24, drawn for it (MIT, as all of Askwell).
import { html, nothing, type TemplateResult } from 'lit'

const paths = {
  back: 'M14.5 5.5 8 12l6.5 6.5',
  close: 'M6 6l12 12M18 6 6 18',
  search: 'M16.2 16.2 20.5 20.5M18 11a7 7 0 1 1-14 0 7 7 0 0 1 14 0z',
  ask: 'M4 5.5h16v11h-9L6.5 20v-3.5H4zM8.5 9.5h7M8.5 12.5h4',
  next: 'M9.5 5.5 16 12l-6.5 6.5',
  done: 'M5 12.5 10 17.5 19.5 7',
  clock: 'M12 7.5V12l3 2M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0z',
  link: 'M10.5 13.5a4 4 0 0 0 5.7 0l2.6-2.6a4 4 0 0 0-5.7-5.7L12 6.3M13.5 10.5a4 4 0 0 0-5.7 0l-2.6 2.6a4 4 0 0 0 5.7 5.7l1.1-1.1',
} as const

export type IconName = keyof typeof paths
/** Arrows, which point the other way where one reads from right to left. */
const turning: readonly IconName[] = ['back', 'next']

/** Decoration: what it stands for is said by the text or the label beside it. */
export function icon(name: IconName, size = 20): TemplateResult {
  return html`<svg
    class=${turning.includes(name) ? 'turns' : nothing}
    viewBox="0 0 24 24"
    width=${size}
    height=${size}
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d=${paths[name]} />
  </svg>`
}
