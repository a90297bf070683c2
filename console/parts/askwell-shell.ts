import { html, LitElement, nothing } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { SignedIn } from '../../server/domain/agent.ts'
import type { Site } from '../../server/domain/site.ts'
import { interfaceLanguages } from '../../shared/language.ts'
import { SignOutAskedEvent, SiteChosenEvent } from '../events.ts'
import { catalogues, chooseLanguage, currentLanguage, MessagesController } from '../messages.ts'
import { addressOf, type Place } from '../router.ts'
import { base } from '../theme/styles.ts'
import { shellStyle } from './shell-style.ts'
import { mark } from './mark.ts'

interface MenuItem extends Element {
  readonly value: string
}

/**
 * @summary The frame around every page: where one is, for which site, as whom.
 * @slot - The page.
 * @event site-chosen - The agent switched to another site.
 * @event sign-out-asked
 * @event shortcuts-asked
 */
@customElement('askwell-shell')
export class AskwellShell extends LitElement {
  static override styles = [base, shellStyle]

  @property({ attribute: false }) agent: SignedIn | undefined
  @property({ attribute: false }) sites: readonly Site[] = []
  @property({ attribute: false }) site: Site | undefined
  @property({ attribute: false }) place: Place['name'] = 'inbox'

  @query('main') private readonly main!: HTMLElement

  readonly #messages = new MessagesController(this)

  /** Puts the reader at the beginning of the page. */
  startOfPage(): void {
    this.main.focus({ preventScroll: true })
    scrollTo(0, 0)
  }

  override render() {
    const { shell } = this.#messages.texts
    const inGaps = this.place === 'inbox' || this.place === 'gap'
    const inEntries = this.place === 'entries' || this.place === 'entry'
    return html`
      <header>
        <a class="skip" href="#main" @click=${this.#onSkip}>${shell.skip}</a>
        <a class="brand" href=${addressOf({ name: 'inbox', state: 'open' })} aria-label=${shell.product}>
          ${mark}<span>${shell.product}</span>
        </a>
        ${this.#siteSwitcher()}
        <nav aria-label=${shell.navigation}>
          <a href=${addressOf({ name: 'inbox', state: 'open' })} aria-current=${inGaps ? 'page' : nothing}>
            <wa-icon name="inbox"></wa-icon>${shell.gaps}
          </a>
          <a
            href=${addressOf({ name: 'entries', text: '', state: undefined })}
            aria-current=${inEntries ? 'page' : nothing}
          >
            <wa-icon name="entries"></wa-icon>${shell.entries}
          </a>
        </nav>
        ${this.#account()}
      </header>
      <main id="main" tabindex="-1"><slot></slot></main>
    `
  }

  #siteSwitcher() {
    const { shell } = this.#messages.texts
    if (this.sites.length < 2) return html`<p class="site" title=${shell.site}>${this.site?.name}</p>`
    return html`<wa-dropdown class="site" placement="bottom-start" @wa-select=${this.#onSite}>
      <wa-button slot="trigger" size="s" appearance="outlined" with-caret title=${shell.site}
        >${this.site?.name}</wa-button
      >
      ${this.sites.map(
        ({ id, name }) =>
          html`<wa-dropdown-item type="checkbox" value=${id} .checked=${live(id === this.site?.id)}
            >${name}</wa-dropdown-item
          >`,
      )}
    </wa-dropdown>`
  }

  #account() {
    const { texts } = this.#messages
    const { agent } = this
    if (!agent) return nothing
    return html`<wa-dropdown class="account" placement="bottom-end" @wa-select=${this.#onAccount}>
      <wa-button slot="trigger" appearance="plain" with-caret title=${texts.shell.account(agent.name)}>
        <span slot="start" class="initial" aria-hidden="true">${[...agent.name][0]?.toUpperCase()}</span>
        <span class="who">${agent.name}</span>
      </wa-button>
      <div class="identity">
        <strong>${agent.name}</strong>
        <span>${agent.email}</span>
        <span>${texts.roles[agent.role]}</span>
      </div>
      ${interfaceLanguages.map(
        (language) =>
          html`<wa-dropdown-item
            type="checkbox"
            value=${language}
            lang=${catalogues[language].tag}
            .checked=${live(language === currentLanguage())}
            >${catalogues[language].name}</wa-dropdown-item
          >`,
      )}
      <wa-dropdown-item value="shortcuts">${texts.shell.shortcuts} </wa-dropdown-item>
      <wa-dropdown-item value="sign-out">${texts.shell.signOut} </wa-dropdown-item>
    </wa-dropdown>`
  }

  #onSkip(event: Event): void {
    event.preventDefault()
    this.startOfPage()
  }

  #onSite(event: CustomEvent<{ item: MenuItem }>): void {
    const site = this.sites.find(({ id }) => id === event.detail.item.value)
    if (site) this.dispatchEvent(new SiteChosenEvent(site))
  }

  #onAccount(event: CustomEvent<{ item: MenuItem }>): void {
    const { value } = event.detail.item
    const language = interfaceLanguages.find((known) => known === value)
    if (language) chooseLanguage(language)
    if (value === 'shortcuts') this.dispatchEvent(new Event('shortcuts-asked', { bubbles: true, composed: true }))
    if (value === 'sign-out') this.dispatchEvent(new SignOutAskedEvent())
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'askwell-shell': AskwellShell
  }
}
