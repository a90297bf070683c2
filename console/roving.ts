// Arrow keys (and j, k) move the focus through the rows of a list.
import type { LitElement } from 'lit'
import { Shortcuts } from './shortcuts.ts'

/** `rows` selects, inside the host, what is focused in turn. */
export function rowKeys(host: LitElement, rows: string): Shortcuts {
  const move = (step: 1 | -1) => {
    const links = [...host.renderRoot.querySelectorAll<HTMLElement>(rows)]
    const at = links.findIndex((link) => link.matches(':focus'))
    const next = at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + step))
    links[next]?.focus()
  }
  return new Shortcuts(host, {
    j: () => move(1),
    arrowdown: () => move(1),
    k: () => move(-1),
    arrowup: () => move(-1),
  })
}
