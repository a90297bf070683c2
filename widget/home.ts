// What a visitor is offered before a word is typed: what others on this page needed, and what many read.
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { HelpServer } from './help-server.ts'
import type { Messages } from './messages.ts'
import type { Group } from './search-view.ts'
import type { SearchController } from './searching.ts'

export class HomeController implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #server: () => HelpServer
  #forPage: readonly string[] = []
  #suggested: readonly string[] | undefined
  #popular: readonly string[] = []
  /** The page and locale that were looked up last. */
  #looked = ''

  constructor(host: ReactiveControllerHost, server: () => HelpServer) {
    this.#host = host
    this.#server = server
    host.addController(this)
  }

  /** There is nothing to tidy up, but a controller needs one of these. */
  hostDisconnected(): void {
    this.#looked = ''
  }

  /** Entries to begin with: those for this page, those that many read, else the first that there are. */
  groups(t: Messages, search: SearchController): readonly Group[] {
    const ids = this.#suggested ?? this.#forPage
    const groups = [
      { title: t.forThisPage, rows: search.entries(ids) },
      { title: t.popular, rows: search.entries(this.#popular.filter((id) => !ids.includes(id))) },
    ].filter(({ rows }) => rows.length > 0)
    if (groups.length > 0) return groups
    return search.first.length > 0 ? [{ title: t.startHere, rows: search.first }] : []
  }

  /** Once for each page and locale; a home without these lists is a home as well. */
  async look(locale: string | undefined): Promise<void> {
    const page = `${locale} ${location.pathname}`
    if (!locale || page === this.#looked) return
    this.#looked = page
    try {
      const { forPage, popular } = await this.#server().home(locale, location.pathname)
      if (page !== this.#looked) return
      this.#forPage = forPage
      this.#popular = popular
      this.#host.requestUpdate()
    } catch {
      this.#looked = ''
    }
  }

  /** The page knows better what fits; without ids, this page is looked up again. */
  suggest(ids?: readonly string[]): void {
    this.#suggested = ids
    this.#looked = ''
    this.#host.requestUpdate()
  }
}
