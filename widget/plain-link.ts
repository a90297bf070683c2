// Where the page forbids what the widget can't do without, visitors get a plain link and its developer one line that says why.
// Comes before all elements in embed.ts: what it throws keeps them from being defined.
import { launcherLook } from './launcher.ts'
import { mayWriteHtml } from './trusted-types.ts'

if (!mayWriteHtml()) {
  console.warn(
    "Askwell: this page's Content-Security-Policy has require-trusted-types-for 'script' and does not allow our policy. Add it: trusted-types askwell",
  )
  const host = document.querySelector('askwell-widget')
  if (host) linkInsteadOf(host)
  throw new Error('Askwell: trusted-types does not allow the policy "askwell".')
}

/** To what `data-link` names, else to the site's page on our server. */
function linkInsteadOf(host: Element): void {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' }) // there is none where the page has buttons of its own
  const button = root.querySelector('button')
  const link = document.createElement('a')
  const script = document.querySelector<HTMLScriptElement>('script[data-site]')
  const { link: chosen, site = '' } = script?.dataset ?? {}
  link.href =
    chosen ?? `${new URL(/* @vite-ignore */ '../', import.meta.url).href}help?site=${encodeURIComponent(site)}`
  link.target = '_blank'
  link.rel = 'noopener'
  link.textContent = button?.ariaLabel ?? 'Help'
  link.style.cssText = button?.style.cssText ?? `${launcherLook};inset-inline-end:20px`
  Object.assign(link.style, { fontSize: '16px', opacity: '' })
  root.replaceChildren(link)
}
