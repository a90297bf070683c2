// How the Markdown editor looks: the frame around it, and CodeMirror itself.
import { EditorView } from 'codemirror'
import { css } from 'lit'

export const editorStyle = css`
  :host {
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
    overflow: clip;
  }
  :host(:focus-within) {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
  }
  .tools {
    display: flex;
    gap: 2px;
    padding: var(--space-1);
    border-block-end: 1px solid var(--line);
    background: var(--surface-hover);
  }
  .tool:focus-visible {
    outline-offset: -2px;
  }
`

/** Colour comes from us alone: CodeMirror's own marks have too little contrast on a dark page. */
export const editorTheme = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { font: 'var(--weight) var(--text-m) / 1.65 var(--font)', overflow: 'auto', maxHeight: '60vh' },
  '.cm-content': { minHeight: '12rem', padding: 'var(--space-3)', caretColor: 'var(--ink)' },
  '.cm-content:focus-visible': { outline: 'none' },
  '.cm-line': { padding: '0' },
  '.cm-line span': { color: 'inherit !important', textDecoration: 'none !important' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--accent-soft) !important',
  },
})
