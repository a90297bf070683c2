// The panel: a card above the button, the whole screen on a phone.
import { css } from 'lit'

export const panel = css`
  dialog {
    position: fixed;
    inset: auto;
    inset-block-end: 88px;
    inset-inline-end: 20px;
    inline-size: min(400px, calc(100vw - 40px));
    block-size: min(640px, calc(100dvh - 108px));
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 1px solid var(--border);
    border-radius: 16px;
    background: var(--bg);
    color: var(--fg);
    box-shadow:
      0 2px 4px #0000000f,
      0 16px 48px #0000002e;
    overflow: hidden;
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
    animation: rise 0.22s cubic-bezier(0.2, 0, 0, 1);
  }

  dialog::backdrop {
    background: none;
  }

  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(12px);
    }
  }

  header {
    display: flex;
    align-items: center;
    gap: 4px;
    padding: 14px 12px 10px 20px;
  }

  header :is(h2, span) {
    flex: 1;
    font: var(--heading);
    letter-spacing: -0.01em;
  }

  header .back {
    margin-inline-start: -10px;
  }

  main {
    flex: 1;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 0 20px 24px;
    scrollbar-width: thin;
  }

  .strip {
    display: flex;
    gap: 8px;
    align-items: center;
    padding: 8px 20px;
    background: var(--sunk);
    color: var(--muted);
    font: var(--small);
  }

  .strip .quiet {
    min-block-size: 32px;
    padding-inline: 12px;
    font: var(--small);
    margin-inline-start: auto;
    white-space: nowrap;
  }

  .sent {
    display: grid;
    justify-items: start;
    gap: 8px;
    padding-block: 24px;
  }

  .sent .mark {
    display: grid;
    place-items: center;
    inline-size: 52px;
    block-size: 52px;
    border-radius: 50%;
    background: var(--tint);
    color: var(--accent);
    margin-block-end: 8px;
  }

  .sent h3 {
    font: var(--heading);
  }

  .sent p {
    color: var(--muted);
    margin-block-end: 12px;
  }

  .intro {
    color: var(--muted);
    margin-block: 4px 16px;
  }

  askwell-ask.after {
    display: block;
    margin-block-start: 16px;
  }

  .skeleton {
    block-size: 44px;
    margin-block: 8px;
    border-radius: var(--radius);
    background: var(--sunk);
    animation: breathe 1s infinite alternate;
  }

  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }

  @media (max-width: 480px) {
    dialog {
      inset: 0;
      inline-size: 100vw;
      block-size: 100dvh;
      border: 0;
      border-radius: 0;
      padding-block: env(safe-area-inset-top) env(safe-area-inset-bottom);
    }
  }

  @media (forced-colors: active) {
    dialog {
      border: 1px solid;
    }
  }
`
