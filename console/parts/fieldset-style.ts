// A group of fields that together hold one value.
import { css } from 'lit'

export const fieldset = css`
  fieldset {
    display: grid;
    gap: var(--space-2);
    justify-items: start;
    min-inline-size: 0;
    padding: 0;
    border: 0;
    margin: 0;
  }
  legend {
    padding: 0;
    margin-block-end: var(--space-2);
    font-weight: var(--weight-medium);
    line-height: var(--leading-tight);
  }
  .hint {
    margin-block-start: calc(-1 * var(--space-1));
    color: var(--ink-muted);
    font-size: var(--text-s);
  }
  ul {
    inline-size: 100%;
  }
  /* the name of the one field is said, the name of the group is seen */
  wa-input.bare::part(form-control-label) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`
