// Pages that change without being loaded: routers of single-page apps, Turbo, Astro, pages that come back from the back/forward
// cache. Tells the new address, and leaves the page as it was when nobody listens any more.
import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Listens while its element is on the page. A change that happens while the element is moved to another body is told, too. */
export class PageChanges implements ReactiveController {
  readonly #changed: (url: string) => unknown
  #stop: AbortController | undefined
  #address: string | undefined

  constructor(host: ReactiveControllerHost, changed: (url: string) => unknown) {
    this.#changed = changed
    host.addController(this)
  }

  hostConnected(): void {
    this.#stop = new AbortController()
    const before = this.#address
    this.#address = pageAddress()
    if (before !== undefined && before !== this.#address) this.#changed(location.href)
    onPageChange((url) => {
      this.#address = pageAddress()
      this.#changed(url)
    }, this.#stop.signal)
  }

  hostDisconnected(): void {
    this.#stop?.abort()
  }
}

/** Calls back with the address of the page, once for each change of it, until `signal` aborts. */
export function onPageChange(changed: (url: string) => void, signal: AbortSignal): void {
  let address = pageAddress()
  const look = () => {
    if (address === pageAddress()) return
    address = pageAddress()
    changed(location.href)
  }
  const navigation = (window as { navigation?: EventTarget }).navigation
  if (navigation) navigation.addEventListener('currententrychange', look, { signal })
  else watchHistory(look, signal)
  for (const name of ['popstate', 'hashchange']) addEventListener(name, look, { signal })
  for (const name of ['turbo:load', 'astro:page-load']) document.addEventListener(name, look, { signal })
  addEventListener('pageshow', ({ persisted }) => persisted && changed(location.href), { signal })
}

/** Anchors lead to a place in the same page; `#/…` and `#!…` are addresses of routers. */
function pageAddress(): string {
  return location.href.replace(/#(?![/!]).*$/, '')
}

/** Browsers without the Navigation API don't tell: the page's own calls are listened to. Built-ins stay as they are. */
function watchHistory(look: () => void, signal: AbortSignal): void {
  for (const name of ['pushState', 'replaceState'] as const) {
    // the page's own, if another script was here first
    const before = Reflect.get(history, name) as History['pushState']
    const listening: History['pushState'] = (...args) => {
      before.apply(history, args)
      if (!signal.aborted) look()
    }
    const isOwn = Object.hasOwn(history, name)
    history[name] = listening
    signal.addEventListener('abort', () => {
      if (history[name] !== listening) return // somebody else built on ours: it stays, and only passes on
      if (isOwn) history[name] = before
      else delete (history as Partial<History>)[name]
    })
  }
}
