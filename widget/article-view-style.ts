// An answer as text to read, what can be done with it, and the question whether it helped.
import { css } from 'lit'

export const articleStyle = css`
  h2,
  .related button {
    unicode-bidi: plaintext;
  }

  h2 {
    font: var(--heading);
    text-wrap: balance;
  }

  h2:focus-visible {
    outline: none; /* focused by us, so that a screen reader begins here */
  }

  .updated {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    min-block-size: 32px;
    margin-block: 4px 16px;
    font: var(--small);
    color: var(--muted);
    position: relative;
  }

  .copy {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 32px;
    padding: 0 8px;
    margin-inline: auto -8px;
    border: 0;
    border-radius: 8px;
    background: none;
    font: var(--small);
    color: var(--muted);
  }

  .copy:hover {
    background: var(--sunk);
    color: var(--fg);
  }

  .link {
    inline-size: 100%;
    padding: 8px 10px;
    border: 1px solid var(--border);
    border-radius: 8px;
    background: var(--sunk);
    color: var(--fg);
    font: var(--small);
  }

  .toast {
    position: absolute;
    inset-inline-end: -8px;
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 32px;
    padding-inline: 10px;
    border-radius: 8px;
    background: var(--fg);
    color: var(--bg);
    pointer-events: none;
    animation: told 2.4s both;
  }

  @keyframes told {
    0%,
    100% {
      opacity: 0;
      transform: translateY(4px);
    }

    8%,
    85% {
      opacity: 1;
      transform: none;
    }
  }

  .prose {
    overflow-wrap: anywhere;
  }

  .prose :is(p, ul, ol, pre, table, blockquote, details, figure) {
    margin: 0 0 12px;
  }

  .prose :is(ul, ol) {
    padding-inline-start: 22px;
  }

  .prose li + li {
    margin-block-start: 4px;
  }

  .prose :is(h1, h2, h3, h4, h5, h6) {
    font: var(--strong);
    margin: 20px 0 6px;
  }

  .prose a {
    color: var(--accent);
    text-underline-offset: 2px;
  }

  .prose img {
    max-inline-size: 100%;
    block-size: auto;
    border-radius: 6px;
  }

  .prose :is(code, kbd) {
    font:
      400 13px/1.5 ui-monospace,
      Menlo,
      Consolas,
      monospace;
    background: var(--sunk);
    border-radius: 4px;
    padding: 1px 4px;
  }

  .prose pre {
    background: var(--sunk);
    border-radius: 6px;
    padding: 12px;
    overflow-x: auto;
  }

  .prose pre code {
    padding: 0;
  }

  .prose table {
    display: block;
    overflow-x: auto;
    border-collapse: collapse;
    font: var(--small);
  }

  .prose :is(th, td) {
    border-block-end: 1px solid var(--border);
    padding: 6px 16px 6px 0;
    text-align: start;
    vertical-align: top;
  }

  .prose blockquote {
    border-inline-start: 3px solid var(--accent);
    padding-inline-start: 12px;
    color: var(--muted);
  }

  .vote {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-block-start: 24px;
    padding: 8px 8px 8px 16px;
    border-radius: 12px;
    background: var(--sunk);
    min-block-size: 60px;
  }

  .vote span {
    flex: 1 1 6em;
    font: var(--strong);
  }

  .vote .quiet {
    min-inline-size: 64px;
    padding-inline: 12px;
    background: var(--bg);
  }

  .reasons {
    display: grid;
    gap: 12px;
    padding-block: 16px 4px;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .chips .quiet {
    border-radius: 22px;
    padding-inline: 16px;
    font-weight: 400;
  }

  .chips [aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--tint);
    color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }

  label {
    font: var(--strong);
  }

  .row {
    display: flex;
    gap: 8px;
  }

  .related {
    margin-block-start: 28px;
  }

  .related h3 {
    font: var(--small);
    font-weight: 600;
    color: var(--muted);
    padding-block-end: 4px;
  }

  .related ul {
    list-style: none;
    margin-inline: -12px;
  }

  .related button {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    inline-size: 100%;
    min-block-size: 44px;
    padding: 10px 12px;
    border: 0;
    border-radius: var(--radius);
    background: none;
    text-align: start;
    font: var(--text);
  }

  .related button:hover {
    background: var(--sunk);
  }

  .related svg {
    flex: none;
    color: var(--muted);
    opacity: 0.6;
  }

  @media (forced-colors: active) {
    .chips [aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
`
