// The search box and the list below it.
import { css } from 'lit'

export const searchStyle = css`
  .box {
    position: sticky;
    inset-block-start: 0;
    background: var(--bg);
    padding: 4px 0 12px;
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

  h3 {
    font: var(--small);
    font-weight: 600;
    color: var(--muted);
    margin-block: 8px 4px;
  }

  .note {
    padding: 10px 12px;
    border-radius: var(--radius);
    background: var(--sunk);
    font: var(--small);
    color: var(--muted);
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

  .excerpt {
    grid-column: 1;
    font: var(--small);
    overflow: hidden;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 1;
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

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`
