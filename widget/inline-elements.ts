// The widget without its button, for a place in the page: a search box, one answer, a form.
import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, query } from 'lit/decorators.js'
import './askwell-panel.ts'
import type { AskwellPanel } from './askwell-panel.ts'
import type { Context } from './events.ts'
import type { Labels } from './messages.ts'
import { filledSlots, parts } from './panel-parts.ts'
import type { StorageMode } from './storage-modes.ts'
import { PanelSettings } from './panel-settings.ts'
import type { RenderResult } from './search-view.ts'
import { theme } from './theme.ts'

/** What the three have in common: a panel that is always there. */
class InlinePanel extends LitElement {
  static override styles = [
    theme,
    css`
      :host {
        display: block;
        color-scheme: light dark;
      }

      :host([hidden]) {
        display: none;
      }

      :host([color-scheme='light']) {
        color-scheme: light;
      }

      :host([color-scheme='dark']) {
        color-scheme: dark;
      }

      askwell-panel {
        min-block-size: 0;
      }
    `,
  ]

  /** Public key of the site. */
  @property() site = ''
  /** Where the help server is, without a slash at the end. */
  @property() server = ''
  /** Language of the visitor (BCP 47); `auto` or absent: that of the page, else of the browser. */
  @property() locale = 'auto'
  /** `auto`: as the visitor's system has it. */
  @property({ attribute: 'color-scheme', reflect: true }) colorScheme: 'auto' | 'light' | 'dark' = 'auto'
  /** Where questions that wait, receipts and answers may be kept: in this browser, in this tab, nowhere. */
  @property() storage: StorageMode = 'all'
  /** Signed proof of who the visitor is. */
  @property() token = ''
  /** Address of the page's own that answers with the token as text. */
  @property({ attribute: 'token-url' }) tokenUrl = ''
  /** Where people are reached otherwise: `mailto:`, `tel:` or a page. */
  @property() contact = ''
  /** Never takes the focus by itself. */
  @property({ type: Boolean }) quiet = true
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

  readonly #settings = new PanelSettings(this, { closable: false })
  @query('askwell-panel') protected panel!: AskwellPanel | null
  #isBegun = false

  override render() {
    const settings = this.#settings.current
    if (!settings) return nothing
    return html`<askwell-panel
      lang=${settings.language}
      dir=${settings.direction}
      exportparts=${parts}
      .settings=${settings}
      >${filledSlots(this).map((name) => html`<slot name=${name} slot=${name}></slot>`)}</askwell-panel
    >`
  }

  override updated(changed: PropertyValues<this>): void {
    super.updated(changed)
    if (!this.panel || this.#isBegun) return
    this.#isBegun = true
    const { panel } = this
    void panel.updateComplete.then(() => this.begin(panel))
  }

  /** What the panel shows first. */
  protected begin(panel: AskwellPanel): void {
    panel.look()
  }
}

/**
 * @summary A search box in the page, with its results and answers below it.
 * @slot home - Below the entries that it begins with.
 * @slot no-results - Between "no answer" and the form.
 * @event {SearchEvent} askwell-search
 * @event {ResultClickEvent} askwell-result-click
 * @event {ArticleViewEvent} askwell-article-view
 * @event {FeedbackEvent} askwell-feedback
 * @event {NoAnswerEvent} askwell-no-answer
 * @event {BeforeSendEvent} askwell-before-send - Cancelable.
 * @event {QuestionSentEvent} askwell-question-sent
 * @event {FaultEvent} askwell-error
 */
export class AskwellSearch extends InlinePanel {
  /** Searches for these words. */
  search(text: string): void {
    this.panel?.search(text)
  }
}

/**
 * @summary One answer in the page.
 * @event {ArticleViewEvent} askwell-article-view
 * @event {FeedbackEvent} askwell-feedback
 */
export class AskwellArticle extends InlinePanel {
  /** Id of the entry. */
  @property() slug = ''

  override updated(changed: PropertyValues<this>): void {
    super.updated(changed)
    if (changed.has('slug') && changed.get('slug') && this.panel) this.begin(this.panel)
  }

  protected override begin(panel: AskwellPanel): void {
    panel.start = { name: 'article', entry: { id: this.slug, revision: 0, question: '' } }
    if (this.slug) void panel.article(this.slug)
  }
}

/**
 * @summary The form for a question, in the page.
 * @slot ask-intro - Above the form.
 * @slot consent - Below the e-mail address.
 * @event {BeforeSendEvent} askwell-before-send - Cancelable.
 * @event {QuestionSentEvent} askwell-question-sent
 */
export class AskwellAsk extends InlinePanel {
  /** What the form begins with. */
  @property() text = ''

  protected override begin(panel: AskwellPanel): void {
    panel.start = { name: 'ask' }
    panel.ask(this.text)
  }
}

const elements = {
  'askwell-search': AskwellSearch,
  'askwell-article': AskwellArticle,
  'askwell-ask': AskwellAsk,
} as const
for (const [name, element] of Object.entries(elements)) {
  if (!customElements.get(name)) customElements.define(name, element)
}

declare global {
  interface HTMLElementTagNameMap {
    'askwell-search': AskwellSearch
    'askwell-article': AskwellArticle
    'askwell-ask': AskwellAsk
  }
}
