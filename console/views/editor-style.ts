import { css } from 'lit'

/** The editor's page: a bar that stays, the text, and beside it what visitors will see. */
export const editorPage = css`
  :host {
    display: block;
    padding-block-end: var(--space-8);
  }
  .bar {
    position: sticky;
    inset-block-start: 0;
    z-index: 5;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
    padding: var(--space-3) var(--space-6);
    border-block-end: 1px solid var(--line);
    background: color-mix(in srgb, var(--canvas) 88%, transparent);
    backdrop-filter: blur(8px);
  }
  .back {
    display: grid;
    place-items: center;
    inline-size: 2.25rem;
    block-size: 2.25rem;
    border-radius: var(--radius);
    color: var(--ink-muted);
  }
  .back:hover {
    background: var(--surface-hover);
    color: var(--ink);
  }
  .actions {
    display: flex;
    gap: var(--space-2);
    margin-inline-start: auto;
  }
  .notices {
    display: grid;
    gap: var(--space-3);
    padding: var(--space-4) var(--space-6) 0;
  }
  .notices > [role='status']:empty {
    display: none;
  }
  .panels {
    display: none;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(22rem, 28rem);
    align-items: start;
    gap: var(--space-6);
    padding: var(--space-5) var(--space-6) 0;
  }
  .checks {
    display: grid;
    gap: var(--space-5);
  }
  .replay {
    padding: var(--space-4);
  }
  .replay h2 {
    margin-block-end: var(--space-1);
  }
  @media (max-width: 68.75rem) {
    .panels {
      display: flex;
      gap: 2px;
      padding: 3px;
      border-radius: var(--radius);
      background: var(--still-soft);
      margin: var(--space-4) var(--space-6) 0;
    }
    .panels button {
      flex: 1;
      min-block-size: 2.25rem;
      border: 0;
      border-radius: var(--radius-s);
      background: none;
      color: var(--still-ink);
      font-weight: var(--weight-medium);
      cursor: pointer;
    }
    .panels button[aria-pressed='true'] {
      background: var(--thumb);
      color: var(--ink);
      box-shadow: var(--shadow-1);
    }
    .columns {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    .columns:not([data-panel='write']) .write,
    .columns:not([data-panel='preview']) .preview,
    .columns:not([data-panel='replay']) .replay {
      display: none;
    }
    .checks {
      gap: 0;
    }
  }
  @media (max-width: 56rem) {
    .bar {
      inset-block-start: var(--shell-bar, 0px);
    }
  }
  @media (max-width: 40rem) {
    .bar {
      position: static;
      padding: var(--space-2) var(--space-4);
    }
    .notices,
    .columns {
      padding-inline: var(--space-4);
    }
    .panels {
      margin-inline: var(--space-4);
    }
    .actions {
      flex: 1 1 100%;
    }
    .actions wa-button {
      flex: 1;
    }
  }
`
