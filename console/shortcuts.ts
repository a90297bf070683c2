// Keys that act on the whole page while its element is there. Typing is never taken for a shortcut.
import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** By `event.key`, in lower case; `mod+` is Ctrl or Cmd, and works while typing too. */
export type Keys = Readonly<Record<string, () => void>>

export class Shortcuts implements ReactiveController {
  readonly #keys: Keys
  #life = new AbortController()

  constructor(host: ReactiveControllerHost, keys: Keys) {
    this.#keys = keys
    host.addController(this)
  }

  hostConnected(): void {
    this.#life = new AbortController()
    window.addEventListener('keydown', (event) => this.#onKeyDown(event), { signal: this.#life.signal })
  }

  hostDisconnected(): void {
    this.#life.abort()
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing || event.altKey) return
    const withModifier = event.ctrlKey || event.metaKey
    // the editor keeps the browser from acting on Ctrl+Enter, not us
    if (!withModifier && (event.defaultPrevented || isBusy(event))) return
    const act = this.#keys[`${withModifier ? 'mod+' : ''}${event.key.toLowerCase()}`]
    if (!act) return
    event.preventDefault()
    act()
  }
}

/** True while the key belongs to a field, an open menu or a dialog. */
function isBusy(event: KeyboardEvent): boolean {
  return event.composedPath().some((target) => {
    if (!(target instanceof HTMLElement)) return false
    if (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT', 'DIALOG'].includes(target.tagName)) return true
    return ['WA-DROPDOWN-ITEM', 'WA-SELECT', 'WA-OPTION'].includes(target.tagName)
  })
}
