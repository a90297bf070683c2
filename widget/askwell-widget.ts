import { html, LitElement, nothing, type PropertyValues, unsafeCSS } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import './askwell-panel.ts'
import type { AskwellPanel } from './askwell-panel.ts'
import { closeOnBack } from './back-closes.ts'
import { CloseEvent, type Context, OpenEvent } from './events.ts'
import { icon } from './icons.ts'
import type { IdentityProof } from './identity.ts'
import { launcherCss } from './launcher.ts'
import type { Labels } from './messages.ts'
import { PageChanges } from './page-changes.ts'
import { linkedTarget } from './page-link.ts'
import { filledSlots, type Mode, parts } from './panel-parts.ts'
import type { StorageMode } from './storage-modes.ts'
import { PanelSettings } from './panel-settings.ts'
import type { RenderResult } from './search-view.ts'
import { buttons, theme } from './theme.ts'
import { widgetStyle } from './widget-style.ts'

/** What `info` tells. */
export interface Info {
  readonly site: string
  readonly server: string
  readonly storage: StorageMode
  /** That of the interface. */
  readonly language: string | undefined
  /** Seconds for which the visitor's token is still good. */
  readonly tokenSecondsLeft: number | undefined
  /** Whether this page may use the site; if not, why. */
  readonly allowed: boolean
  readonly problem?: string
  readonly version?: string
  /** The locale of the answers, and why that one. */
  readonly locale?: string
  readonly why?: string
}

const PHONE = '(max-width: 480px)'

/**
 * @summary The help button and its panel: search, read, ask.
 *
 * @slot launcher-icon - Picture on the button.
 * @slot header - Title of the panel.
 * @slot home - Below the entries that the panel begins with.
 * @slot footer - At the bottom of the panel.
 * @slot no-results - Between "no answer" and the form.
 * @slot ask-intro - Above the form.
 * @slot consent - Below the e-mail address.
 *
 * @csspart launcher - The button in the corner.
 * @csspart badge - How many new answers there are, on the button.
 * @csspart panel - The panel that it opens.
 * @csspart header - Its top line.
 * @csspart close - The button that closes it.
 * @csspart search-input - The search box.
 * @csspart clear - The button that empties it.
 * @csspart results - The list.
 * @csspart result - A row of it.
 * @csspart result-title - The question of a row.
 * @csspart result-snippet - What of the answer matches.
 * @csspart article - An answer.
 * @csspart feedback - Whether it helped.
 * @csspart feedback-yes - The button that says so.
 * @csspart feedback-no - The other one.
 * @csspart ask-form - The form for a question.
 * @csspart ask-submit - Its button.
 * @csspart status - The line about what is not as it should be.
 * @csspart toast - A word that goes away by itself.
 *
 * @cssproperty --askwell-accent - Colour of buttons and links.
 * @cssproperty --askwell-accent-contrast - Text on that colour.
 * @cssproperty --askwell-bg - The panel.
 * @cssproperty --askwell-fg - Its text.
 * @cssproperty --askwell-muted - Text that may step back.
 * @cssproperty --askwell-border - Lines.
 * @cssproperty --askwell-radius - Roundness of buttons and fields (10px).
 * @cssproperty --askwell-font - Font family.
 * @cssproperty --askwell-font-size - Size of running text (15px); all others follow.
 * @cssproperty --askwell-panel-width - Width of the panel (400px).
 * @cssproperty --askwell-panel-height - Its height (640px, at most what the window has).
 * @cssproperty --askwell-offset-x - From the side of the window (20px).
 * @cssproperty --askwell-offset-y - From its bottom (20px).
 * @cssproperty --askwell-z-index - Where it stands on the page (2147482000).
 * @cssproperty --askwell-shadow - Shadow of the panel.
 * @cssproperty --askwell-focus - Ring around what has the focus.
 * @cssproperty --askwell-mark-bg - Behind the words that matched.
 * @cssproperty --askwell-motion - Speed of movements: 0 none, 1 as designed.
 *
 * @event {ReadyEvent} askwell-ready
 * @event {OpenEvent} askwell-open
 * @event {CloseEvent} askwell-close
 * @event {SearchEvent} askwell-search
 * @event {ResultClickEvent} askwell-result-click
 * @event {ArticleViewEvent} askwell-article-view
 * @event {FeedbackEvent} askwell-feedback
 * @event {NoAnswerEvent} askwell-no-answer
 * @event {BeforeSendEvent} askwell-before-send - Cancelable.
 * @event {QuestionSentEvent} askwell-question-sent
 * @event {AnswerReadyEvent} askwell-answer-ready
 * @event {FaultEvent} askwell-error
 */
export class AskwellWidget extends LitElement {
  static override styles = [
    unsafeCSS(launcherCss), // first: it resets the host
    theme,
    buttons,
    widgetStyle,
  ]

  /** Public key of the site. */
  @property() site = ''
  /** Where the help server is, without a slash at the end. */
  @property() server = ''
  /** Language of the visitor (BCP 47); `auto` or absent: that of the page, else of the browser. */
  @property() locale = 'auto'
  /** What the panel begins with: the search box, search box and form alike, the form. */
  @property() mode: Mode = 'search-first'
  /** `none`: no button of ours; the page has its own. */
  @property() display: 'launcher' | 'inline' | 'none' = 'launcher'
  /** CSS selector of the page's own buttons. */
  @property() launcher = ''
  /** Corner of the window, by the direction of writing. */
  @property({ reflect: true }) position: 'start' | 'end' = 'end'
  /** `auto`: as the visitor's system has it. */
  @property({ attribute: 'color-scheme', reflect: true }) colorScheme: 'auto' | 'light' | 'dark' = 'auto'
  /** Where questions that wait, receipts and answers may be kept: in this browser, in this tab, nowhere. */
  @property() storage: StorageMode = 'all'
  /** Signed proof of who the visitor is. */
  @property() token = ''
  /** Address of the page's own that answers with the token as text. */
  @property({ attribute: 'token-url' }) tokenUrl = ''
  /** Whether changes of the page's address are noticed by the widget or told to it. */
  @property() page: 'auto' | 'manual' = 'auto'
  /** Where people are reached otherwise: `mailto:`, `tel:` or a page. */
  @property() contact = ''
  /** Never takes the focus by itself: somebody is typing elsewhere, as beside a preview. */
  @property({ type: Boolean }) quiet = false
  /** Whether the panel is open. */
  @property({ type: Boolean, reflect: true }) open = false
  /** Words of the site's own instead of ours. */
  @property({ attribute: false }) labels: Labels = {}
  /** What the page says of its state; goes into `askwell-before-send`. */
  @property({ attribute: false }) context: Context = {}
  /** Draws a result; a string or a node. */
  @property({ attribute: false }) renderResult: RenderResult | undefined
  /** What is searched instead of what was typed. */
  @property({ attribute: false }) transformQuery: ((query: string) => string) | undefined
  /** Takes out of a question what must not leave the page; ours does so after it. */
  @property({ attribute: false }) redact: ((text: string) => string) | undefined

  @state() private readyCount = 0
  @state() private refused = false
  #leaveHistory: (() => void) | undefined
  #isLinked = false
  /** Who waits for the panel to have its words. */
  #waiting: ((_: unknown) => void)[] = []
  readonly #settings = new PanelSettings(this, { closable: true })

  @query('dialog') private dialog!: HTMLDialogElement
  @query('.launcher') private button!: HTMLButtonElement
  @query('askwell-panel') private panel!: AskwellPanel | null

  constructor() {
    super()
    void new PageChanges(this, () => this.page === 'auto' && this.pageChanged())
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    this.shadowRoot?.replaceChildren() // the loader's button was there before
    return super.createRenderRoot()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    // a tag that came after another was destroyed: the element is known already, and its loader waits to be asked
    if (!this.site) void (window as { askwell?: () => unknown }).askwell?.()
    if (this.#isLinked) return // moved by the page: the visitor has been there
    this.#isLinked = true
    const [name, words] = linkedTarget() ?? []
    if (name === 'article') void this.showArticle(words!)
    else if (name === 'search') void this.search(words)
    else if (name === 'ask') void this.ask(words)
    else if (name) void this.show()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#release()
  }

  override render() {
    if (this.refused) return nothing // the console says why; visitors see nothing
    const settings = this.#settings.current
    const t = settings?.messages
    const label =
      t && (this.open ? t.close : this.readyCount > 0 ? `${t.help}: ${t.newAnswers(this.readyCount)}` : t.help)
    return html`${
        this.display === 'launcher' && !this.launcher
          ? html`<button
              class="launcher"
              part="launcher"
              type="button"
              aria-label=${label ?? 'Help'}
              aria-expanded=${this.open ? 'true' : 'false'}
              @click=${() => this.toggle()}
            >
              ${this.open ? icon('close', 26) : html`<slot name="launcher-icon">?</slot>`}
              ${this.readyCount > 0 && !this.open ? html`<span class="badge" part="badge">${this.readyCount}</span>` : null}
            </button>`
          : null
      }
      <dialog
        part="panel"
        aria-label=${t?.help ?? 'Help'}
        lang=${settings?.language ?? nothing}
        @keydown=${this.#onKeyDown}
        @close=${this.#onClosed}
      >
        ${
          settings
            ? html`<askwell-panel
                framed
                dir=${settings.direction}
                exportparts=${parts}
                .settings=${settings}
                @panel-closed=${() => this.hide()}
                @panel-refused=${() => (this.refused = true)}
                @askwell-answer-ready=${this.#onAnswerReady}
                @askwell-article-view=${this.#onAnswerReady}
                >${filledSlots(this).map((name) => html`<slot name=${name} slot=${name}></slot>`)}</askwell-panel
              >`
            : this.open
              ? html`<div class="skeleton"></div>`
              : null
        }
      </dialog>`
  }

  override updated(changed: PropertyValues<this>): void {
    if (this.panel) this.#waiting.splice(0).forEach((go) => go(undefined))
    if (!changed.has('open') || !this.dialog) return
    if (this.open && !this.dialog.open) this.#unfold()
    else if (!this.open && this.dialog.open) this.dialog.close()
  }

  /** Opens the panel, where it was left or at one of its places. */
  async show(view?: 'search' | 'ask' | 'my-questions'): Promise<void> {
    const wasOpen = this.open
    this.open = true
    const panel = await this.#ready()
    if (wasOpen) panel.look()
    if (view === 'ask') panel.ask()
    else if (view) panel.home()
  }

  /** Closes the panel; what was typed is there again when it opens. */
  hide(): void {
    this.open = false
  }

  /** Opens the panel, or closes it. */
  toggle(): void {
    if (this.open) this.hide()
    else void this.show()
  }

  /** Opens the panel and searches. */
  async search(text = ''): Promise<void> {
    await this.show()
    ;(await this.#ready()).search(text)
  }

  /** Opens the panel with one entry. */
  async showArticle(id: string): Promise<void> {
    await this.show()
    await (await this.#ready()).article(id)
  }

  /** Opens the form, with these words in it. */
  async ask(text = ''): Promise<void> {
    await this.show()
    ;(await this.#ready()).ask(text)
  }

  /** Entries to begin with, by id; none: what fits this page. */
  async suggest(ids?: readonly string[]): Promise<void> {
    ;(await this.#ready()).suggest(ids)
  }

  /** Looks for newer knowledge and answers. */
  async refresh(): Promise<void> {
    ;(await this.#ready()).look()
  }

  /** Proof of who the visitor is, or how to get it: asked for when something is sent. */
  identify(proof: IdentityProof): void {
    this.#settings.identity.set(proof)
  }

  /** Forgets who the visitor is, and what this browser knows of their questions. */
  async logout(): Promise<void> {
    this.#settings.identity.forget()
    ;(await this.#ready()).forget()
    this.readyCount = 0
  }

  /** Adds to what the page says of its state. */
  setContext(context: Context): void {
    this.context = { ...this.context, ...context }
  }

  /** What a developer asks first when something does not work. */
  async info(): Promise<Info> {
    const { site, server, storage } = this
    const secondsLeft = this.#settings.identity.left
    const own = { site, server, storage, language: this.#settings.current?.language, tokenSecondsLeft: secondsLeft }
    try {
      return { ...own, allowed: true, ...(await (await this.#ready()).check()), site }
    } catch (error) {
      return { ...own, allowed: false, problem: (error as Error).message }
    }
  }

  /** The page's address is another one: what is offered for it may be, too. */
  pageChanged(): void {
    this.panel?.leave()
    if (this.open) this.panel?.look()
  }

  /** The panel, once it has its words. */
  async #ready(): Promise<AskwellPanel> {
    while (!this.panel) await new Promise((resolve) => this.#waiting.push(resolve))
    await this.panel.updateComplete
    return this.panel
  }

  /** On a phone the panel is the screen: modal, left with the system's Back, and the page below stands still. */
  #unfold(): void {
    if (this.quiet)
      this.dialog.setAttribute('open', '') // show() would take the focus
    else if (matchMedia(PHONE).matches) {
      this.dialog.showModal()
      const { style } = document.documentElement
      const before = style.overflow
      style.overflow = 'hidden'
      const leave = closeOnBack(() => this.hide())
      this.#leaveHistory = () => {
        style.overflow = before
        leave()
      }
    } else this.dialog.show()
    this.dispatchEvent(new OpenEvent())
    void this.#ready().then((panel) => {
      panel.look()
      if (this.open) panel.focus()
    })
  }

  #release(): void {
    this.#leaveHistory?.()
    this.#leaveHistory = undefined
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.isComposing) {
      event.preventDefault()
      this.hide()
    }
  }

  /** Also when the system closes it. */
  #onClosed(): void {
    this.open = false
    this.#release()
    this.panel?.leave()
    this.dispatchEvent(new CloseEvent())
    this.button?.focus()
  }

  #onAnswerReady(): void {
    this.readyCount = this.panel?.readyCount ?? 0
  }
}

if (!customElements.get('askwell-widget')) customElements.define('askwell-widget', AskwellWidget)

declare global {
  interface HTMLElementTagNameMap {
    'askwell-widget': AskwellWidget
  }
}
