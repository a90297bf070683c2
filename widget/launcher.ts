// The button in the corner. Drawn by the loader before anything else of the widget is there, and by the element after:
// no Lit here, and every byte counts, because every page view pays for it.

export const launcherCss = `:host{all:initial;position:fixed;inset-block-end:20px;inset-inline-end:20px;z-index:var(--askwell-z-index,2147482000);color-scheme:light dark}
.launcher{all:unset;box-sizing:border-box;display:flex;align-items:center;justify-content:center;gap:8px;min-width:56px;height:56px;padding:0 16px;border-radius:28px;cursor:pointer;background:var(--askwell-accent,light-dark(#0b6355,#5fd0b9));color:var(--askwell-accent-contrast,light-dark(#fff,#05201b));font:600 15px/1 var(--askwell-font,system-ui,sans-serif);box-shadow:0 1px 2px #0003,0 8px 24px #0003;transition:transform .15s}
.launcher:hover{transform:translateY(-2px)}
.launcher:focus-visible{outline:3px solid light-dark(#0b6355,#5fd0b9);outline-offset:3px}
.launcher[aria-busy=true] svg{animation:busy 1s infinite alternate}
@keyframes busy{to{opacity:.3}}
@media(prefers-reduced-motion:reduce){.launcher{transition:none}.launcher[aria-busy=true] svg{animation:none;opacity:.5}}`

/** Adopted, not written into the page: a strict Content-Security-Policy allows it. */
export function launcherSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(launcherCss)
  return sheet
}

/** The paths of the speech bubble, on a grid of 24. */
export const bubble = 'M4 5.5h16v11h-9L6.5 20v-3.5H4zM9.7 9.4a2.4 2.1 0 1 1 3.3 1.9c-.7.3-1 .6-1 1.2M12 14.3v.1'

/** Makes the button with DOM calls only, so that Trusted Types have nothing to refuse. */
export function drawLauncher(label: string): HTMLButtonElement {
  const button = document.createElement('button')
  button.className = 'launcher'
  button.type = 'button'
  button.ariaLabel = label
  button.ariaExpanded = 'false'
  const svg = element('svg', { viewBox: '0 0 24 24', width: '26', height: '26', fill: 'none', 'aria-hidden': 'true' })
  const line = {
    d: bubble,
    stroke: 'currentColor',
    'stroke-width': '1.8',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  }
  svg.append(element('path', line))
  button.append(svg)
  return button
}

function element(name: string, attributes: Record<string, string>): Element {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}
