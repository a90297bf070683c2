// The button in the corner once the widget is there, and the panel that it opens: a card, on a phone the whole screen.
import { css } from 'lit'

export const widgetStyle = css`
  :host {
    color: var(--fg);
    font: var(--text);
  }

  :host([color-scheme='light']) {
    color-scheme: light;
  }

  :host([color-scheme='dark']) {
    color-scheme: dark;
  }

  .launcher {
    transition: transform var(--quick);
  }

  .badge {
    position: absolute;
    inset-block-start: -4px;
    inset-inline-end: -4px;
    min-inline-size: 22px;
    block-size: 22px;
    padding-inline: 6px;
    border-radius: 11px;
    background: #b3261e;
    color: #fff;
    font: 600 12px/22px var(--font);
    text-align: center;
    box-shadow: 0 0 0 2px var(--bg);
  }

  dialog {
    position: fixed;
    inset: auto;
    inset-block-end: calc(var(--askwell-offset-y, 20px) + 68px);
    inset-inline-end: var(--askwell-offset-x, 20px);
    inline-size: min(var(--askwell-panel-width, 400px), calc(100vw - 2 * var(--askwell-offset-x, 20px)));
    block-size: min(var(--askwell-panel-height, 640px), calc(100dvh - 88px - var(--askwell-offset-y, 20px)));
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 1px solid var(--border);
    border-radius: calc(var(--radius) * 1.6);
    background: var(--bg);
    color: var(--fg);
    box-shadow: var(--askwell-shadow, 0 2px 4px #0000000f, 0 16px 48px #0000002e);
    overflow: hidden;
  }

  :host([position='start']) dialog {
    inset-inline: var(--askwell-offset-x, 20px) auto;
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
    animation: rise calc(0.22s * var(--askwell-motion, 1)) cubic-bezier(0.2, 0, 0, 1);
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

  dialog > .skeleton {
    flex: 1;
    background: linear-gradient(var(--sunk), var(--sunk)) 20px 64px / calc(100% - 40px) 48px no-repeat;
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
    dialog,
    .launcher {
      border: 1px solid;
    }
  }

  @media print {
    :host {
      display: none;
    }
  }
`
