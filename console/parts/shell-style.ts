// How the frame around the pages is laid out: a rail on wide screens, a bar on narrow ones.
import { css } from 'lit'

export const shellStyle = css`
  :host {
    display: grid;
    grid-template-columns: 14.5rem minmax(0, 1fr);
    min-block-size: 100dvh;
  }
  .skip {
    position: fixed;
    inset-block-start: var(--space-2);
    inset-inline-start: var(--space-2);
    z-index: 30;
    padding: var(--space-2) var(--space-4);
    border-radius: var(--radius);
    background: var(--accent);
    color: var(--on-accent);
  }
  .skip:not(:focus) {
    clip-path: inset(50%);
  }
  header {
    position: sticky;
    inset-block-start: 0;
    display: flex;
    flex-direction: column;
    gap: var(--space-4);
    block-size: 100dvh;
    padding: var(--space-5) var(--space-3) var(--space-3);
    border-inline-end: 1px solid var(--line);
    background: var(--surface);
  }
  .brand {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    padding-inline: var(--space-2);
    color: var(--ink);
    font-size: var(--text-l);
    font-weight: var(--weight-bold);
    letter-spacing: -0.01em;
    text-decoration: none;
  }
  p.site {
    padding-inline: var(--space-3);
    color: var(--ink-muted);
    font-size: var(--text-s);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  wa-dropdown.site {
    margin-inline: var(--space-2);
  }
  nav {
    display: grid;
    gap: 2px;
    flex: 1;
    align-content: start;
  }
  nav a {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius);
    color: var(--ink-muted);
    font-weight: var(--weight-medium);
    text-decoration: none;
    transition:
      background-color var(--quick),
      color var(--quick);
  }
  nav a:hover {
    background: var(--surface-hover);
    color: var(--ink);
  }
  nav a[aria-current] {
    background: var(--accent-soft);
    color: var(--accent-ink);
  }
  nav wa-icon {
    font-size: 1.125rem;
  }
  .account::part(base),
  .account > wa-button::part(base) {
    justify-content: start;
    padding-inline: var(--space-2);
  }
  .account > wa-button::part(label) {
    flex: 1;
    text-align: start;
  }
  .account > wa-button {
    inline-size: 100%;
  }
  .initial {
    display: inline-grid;
    place-items: center;
    inline-size: 1.75rem;
    block-size: 1.75rem;
    border-radius: 50%;
    background: var(--accent-soft);
    color: var(--accent-ink);
    font-size: var(--text-s);
    font-weight: var(--weight-bold);
  }
  .who {
    max-inline-size: 7.5rem;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .identity {
    display: grid;
    padding: var(--space-2) var(--space-3) var(--space-3);
    border-block-end: 1px solid var(--line);
    margin-block-end: var(--space-1);
  }
  .identity span {
    color: var(--ink-muted);
    font-size: var(--text-s);
  }
  main {
    min-inline-size: 0;
  }
  main:focus-visible {
    outline: none;
  }
  @media (max-width: 56rem) {
    :host {
      --shell-bar: 3.75rem;
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto minmax(0, 1fr);
    }
    header {
      z-index: 10;
      flex-direction: row;
      align-items: center;
      gap: var(--space-2);
      block-size: var(--shell-bar);
      padding: var(--space-2) var(--space-3);
      border-inline-end: 0;
      border-block-end: 1px solid var(--line);
    }
    .brand {
      padding-inline: 0;
    }
    .brand span,
    p.site,
    .who,
    nav wa-icon {
      display: none;
    }
    nav {
      display: flex;
    }
    .account > wa-button {
      inline-size: auto;
    }
    nav a {
      padding-inline: var(--space-3);
      white-space: nowrap;
    }
  }
`
