import { css, html, LitElement } from 'lit'
import { customElement } from 'lit/decorators.js'
import { interfaceLanguages } from '../../shared/language.ts'
import { catalogues, chooseLanguage, currentLanguage, MessagesController } from '../messages.ts'
import { base } from '../theme/styles.ts'

/** @summary Chooses the language of the interface, for those who are not signed in. */
@customElement('askwell-languages')
export class AskwellLanguages extends LitElement {
  static override styles = [
    base,
    css`
      .languages {
        display: flex;
        justify-content: center;
        gap: var(--space-1);
      }
      .languages button {
        min-block-size: 2rem;
        padding: 0 var(--space-3);
        border: 0;
        border-radius: var(--radius-full);
        background: none;
        color: var(--ink-muted);
        font-size: var(--text-s);
        cursor: pointer;
      }
      .languages button:hover {
        color: var(--ink);
      }
      .languages button[aria-pressed='true'] {
        background: var(--still-soft);
        color: var(--still-ink);
      }
    `,
  ]

  readonly #messages = new MessagesController(this)

  override render() {
    return html`<div class="languages" role="group" aria-label=${this.#messages.texts.switchTo}>
      ${interfaceLanguages.map(
        (language) =>
          html`<button
            type="button"
            lang=${catalogues[language].tag}
            aria-pressed=${language === currentLanguage()}
            @click=${() => chooseLanguage(language)}
          >
            ${catalogues[language].name}
          </button>`,
      )}
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'askwell-languages': AskwellLanguages
  }
}
