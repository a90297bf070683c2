// The script tag: draws the button and waits. The widget itself is loaded when it is wanted: at the first click, at the
// first call of askwell(…), or because a question from an earlier visit still waits to be sent.
import { drawLauncher, launcherSheet } from './launcher.ts'

/** Path of the widget's module, written in by the build. */
declare const __WIDGET_MODULE__: string

type Command = 'open' | 'close' | 'search' | 'ask'
type Widget = HTMLElement & Record<Command, (text?: string) => void>
type Askwell = ((command: Command, text?: string) => Promise<void>) & { q?: IArguments[]; loaded?: true }

const script = document.currentScript as HTMLScriptElement
const page = window as unknown as { askwell?: Askwell }

if (!page.askwell?.loaded) {
  const { site = '', server, locale, storage, open, quiet } = script.dataset
  const base = new URL('.', script.src).href
  const widget = document.createElement('askwell-widget') as Widget
  const chinese = /^zh/i.test((locale ?? document.documentElement.lang) || navigator.language)
  const button = drawLauncher(chinese ? '帮助' : 'Help')
  let attempt = 0
  let loading: Promise<unknown> | undefined

  const attributes = { site, server: server ?? base.slice(0, -1), locale, storage, quiet }
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) widget.setAttribute(name, value)
  const root = widget.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = [launcherSheet()]
  root.append(button)

  const load = () => {
    button.ariaBusy = 'true'
    // a browser remembers that a module could not be fetched: another try takes another address
    loading ??= import(/* @vite-ignore */ base + __WIDGET_MODULE__ + (attempt++ ? `?${attempt}` : '')).catch(
      (error: unknown) => {
        loading = undefined
        button.ariaBusy = null
        button.textContent = chinese ? '暂时无法使用，请稍后再试' : 'Not available right now'
        throw error
      },
    )
    return loading
  }
  const call: Askwell = async (command, text) => {
    await load()
    widget[command](text)
  }
  const quietly = () => undefined // the button says it; the page's console is not ours
  button.onclick = () => void call('open').catch(quietly)

  const early = page.askwell?.q ?? []
  call.loaded = true
  page.askwell = call
  const begin = () => {
    document.body.append(widget)
    for (const [command, text] of early as unknown as [Command, string?][]) call(command, text).catch(quietly)
    if (open !== undefined) call('open').catch(quietly)
    else if (hasUnsent()) load().catch(quietly)
  }
  if (document.body) begin()
  else document.addEventListener('DOMContentLoaded', begin)

  function hasUnsent(): boolean {
    try {
      return Object.keys(localStorage).some((key) => key.startsWith(`askwell:${site}:`))
    } catch {
      return false // the page forbids storage
    }
  }
}
