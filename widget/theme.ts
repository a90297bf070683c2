// One type scale, one spacing scale, two colour schemes. What a site may change has a name that begins with --askwell-.
import { css } from 'lit'

export const theme = css`
  :host {
    --bg: var(--askwell-bg, light-dark(#fff, #17191b));
    --sunk: light-dark(#f4f5f4, #202427);
    --fg: var(--askwell-fg, light-dark(#1b1f1e, #eceeed));
    --muted: var(--askwell-muted, light-dark(#5a6361, #a5aeac));
    --border: var(--askwell-border, light-dark(#dfe3e1, #343a3c));
    --accent: var(--askwell-accent, light-dark(#0b6355, #5fd0b9));
    --on-accent: var(--askwell-accent-contrast, light-dark(#fff, #05201b));
    --tint: color-mix(in oklab, var(--accent) 9%, var(--bg));
    --bad: light-dark(#a82a1c, #ff9c8f);
    --focus: var(--askwell-focus, var(--accent));
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
    --small: 400 13px/1.45 var(--font);
    --text: 400 15px/1.55 var(--font);
    --strong: 600 15px/1.4 var(--font);
    --heading: 650 19px/1.3 var(--font);
    --quick: 0.15s cubic-bezier(0.2, 0, 0, 1);
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
    inline-size: 40px;
    block-size: 40px;
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
