// The two pages before one is in: inviting, calm, one form.
import { css } from 'lit'

export const gate = css`
  :host {
    display: grid;
    place-content: center;
    min-block-size: 100dvh;
    padding: var(--space-5) var(--space-4);
    background: radial-gradient(60rem 32rem at 50% -8rem, var(--accent-soft), transparent 70%);
  }
  .gate {
    display: grid;
    gap: var(--space-5);
    inline-size: min(25rem, calc(100vw - 2 * var(--space-4)));
  }
  .top {
    display: grid;
    gap: var(--space-2);
  }
  .top svg {
    inline-size: 2.75rem;
    block-size: 2.75rem;
    margin-block-end: var(--space-3);
  }
  form {
    display: grid;
    gap: var(--space-4);
    padding: var(--space-5);
  }
`
