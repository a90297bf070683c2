import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Site } from '../../server/domain/site.ts'
import { asProblem, client, need, type ProblemError } from '../api.ts'
import { MessagesController } from '../messages.ts'
import { goTo } from '../router.ts'
import { base } from '../theme/styles.ts'
import { languageName } from '../time.ts'
import { dialog } from './dialog-style.ts'
import { focusFirstField } from './focus-field.ts'
import { problemNotice } from './problem-notice.ts'

/** @summary Asks for the question of a new entry, makes it, and opens it. `show()` opens the dialog. */
@customElement('askwell-new-entry')
export class AskwellNewEntry extends LitElement {
  static override styles = [
    base,
    dialog,
    css`
      dialog {
        inline-size: min(30rem, calc(100vw - 2 * var(--space-4)));
      }
      form {
        display: grid;
        gap: var(--space-4);
      }
      .actions {
        display: flex;
        justify-content: end;
        gap: var(--space-2);
      }
    `,
  ]

  @property({ attribute: false }) site: Site | undefined

  @state() private problem: ProblemError | null = null
  @state() private busy = false

  @query('dialog') private readonly dialog!: HTMLDialogElement

  readonly #messages = new MessagesController(this)

  show(): void {
    this.problem = null
    this.dialog.showModal()
    void focusFirstField(this.dialog)
  }

  override render() {
    const { texts } = this.#messages
    const t = texts.entries.dialog
    return html`<dialog aria-labelledby="title">
      <div class="top"><h2 id="title">${t.title}</h2></div>
      <form @submit=${this.#onSubmit}>
        ${this.problem ? problemNotice(this.problem, texts) : nothing}
        <wa-input name="question" label=${t.question} hint=${t.hint} maxlength="500" required></wa-input>
        <wa-select name="locale" label=${t.locale} .value=${this.site?.defaultLocale ?? ''}>
          ${this.site?.locales.map(
            (locale) => html`<wa-option value=${locale}>${languageName(locale, texts.tag)}</wa-option>`,
          )}
        </wa-select>
        <div class="actions">
          <wa-button appearance="plain" @click=${() => this.dialog.close()}>${texts.cancel}</wa-button>
          <wa-button type="submit" variant="brand" ?loading=${this.busy}>${t.create}</wa-button>
        </div>
      </form>
    </dialog>`
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (this.busy || !this.site) return
    const { question, locale } = Object.fromEntries(new FormData(event.target as HTMLFormElement)) as Record<
      'question' | 'locale',
      string
    >
    this.busy = true
    try {
      const json = { question, locale, answer: '', phrasings: [], tags: [] }
      const entry = await need(client.api.sites[':site'].entries.$post({ param: { site: this.site.id }, json }))
      this.dialog.close()
      goTo({ name: 'entry', id: entry.id })
    } catch (error) {
      this.problem = asProblem(error)
    } finally {
      this.busy = false
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'askwell-new-entry': AskwellNewEntry
  }
}
