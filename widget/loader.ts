// The script tag: draws the button and waits. The widget itself is loaded when it is wanted: at the first click, by the first
// call of askwell(…) that needs it, or because a question from an earlier visit still waits to be sent.
// Every page view pays for this file, so it is written small (1,024 bytes after Brotli) and leaves to embed.ts all that can wait.
import type { Run, start } from './embed.ts'
import { launcherLook } from './launcher.ts'

/** Path of the widget's module, written in by the build. */
declare const __WIDGET_MODULE__: string

type Widget = { readonly start: typeof start }
type Askwell = ((...args: unknown[]) => Promise<unknown>) & { q?: EarlyCall[]; loaded?: () => void }
/** The arguments of a call from before this script, and who waits for its outcome. */
type EarlyCall = unknown[] & { r?: (outcome: unknown) => void }
/** A click, or another sign that the page may have changed. */
type Sign = Event & { readonly target: Element }

const page = window as { askwell?: Askwell; requestIdleCallback?: (call: Askwell) => void }
const before = page.askwell

if (before?.loaded) before.loaded()
else {
  const script = (document.currentScript ?? document.querySelector('script[src*=askwell]')) as HTMLScriptElement
  const data = script.dataset
  const host = document.createElement('askwell-widget')
  const button = document.createElement('button')
  const stop = new AbortController()
  const queue: unknown[][] = []
  let attempt = 0
  let loading: Promise<Run> | undefined

  /** A browser remembers that a module could not be fetched, so another try has another address. */
  const load = () =>
    (loading ??= (
      import(/* @vite-ignore */ new URL(`${__WIDGET_MODULE__}#${attempt++}`, script.src) as never) as Promise<Widget>
    ).then(
      (widget) => widget.start(host, queue, script, stop),
      (error: unknown) => {
        loading = button.style.opacity = button.style.font = button.ariaLabel = null as never
        button.textContent = 'Not available now'
        throw error
      },
    ))

  const call: Askwell = (page.askwell = (...args) => {
    const outcome = Promise.resolve(
      (args as unknown) == 'destroy'
        ? (stop.abort(), host.remove(), delete page.askwell)
        : // on, once, off, set, suggest, identify, logout, context, page and close wait for a reason to load the widget
          !loading && /^(o[nf]|set|su|id|[clp])/.test(args as never)
          ? (queue.push(args), () => call('off', ...args.slice(1)))
          : ((button.style.opacity = '.6'), load().then((run) => run(...args))),
    )
    outcome.catch(() => {}) // nobody need wait for it, and the page's console is not ours
    return outcome
  })

  /**
   * Turbo and Astro take another body, and some pages empty theirs when they start: the widget comes back. document.open()
   * takes the listeners, too: a page that writes itself anew calls this by the tag that it writes. None is ever there twice.
   */
  const onPage = (sign?: Sign) => {
    for (const name of ['readystatechange', 'turbo:load', 'astro:after-swap', 'click'])
      document.addEventListener(name, onPage as never, stop)
    if (!host.isConnected) (document.querySelector(data.target!) ?? document.querySelector('body'))?.append(host)
    if (sign?.target.closest?.(data.launcher!)) {
      sign.preventDefault()
      void call('toggle')
    }
  }

  for (const { name, value } of script.attributes)
    if (value != 'auto') host.style.setProperty(name.replace('data', '--askwell'), value)
  host.style.display = 'contents'
  button.style.cssText = `${launcherLook};inset-inline-${data.position ?? 'end'}:var(--askwell-offset-x,20px)`
  button.textContent = '?'
  ;(button as { part: unknown }).part = 'launcher'
  button.ariaExpanded = 'false'
  button.ariaLabel =
    data.label ??
    (/^(auto|,)*zh/.test([data.locale, document.documentElement.lang, navigator.language] as never) ? '帮助' : 'Help')
  button.onclick = () => call('open')
  if (!data.launcher && !/inline|none|manual/.test(data.display! + data.load))
    host.attachShadow({ mode: 'open' }).append(button)

  ;(call.loaded = onPage)()
  before?.q?.map((early) => (early.r ?? Object)(call(...early)))

  let kept: unknown
  try {
    kept = Object.keys(localStorage)
  } catch {
    // the page forbids storage
  }
  if (/^eager|inline|askwell[=:]/.test(data.load + data.display! + location.search + (kept as string))) void call()
  if (data.load == 'idle' && !(navigator as { connection?: { saveData: boolean } }).connection?.saveData)
    page.requestIdleCallback?.(call)
}
