// The button in the corner: itself a speech bubble, with a question mark. The loader draws it before anything else of the
// widget is there, with styles on the button itself (CSSOM: a strict policy allows it, and it is the least to send); the
// element draws it again with the style sheet below. Both look the same. No Lit here, and every byte of `launcherLook`
// counts: every page view pays for it.

/** How the button looks, without its distance from the side. */
export const launcherLook =
  'position:fixed;bottom:var(--askwell-offset-y,20px);z-index:var(--askwell-z-index,2147482000);min-width:56px;padding:12px 16px;border:1px solid #0000;border-radius:28px 28px 6px;cursor:pointer;color-scheme:var(--askwell-color-scheme,light dark);background:var(--askwell-accent,light-dark(#0b6355,#5fd0b9));color:var(--askwell-accent-contrast,light-dark(#fff,#05201b));font:600 26px/30px system-ui;box-shadow:0 8px 24px #0004'

/** For the element. Its host has no box of its own, so that nothing of the page can move or squeeze it. */
export const launcherCss = `
:host { all: initial; display: contents; color-scheme: var(--askwell-color-scheme, light dark) }
button.launcher { all: unset; ${launcherLook}; box-sizing: border-box; display: grid; place-content: center; height: 56px; padding: 0; inset-inline-end: var(--askwell-offset-x, 20px) }
:host([position=start]) button.launcher { inset-inline: var(--askwell-offset-x, 20px) auto }
.launcher:hover { transform: translateY(-2px) }
.launcher:focus-visible { outline: 3px solid var(--askwell-focus, var(--askwell-accent, light-dark(#0b6355, #5fd0b9))); outline-offset: 3px }
dialog { z-index: var(--askwell-z-index, 2147482000) }
@media print { :host { display: none } }
@media (prefers-reduced-motion: reduce) { .launcher { transition: none !important } }`
