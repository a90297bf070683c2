// The panel's own frame: a header, one line for what is not as it should be, and a view that scrolls.
import { css } from 'lit'

export const panelStyle = css`
  :host {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-block-size: 0;
  }

  header {
    display: flex;
    align-items: center;
    gap: 4px;
    padding-block: 12px 8px;
    padding-inline: 20px 8px;
  }

  header :is(h2, span, ::slotted(*)) {
    flex: 1;
    font: var(--heading);
    letter-spacing: -0.01em;
  }

  header slot {
    flex: 1;
    display: flex;
  }

  header .back {
    margin-inline-start: -14px;
  }

  main {
    flex: 1;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 0 20px 24px;
    scrollbar-width: thin;
    scrollbar-color: var(--border) transparent;
  }

  :host(:not([framed])) :is(main, header) {
    padding-inline: 0;
  }

  .strip {
    display: flex;
    gap: 8px;
    align-items: center;
    padding: 8px 20px;
    background: var(--sunk);
    color: var(--muted);
    font: var(--small);
  }

  .strip .quiet {
    min-block-size: 32px;
    padding-inline: 12px;
    font: var(--small);
    margin-inline-start: auto;
    white-space: nowrap;
  }

  a {
    color: var(--accent);
    text-underline-offset: 3px;
  }

  .ready {
    display: grid;
    justify-items: start;
    gap: 8px;
    margin-block: 4px 16px;
    padding: 16px;
    border-radius: 14px;
    background: var(--tint);
  }

  .ready h3 {
    display: flex;
    align-items: center;
    gap: 8px;
    font: var(--strong);
  }

  .ready h3 svg {
    color: var(--accent);
  }

  .ready p {
    color: var(--muted);
    overflow-wrap: anywhere;
  }

  .ready .primary {
    margin-block-start: 4px;
  }

  .list {
    margin-block-start: 20px;
    inline-size: 100%;
  }

  .list h3 {
    font: var(--small);
    font-weight: 600;
    color: var(--muted);
    padding-block-end: 4px;
  }

  .list ul {
    list-style: none;
    margin-inline: -12px;
  }

  .list :is(button, .row) {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    inline-size: 100%;
    min-block-size: 44px;
    padding: 8px 12px;
    border: 0;
    border-radius: var(--radius);
    background: none;
    text-align: start;
    font: var(--text);
  }

  .list button:hover {
    background: var(--sunk);
  }

  .list span:first-child {
    unicode-bidi: plaintext;
    min-inline-size: 0;
    overflow: hidden;
    overflow-wrap: anywhere;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .list svg {
    flex: none;
    color: var(--muted);
  }

  .status {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    flex: none;
    max-inline-size: 45%;
    font: var(--small);
    color: var(--muted);
  }

  .status[data-done],
  .status[data-done] svg {
    color: var(--accent);
  }

  .sent {
    display: grid;
    justify-items: start;
    gap: 12px;
    padding-block: 20px;
  }

  .sent .mark {
    display: grid;
    place-items: center;
    inline-size: 52px;
    block-size: 52px;
    border-radius: 50%;
    background: var(--tint);
    color: var(--accent);
    margin-block-end: 16px;
  }

  .sent h3 {
    font: var(--heading);
    margin-block-end: 8px;
    overflow-wrap: anywhere;
  }

  .sent p {
    color: var(--muted);
  }

  .sent .reference {
    font: var(--small);
    margin-block-start: 8px;
    font-variant-numeric: tabular-nums;
  }

  .intro {
    color: var(--muted);
    margin-block: 4px 16px;
  }

  .after {
    margin-block-start: 20px;
    padding-block-start: 20px;
    border-block-start: 1px solid var(--border);
  }

  .skeleton {
    block-size: 44px;
    margin-block: 8px;
    border-radius: var(--radius);
    background: var(--sunk);
    animation: breathe 1s infinite alternate;
  }

  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
`
