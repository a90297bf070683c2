// How the console's native dialogs look.
import { css } from 'lit'

export const dialog = css`
  dialog {
    inline-size: min(40rem, calc(100vw - 2 * var(--space-4)));
    max-block-size: calc(100dvh - 2 * var(--space-5));
    padding: var(--space-5);
    border: 1px solid var(--line);
    border-radius: var(--radius-l);
    background: var(--surface);
    color: var(--ink);
    box-shadow: var(--shadow-2);
  }
  dialog[open] {
    animation: appear var(--calm) ease-out;
  }
  dialog::backdrop {
    background: rgb(10 16 14 / 0.5);
  }
  dialog > form:first-child,
  dialog > .top {
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin-block-end: var(--space-4);
  }
  dialog h2 {
    font-size: var(--text-l);
  }
  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(0.5rem);
    }
  }
`
