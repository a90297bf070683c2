import { css, html, LitElement } from 'lit'
import { customElement, query } from 'lit/decorators.js'
import { MessagesController } from '../messages.ts'
import { base } from '../theme/styles.ts'
import { dialog } from './dialog-style.ts'

const MOD = /mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘' : 'Ctrl'

/** @summary The list of keyboard shortcuts. `show()` opens it. */
@customElement('askwell-shortcuts')
export class AskwellShortcuts extends LitElement {
  static override styles = [
    base,
    dialog,
    css`
      .groups {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr));
        gap: var(--space-5);
      }
      h3 {
        margin-block-end: var(--space-2);
        color: var(--ink-muted);
        font-size: var(--text-s);
        font-weight: var(--weight-medium);
      }
      dl > div {
        display: flex;
        justify-content: space-between;
        gap: var(--space-3);
        padding-block: var(--space-1);
      }
    `,
  ]

  @query('dialog') private readonly dialog!: HTMLDialogElement

  readonly #messages = new MessagesController(this)

  show(): void {
    if (!this.dialog.open) this.dialog.showModal()
  }

  override render() {
    const { texts } = this.#messages
    const t = texts.shortcuts
    return html`<dialog aria-labelledby="title">
      <form method="dialog">
        <h2 id="title">${t.title}</h2>
        <wa-button appearance="plain" size="s" @click=${() => this.dialog.close()}>
          <wa-icon name="xmark" label=${texts.close}></wa-icon>
        </wa-button>
      </form>
      <div class="groups">
        ${group(t.everywhere, [
          [['G'], t.goGaps],
          [['E'], t.goEntries],
          [['/'], t.search],
          [['Z'], t.undo],
          [['?'], t.help],
        ])}
        ${group(t.lists, [
          [['J', '↓'], t.next],
          [['K', '↑'], t.previous],
          [['↵'], t.open],
        ])}
        ${group(t.gap, [
          [['W'], t.write],
          [['D'], t.dismiss],
        ])}
        ${group(t.editor, [
          [[MOD, 'S'], t.save],
          [[MOD, '↵'], t.publish],
        ])}
      </div>
    </dialog>`
  }
}

function group(title: string, keys: readonly (readonly [readonly string[], string])[]) {
  return html`<section>
    <h3>${title}</h3>
    <dl>
      ${keys.map(
        ([caps, meaning]) =>
          html`<div>
            <dt>${meaning}</dt>
            <dd>${caps.map((cap) => html`<kbd>${cap}</kbd> `)}</dd>
          </div>`,
      )}
    </dl>
  </section>`
}

declare global {
  interface HTMLElementTagNameMap {
    'askwell-shortcuts': AskwellShortcuts
  }
}
