// Style sheets that the console's elements share inside their shadow roots.
import { css } from 'lit'

/** Text, links and focus as everywhere in the console. */
export const base = css`
  :host {
    display: block;
    color: var(--ink);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: var(--text-2xl);
    font-weight: var(--weight-bold);
    line-height: var(--leading-tight);
    letter-spacing: -0.012em;
    text-wrap: balance;
  }
  h2 {
    font-size: var(--text-m);
    font-weight: var(--weight-bold);
    line-height: var(--leading-tight);
  }
  :lang(zh) h1,
  h1:lang(zh) {
    letter-spacing: 0;
  }
  a {
    color: var(--accent-ink);
    text-decoration: underline;
    text-decoration-color: color-mix(in srgb, currentColor 35%, transparent);
    text-underline-offset: 0.2em;
  }
  a:hover {
    text-decoration-color: currentColor;
  }
  button {
    font: inherit;
    color: inherit;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
    border-radius: var(--radius-s);
  }
  kbd {
    display: inline-block;
    min-width: 1.5em;
    padding: 0 var(--space-1);
    border: 1px solid var(--line);
    border-block-end-width: 2px;
    border-radius: var(--radius-s);
    background: var(--surface);
    font: var(--weight-medium) var(--text-xs) / 1.5 var(--font);
    text-align: center;
  }
  .muted {
    color: var(--ink-muted);
  }
  wa-button > [slot='start'] {
    margin-inline: calc(-1 * var(--space-1)) var(--space-2);
  }
  wa-button > [slot='end'] {
    margin-inline: var(--space-2) calc(-1 * var(--space-1));
  }
  wa-button > kbd {
    min-width: 1.35em;
    border-color: color-mix(in srgb, currentColor 30%, transparent);
    background: none;
    line-height: 1.35;
  }
  @media (hover: none) {
    wa-button > kbd {
      display: none;
    }
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  time {
    text-decoration: none;
    font-variant-numeric: tabular-nums;
  }
`

/** A raised sheet that holds one subject. */
export const card = css`
  .card {
    border: 1px solid var(--line);
    border-radius: var(--radius-l);
    background: var(--surface);
    box-shadow: var(--shadow-1);
  }
`

/** A page of the console: one heading line, then the content. */
export const page = css`
  :host {
    display: grid;
    align-content: start;
    gap: var(--space-5);
    max-inline-size: 60rem;
    margin-inline: auto;
    padding: var(--space-6) var(--space-6) var(--space-8);
  }
  .heading {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-3) var(--space-4);
  }
  .lead {
    margin-block-start: var(--space-1);
    color: var(--ink-muted);
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: var(--space-3);
    padding: var(--space-7) var(--space-5);
    text-align: center;
  }
  .empty h2 {
    font-size: var(--text-l);
  }
  .empty p {
    max-inline-size: 34rem;
    color: var(--ink-muted);
  }
  @media (max-width: 40rem) {
    :host {
      gap: var(--space-4);
      padding: var(--space-4) var(--space-4) var(--space-7);
    }
  }
`

/** Links that choose which part of a list is shown. */
export const tabs = css`
  .tabs {
    display: flex;
    gap: var(--space-1);
    overflow-x: auto;
    scrollbar-width: none;
    border-block-end: 1px solid var(--line);
  }
  .tabs a {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
    padding: var(--space-2) var(--space-3);
    border-block-end: 2px solid transparent;
    margin-block-end: -1px;
    color: var(--ink-muted);
    font-weight: var(--weight-medium);
    text-decoration: none;
    white-space: nowrap;
    transition: color var(--quick);
  }
  .tabs a:hover {
    color: var(--ink);
  }
  .tabs a:focus-visible {
    outline-offset: -2px;
  }
  .tabs a[aria-current] {
    border-color: var(--accent);
    color: var(--ink);
  }
  .tabs .count {
    min-inline-size: 1.5rem;
    padding-inline: var(--space-2);
    border-radius: var(--radius-full);
    background: var(--still-soft);
    color: var(--still-ink);
    font-size: var(--text-xs);
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  .tabs [aria-current] .count {
    background: var(--accent-soft);
    color: var(--accent-ink);
  }
  @media (max-width: 40rem) {
    .tabs a {
      padding-inline: var(--space-2);
      gap: var(--space-1);
    }
    .tabs .count {
      min-inline-size: 1.25rem;
      padding-inline: var(--space-1);
    }
  }
`

/** Rows of a list, each with one link that covers it. */
export const rows = css`
  .rows > li {
    position: relative;
    display: grid;
    gap: var(--space-1) var(--space-4);
    padding: var(--space-3) var(--space-4);
    border-block-start: 1px solid var(--line);
    transition: background-color var(--quick);
  }
  .rows > li:first-child {
    border-block-start: 0;
    border-start-start-radius: var(--radius-l);
    border-start-end-radius: var(--radius-l);
  }
  .rows > li:last-child {
    border-end-start-radius: var(--radius-l);
    border-end-end-radius: var(--radius-l);
  }
  .rows > li:hover {
    background: var(--surface-hover);
  }
  .rows .open {
    color: var(--ink);
    font-size: var(--text-l);
    font-weight: var(--weight-medium);
    line-height: 1.4;
    text-decoration: none;
    overflow-wrap: anywhere;
  }
  .rows .open::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: inherit;
  }
  .rows .open:focus-visible {
    outline: none;
  }
  .rows > li:has(.open:focus-visible) {
    background: var(--surface-hover);
    box-shadow: inset 0 0 0 2px var(--accent);
  }
  .rows .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-1) var(--space-3);
    color: var(--ink-muted);
    font-size: var(--text-s);
  }
  .rows .facts time,
  .rows .facts [title] {
    position: relative;
    z-index: 1;
  }
`

/** A small button that shows nothing but its icon. */
export const tool = css`
  .tool {
    display: grid;
    place-items: center;
    inline-size: 2.25rem;
    block-size: 2rem;
    border: 0;
    border-radius: var(--radius-s);
    background: none;
    color: var(--ink-muted);
    cursor: pointer;
    transition: background-color var(--quick);
  }
  .tool:hover {
    background: var(--still-soft);
    color: var(--ink);
  }
`
