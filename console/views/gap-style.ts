import { css } from 'lit'

/** The page of one gap. */
export const gapStyle = css`
  .back {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
    justify-self: start;
    color: var(--ink-muted);
    font-size: var(--text-s);
    text-decoration: none;
  }
  .back:hover {
    color: var(--ink);
  }
  .chips {
    display: flex;
    gap: var(--space-2);
    margin-block-end: var(--space-3);
  }
  h1 {
    overflow-wrap: anywhere;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
    margin-block-start: var(--space-2);
    font-size: var(--text-s);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .why {
    display: block;
    padding: var(--space-2) var(--space-3);
    color: var(--ink-muted);
    font-size: var(--text-s);
  }
  section h2 {
    margin-block-end: var(--space-3);
  }
  .wordings li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto 3.5rem;
    align-items: baseline;
    gap: var(--space-4);
    padding: var(--space-3) var(--space-4);
  }
  .wordings li + li {
    border-block-start: 1px solid var(--line);
  }
  .wordings .text {
    overflow-wrap: anywhere;
  }
  .wordings .muted {
    font-size: var(--text-s);
  }
  .wordings strong {
    font-weight: var(--weight-medium);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  @media (max-width: 40rem) {
    .wordings li {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 var(--space-3);
    }
    .wordings .muted {
      grid-row: 2;
    }
    .wordings strong {
      grid-row: 1;
      grid-column: 2;
    }
  }
`
