// One type scale, one spacing scale (4, 8, 12, 16, 20, 24, 28), two colour schemes. What a site may change has a name that
// begins with --askwell-; docs/theming.md lists them.
import { css } from 'lit'

export const theme = css`
  :host {
    --bg: var(--askwell-bg, light-dark(#fff, #17191b));
    --fg: var(--askwell-fg, light-dark(#1b1f1e, #eceeed));
    --sunk: color-mix(in oklab, var(--fg) 4.5%, var(--bg));
    --muted: var(--askwell-muted, light-dark(#59625f, #a5aeac));
    --border: var(--askwell-border, light-dark(#dfe3e1, #343a3c));
    --accent: var(--askwell-accent, light-dark(#0b6355, #5fd0b9));
    --on-accent: var(--askwell-accent-contrast, light-dark(#fff, #05201b));
    --tint: color-mix(in oklab, var(--accent) 9%, var(--bg));
    --bad: light-dark(#a82a1c, #ff9c8f);
    --focus: var(--askwell-focus, var(--accent));
    --mark: var(--askwell-mark-bg, color-mix(in oklab, var(--accent) 18%, transparent));
    --radius: var(--askwell-radius, 10px);
    --font: var(
      --askwell-font,
      system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'PingFang SC',
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      sans-serif
    );
    --size: var(--askwell-font-size, 15px);
    --small: 400 calc(var(--size) * 0.87) / 1.45 var(--font);
    --text: 400 var(--size) / 1.55 var(--font);
    --strong: 600 var(--size) / 1.4 var(--font);
    --heading: 650 calc(var(--size) * 1.27) / 1.3 var(--font);
    --quick: calc(0.15s * var(--askwell-motion, 1)) cubic-bezier(0.2, 0, 0, 1);
    box-sizing: border-box;
    color: var(--fg);
    font: var(--text);
  }

  *,
  ::before,
  ::after {
    box-sizing: inherit;
  }

  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }

  textarea,
  input {
    color: var(--fg);
    font: 400 max(16px, var(--size)) / 1.5 var(--font); /* smaller, and phones zoom in */
  }

  textarea {
    inline-size: 100%;
    padding: 10px 12px;
    border: 1px solid color-mix(in oklab, var(--muted) 70%, var(--bg));
    border-radius: var(--radius);
    background: var(--bg);
    resize: vertical;
  }

  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }

  h2,
  h3,
  p,
  ul {
    margin: 0;
    padding: 0;
  }

  [hidden] {
    display: none !important;
  }

  .chip {
    display: inline-block;
    padding: 1px 7px;
    border-radius: 99px;
    border: 1px solid var(--border);
    font: var(--small);
    color: var(--muted);
    white-space: nowrap;
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  :dir(rtl) > svg.turns {
    transform: scaleX(-1);
  }

  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
`

export const buttons = css`
  .primary,
  .quiet {
    min-height: 44px;
    padding: 0 18px;
    border-radius: var(--radius);
    font: var(--strong);
    border: 1px solid transparent;
    transition: background var(--quick);
  }

  .primary {
    background: var(--accent);
    color: var(--on-accent);
  }

  .primary:hover {
    background: color-mix(in oklab, var(--accent) 88%, var(--fg));
  }

  .quiet {
    background: none;
    border-color: var(--border);
  }

  .quiet:hover {
    background: var(--sunk);
  }

  .icon {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    padding: 0;
    border: 0;
    border-radius: var(--radius);
    background: none;
    color: var(--muted);
    transition: background var(--quick);
  }

  .icon:hover {
    background: var(--sunk);
    color: var(--fg);
  }
`
