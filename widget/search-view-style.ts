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
    border-radius: 12px;
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

  ul {
    list-style: none;
    margin-inline: -12px;
  }

  li {
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

  li:hover {
    background: var(--sunk);
  }

  li[aria-selected='true'] {
    background: var(--tint);
    box-shadow: inset 2px 0 var(--accent);
  }

  .question {
    font: var(--strong);
    color: var(--fg);
    text-wrap: pretty;
  }

  .passage {
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

  .passage[data-empty] {
    opacity: 0;
  }

  mark {
    border-radius: 3px;
    box-decoration-break: clone;
    background: color-mix(in oklab, var(--accent) 18%, transparent);
    color: inherit;
  }

  .passage mark {
    background: none;
    color: var(--fg);
    font-weight: 600;
  }

  li > svg {
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
    li[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`
