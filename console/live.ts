// Keeps what an agent sees up to date: again and again while the page is visible, and at once on coming back to it.
import type { ReactiveController, ReactiveControllerHost } from 'lit'

export class LiveController implements ReactiveController {
  readonly #refresh: () => void
  readonly #every: number
  #life = new AbortController()

  constructor(host: ReactiveControllerHost, refresh: () => void, every = 5000) {
    this.#refresh = refresh
    this.#every = every
    host.addController(this)
  }

  hostConnected(): void {
    this.#life = new AbortController()
    const { signal } = this.#life
    const look = () => {
      if (document.visibilityState === 'visible') this.#refresh()
    }
    const timer = setInterval(look, this.#every)
    signal.addEventListener('abort', () => clearInterval(timer))
    document.addEventListener('visibilitychange', look, { signal })
    window.addEventListener('focus', look, { signal })
    window.addEventListener('online', look, { signal })
  }

  hostDisconnected(): void {
    this.#life.abort()
  }
}
