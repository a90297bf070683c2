import { Task } from '@lit/task'
import { css, html, LitElement, type PropertyValues } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import type { Site } from '../server/domain/site.ts'
import { asProblem, type ProblemError } from './api.ts'
import { DoneEvent, type SiteChosenEvent } from './events.ts'
import { MessagesController } from './messages.ts'
import './parts/askwell-shell.ts'
import type { AskwellShell } from './parts/askwell-shell.ts'
import './parts/askwell-shortcuts.ts'
import type { AskwellShortcuts } from './parts/askwell-shortcuts.ts'
import './parts/askwell-snippet.ts'
import './parts/askwell-toasts.ts'
import type { AskwellToasts } from './parts/askwell-toasts.ts'
import { problemNotice } from './parts/problem-notice.ts'
import { addressOf, goTo, navigate, type Place, PlaceController } from './router.ts'
import { currentSite, endSession, loadSession, rememberSite, type Session } from './session.ts'
import { Shortcuts } from './shortcuts.ts'
import { base } from './theme/styles.ts'
import './views/askwell-editor.ts'
import './views/askwell-entries.ts'
import './views/askwell-gap.ts'
import './views/askwell-inbox.ts'
import './views/askwell-invite.ts'
import './views/askwell-sign-in.ts'

/** @summary The agents' console: which page is shown, and to whom. */
@customElement('askwell-console')
export class AskwellConsole extends LitElement {
  static override styles = [
    base,
    css`
      .loading {
        display: grid;
        place-items: center;
        min-block-size: 100dvh;
        color: var(--ink-muted);
      }
      .plain {
        max-inline-size: 40rem;
        padding: var(--space-7) var(--space-5);
        margin-inline: auto;
      }
    `,
  ]

  @state() private session: Session | undefined
  @state() private site: Site | undefined
  @state() private problem: ProblemError | null = null
  /** The session ended while the agent was at work. */
  @state() private ended = false

  @query('askwell-shell') private readonly shell!: AskwellShell | null
  @query('askwell-toasts') private readonly toasts!: AskwellToasts
  @query('askwell-shortcuts') private readonly help!: AskwellShortcuts

  #shownPlace: Place['name'] | undefined
  #life = new AbortController()
  readonly #messages = new MessagesController(this)
  readonly #at = new PlaceController(this)
  readonly #enter = new Task(this, {
    args: () => [this.#isOutside] as const,
    task: ([outside], { signal }) => (outside || this.session ? this.session : loadSession(signal)),
    onComplete: (session: Session | undefined) => this.#welcome(session),
    onError: (error) => this.#refuse(asProblem(error)),
  })

  constructor() {
    super()
    new Shortcuts(this, {
      '?': () => this.help.show(),
      g: () => this.session && goTo({ name: 'inbox', state: 'open' }),
      e: () => this.session && goTo({ name: 'entries', text: '', state: undefined }),
    })
    this.addEventListener('done', (event: DoneEvent) => this.toasts.show(event))
    this.addEventListener('signed-in', () => this.#onSignedIn())
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#life = new AbortController()
    window.addEventListener('session-ended', () => this.#onSessionEnded(), { signal: this.#life.signal })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#life.abort()
  }

  override render() {
    return html`
      ${this.#isOutside ? this.#gate() : this.#desk()}
      <askwell-toasts></askwell-toasts>
      <askwell-shortcuts></askwell-shortcuts>
    `
  }

  override updated(changed: PropertyValues): void {
    super.updated(changed)
    const { place } = this.#at
    document.title = `${this.#title(place.name)} · ${this.#messages.texts.shell.product}`
    if (this.#shownPlace !== undefined && this.#shownPlace !== place.name) this.shell?.startOfPage()
    this.#shownPlace = place.name
  }

  #gate() {
    const { place } = this.#at
    if (place.name === 'invite') return html`<askwell-invite .secret=${place.secret}></askwell-invite>`
    return html`<askwell-sign-in .ended=${this.ended}></askwell-sign-in>`
  }

  #desk() {
    const { texts } = this.#messages
    if (this.problem) {
      return html`<div class="plain">${problemNotice(this.problem, texts, () => void this.#enter.run())}</div>`
    }
    const { session } = this
    if (!session) return html`<p class="loading" role="status">${texts.shell.loading}</p>`
    return html`<askwell-shell
      .agent=${session.agent}
      .sites=${session.sites}
      .site=${this.site}
      .place=${this.#at.place.name}
      @site-chosen=${this.#onSiteChosen}
      @sign-out-asked=${this.#onSignOut}
      @shortcuts-asked=${() => this.help.show()}
      >${this.site ? this.#page(session, this.site, this.#at.place) : this.#noSite()}</askwell-shell
    >`
  }

  #page({ agent, sites }: Session, site: Site, place: Place) {
    switch (place.name) {
      case 'inbox':
        return html`<askwell-inbox .site=${site} .state=${place.state}></askwell-inbox>`
      case 'gap':
        return html`<askwell-gap .agent=${agent} .gapId=${place.id}></askwell-gap>`
      case 'entries':
        return html`<askwell-entries
          .agent=${agent}
          .site=${site}
          .text=${place.text}
          .state=${place.state}
        ></askwell-entries>`
      case 'entry':
        return html`<askwell-editor .agent=${agent} .sites=${sites} .entryId=${place.id}></askwell-editor>`
      default:
        return this.#nowhere()
    }
  }

  #nowhere() {
    const t = this.#messages.texts.nowhere
    return html`<div class="plain">
      <h1>${t.title}</h1>
      <p>${t.text}</p>
      <p><a href=${addressOf({ name: 'inbox', state: 'open' })}>${t.home}</a></p>
    </div>`
  }

  #noSite() {
    const t = this.#messages.texts.noSite
    return html`<div class="plain">
      <h1>${t.title}</h1>
      <p>${t.text}</p>
      <askwell-snippet label=${t.command} text='npx askwell site add "My shop"'></askwell-snippet>
    </div>`
  }

  #onSiteChosen({ site }: SiteChosenEvent): void {
    rememberSite(site)
    this.site = site
    goTo({ name: 'inbox', state: 'open' })
  }

  async #onSignOut(): Promise<void> {
    try {
      await endSession()
      this.ended = false
      this.session = undefined
      goTo({ name: 'sign-in', back: '/console/' })
    } catch (error) {
      this.toasts.show(new DoneEvent(this.#messages.texts.problem(asProblem(error).problem)))
    }
  }

  #onSignedIn(): void {
    const { place } = this.#at
    this.ended = false
    this.session = undefined
    navigate(place.name === 'sign-in' ? place.back : '/console/', { replace: true })
  }

  #onSessionEnded(): void {
    if (this.#isOutside) return
    this.ended = this.session !== undefined
    this.session = undefined
    goTo({ name: 'sign-in', back: location.pathname + location.search }, { replace: true })
  }

  #welcome(session: Session | undefined): void {
    this.problem = null
    this.session = session
    this.site = session && currentSite(session)
  }

  /** A 401 has led to the sign-in already. */
  #refuse(problem: ProblemError): void {
    this.problem = problem.status === 401 ? null : problem
  }

  #title(name: Place['name']): string {
    const { shell, signIn, invite, nowhere } = this.#messages.texts
    const titles: Readonly<Record<Place['name'], string>> = {
      ...{ inbox: shell.gaps, gap: shell.gaps, entries: shell.entries, entry: shell.entries },
      ...{ invite: invite.title, 'sign-in': signIn.title, nowhere: nowhere.title },
    }
    return titles[name]
  }

  /** Pages that are there without a session. */
  get #isOutside(): boolean {
    return this.#at.place.name === 'invite' || this.#at.place.name === 'sign-in'
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'askwell-console': AskwellConsole
  }
}
