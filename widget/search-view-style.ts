// The search box and the list below it.
import { css } from 'lit'

export const searchStyle = css`
  .box {
    position: sticky;
    inset-block-start: 0;
    background: var(--bg);
    padding: 4px 0;
    z-index: 1;
  }

  .field {
    display: flex;
    align-items: center;
    gap: 8px;
    padding-inline: 14px 4px;
    border: 1.5px solid color-mix(in oklab, var(--muted) 70%, var(--bg));
    border-radius: calc(var(--radius) * 1.2);
    color: var(--muted);
    transition: border-color var(--quick);
  }

  .field:focus-within {
    border-color: var(--focus);
    box-shadow: 0 0 0 1px var(--focus);
  }

  input {
    all: unset;
    flex: 1;
    min-inline-size: 0;
    block-size: 48px;
    font: 400 16px/1.4 var(--font); /* smaller, and phones zoom in */
    color: var(--fg);
  }

  input:focus-visible {
    outline: none; /* the field around it shows the focus */
  }

  input::placeholder {
    color: var(--muted);
  }

  /* one line, whatever it says */
  .caption {
    display: flex;
    align-items: center;
    inline-size: 100%;
    min-block-size: 44px;
    font: var(--small);
    font-weight: 600;
    color: var(--muted);
  }

  .note {
    font-weight: 400;
  }

  .inline {
    padding: 0 4px;
    border: 0;
    background: none;
    font: inherit;
    font-weight: 600;
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .suggestion {
    display: block;
    padding: 4px 0;
    border: 0;
    border-radius: var(--radius);
    background: none;
    font: var(--small);
    text-align: start;
  }

  .suggestion mark {
    background: none;
    color: var(--accent);
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 3px;
    text-decoration-color: color-mix(in oklab, currentcolor 40%, transparent);
  }

  .suggestion:hover mark {
    text-decoration-color: currentcolor;
  }

  [role='listbox'] {
    margin-inline: -12px;
  }

  [role='listbox'] .caption {
    padding-inline: 12px;
  }

  [role='group'] + [role='group'] {
    margin-block-start: 8px;
  }

  [role='option'] {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    column-gap: 12px;
    min-block-size: 44px;
    padding: 10px 12px;
    border-radius: var(--radius);
    cursor: pointer;
    color: var(--muted);
  }

  [role='option']:hover {
    background: var(--sunk);
  }

  [aria-selected='true'] {
    background: var(--tint);
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }

  .question {
    unicode-bidi: plaintext;
    font: var(--strong);
    color: var(--fg);
    text-wrap: pretty;
  }

  .passage {
    unicode-bidi: plaintext;
    grid-column: 1;
    min-block-size: 2lh; /* there before its words, so that rows stay where they are */
    margin-block-start: 2px;
    font: var(--small);
    overflow: hidden;
    overflow-wrap: anywhere;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    transition: opacity 0.3s;
  }

  /* the answer itself, where we are as good as sure */
  .top {
    border: 1px solid var(--border);
    margin-block-end: 4px;
    padding: 12px;
  }

  .top .passage {
    -webkit-line-clamp: 7;
    font: var(--text);
    margin-block-start: 4px;
  }

  .passage[data-empty] {
    opacity: 0;
  }

  mark {
    border-radius: 3px;
    box-decoration-break: clone;
    background: var(--mark);
    color: inherit;
  }

  .passage mark {
    background: none;
    color: var(--fg);
    font-weight: 600;
  }

  [role='option'] > svg {
    grid-column: 2;
    grid-row: 1 / span 2;
    opacity: 0.6;
  }

  .ask > svg {
    grid-row: 1;
  }

  .ask .question {
    color: var(--accent);
  }

  .nothing {
    padding-block: 12px 20px;
    display: grid;
    gap: 8px;
  }

  .nothing h2 {
    font: var(--heading);
    overflow-wrap: anywhere;
  }

  .nothing p {
    color: var(--muted);
  }

  [aria-busy='true'] {
    opacity: 0.7;
    transition: opacity 0.2s 0.3s;
  }

  @media (forced-colors: active) {
    mark {
      background: Mark;
      color: MarkText;
    }

    .field:focus-within,
    [aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`
