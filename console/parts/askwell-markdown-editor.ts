import { markdown } from '@codemirror/lang-markdown'
import { EditorView, minimalSetup } from 'codemirror'
import { html, LitElement, type PropertyValues } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { MessagesController } from '../messages.ts'
import { base, tool } from '../theme/styles.ts'
import { linked, type Marked, prefixed, wrap } from './markdown-marks.ts'
import { editorStyle, editorTheme } from './markdown-style.ts'

/** The agent changed the text. */
export class TextChangedEvent extends Event {
  readonly text: string

  constructor(text: string) {
    super('text-changed', { bubbles: true, composed: true })
    this.text = text
  }
}

/**
 * @summary Where an answer is written, in Markdown. Loaded on demand: it brings an editor along.
 * @event text-changed
 */
@customElement('askwell-markdown-editor')
export class AskwellMarkdownEditor extends LitElement {
  static override styles = [base, tool, editorStyle]

  /** Accessible name of the text box. */
  @property() label = ''
  @property() value = ''
  /** Language of the text. */
  @property({ attribute: 'content-lang' }) contentLang = ''
  @property({ type: Boolean }) readonly = false

  #view: EditorView | undefined
  readonly #messages = new MessagesController(this)

  override render() {
    const t = this.#messages.texts.editor
    return html`
      <div class="tools" role="toolbar" aria-label=${t.toolbar} ?hidden=${this.readonly} @keydown=${this.#onToolKey}>
        ${this.#tool('bold', t.bold, bold, true)} ${this.#tool('italic', t.italic, italic)}
        ${this.#tool('heading', t.heading, heading)} ${this.#tool('list', t.list, list)}
        ${this.#tool('list-numbered', t.numbered, numbered)}
        ${this.#tool('link', t.link, (marked) => linked(marked, t.linkText))}
      </div>
      <div class="editor"></div>
    `
  }

  override updated(changed: PropertyValues<this>): void {
    if (!this.#view || changed.has('label') || changed.has('contentLang') || changed.has('readonly')) {
      this.#view?.destroy()
      this.#view = this.#build()
      return
    }
    const shown = this.#view.state.doc.toString()
    if (this.value !== shown) {
      this.#view.dispatch({ changes: { from: 0, to: shown.length, insert: this.value } })
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#view?.destroy()
    this.#view = undefined
  }

  #build(): EditorView {
    return new EditorView({
      doc: this.value,
      parent: this.renderRoot.querySelector('.editor')!,
      root: this.shadowRoot!,
      extensions: [
        EditorView.domEventHandlers({ keydown: (event) => this.#onKey(event) }),
        minimalSetup,
        markdown(),
        EditorView.lineWrapping,
        EditorView.editable.of(!this.readonly),
        EditorView.contentAttributes.of({ 'aria-label': this.label, lang: this.contentLang, spellcheck: 'true' }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          const text = state.doc.toString()
          if (docChanged && text !== this.value) this.#changed(text)
        }),
        editorTheme,
      ],
    })
  }

  #tool(icon: string, label: string, change: Change, first = false) {
    return html`<button
      type="button"
      class="tool"
      title=${label}
      aria-label=${label}
      tabindex=${first ? 0 : -1}
      @click=${() => this.#apply(change)}
    >
      <wa-icon name=${icon}></wa-icon>
    </button>`
  }

  #changed(text: string): void {
    this.value = text
    this.dispatchEvent(new TextChangedEvent(text))
  }

  #apply(change: Change): void {
    const view = this.#view
    if (!view) return
    const { from, to } = view.state.selection.main
    const marked = change({ text: view.state.doc.toString(), from, to })
    view.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: marked.text },
      selection: { anchor: marked.from, head: marked.to },
    })
    view.focus()
  }

  /** Returns whether the key is dealt with. */
  #onKey(event: KeyboardEvent): boolean {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.isComposing) return false
    const change = { b: bold, i: italic }[event.key.toLowerCase()]
    if (change) this.#apply(change)
    // Ctrl+Enter publishes; CodeMirror would insert a line
    return change !== undefined || event.key === 'Enter'
  }

  /** One stop for Tab, arrow keys inside (ARIA toolbar pattern). */
  #onToolKey(event: KeyboardEvent): void {
    const tools = [...(event.currentTarget as HTMLElement).querySelectorAll('button')]
    const at = tools.findIndex((tool) => tool.matches(':focus'))
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step === undefined || at < 0) return
    event.preventDefault()
    const next = tools[(at + step + tools.length) % tools.length]!
    for (const tool of tools) tool.tabIndex = tool === next ? 0 : -1
    next.focus()
  }
}

type Change = (marked: Marked) => Marked

const bold: Change = (marked) => wrap(marked, '**')
const italic: Change = (marked) => wrap(marked, '*')
const heading: Change = (marked) => prefixed(marked, () => '## ', /^#{1,6} /)
const list: Change = (marked) => prefixed(marked, () => '- ', /^[-*+] /)
const numbered: Change = (marked) => prefixed(marked, (line) => `${line + 1}. `, /^\d+[.)] /)

declare global {
  interface HTMLElementTagNameMap {
    'askwell-markdown-editor': AskwellMarkdownEditor
  }
  interface HTMLElementEventMap {
    'text-changed': TextChangedEvent
  }
}
