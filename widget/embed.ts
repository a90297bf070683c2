// The module behind the script tag: takes over from the loader. What the loader has no bytes for is here.
import './plain-link.ts' // first: throws where the page forbids what the elements need
import './askwell-widget.ts'
import { type CommandTarget, runCommand } from './commands.ts'

export type Run = (...args: readonly unknown[]) => Promise<unknown>

/**
 * Gives the loader's element what the tag says, and does what waits in `queue`. Resolves commands from then on.
 * `stop` ends with `askwell('destroy')`.
 */
export function start(
  host: HTMLElement,
  queue: readonly (readonly unknown[])[],
  script: HTMLScriptElement,
  stop: AbortController,
): Run {
  const widget = host as CommandTarget
  const attributes = attributesOf(script)
  for (const [name, value] of attributes) host.setAttribute(name, value)
  host.style.removeProperty('display') // the element's own styles decide from here
  if (document.querySelector('askwell-search,askwell-article,askwell-ask')) void import('./inline-elements.ts')
  if (attributes.get('display') === 'inline') void placeSearchBox(host, attributes, stop.signal)
  const run: Run = (command, ...args) => runCommand(widget, command, ...args)
  for (const call of queue) run(...call).catch(() => {}) // resolved long ago, nobody waits
  return run
}

/** `data-color-scheme` is `color-scheme`; what is `auto` is as if it were not there. */
function attributesOf(script: HTMLScriptElement): ReadonlyMap<string, string> {
  const given = [...script.attributes]
    .filter(({ name, value }) => name.startsWith('data-') && value !== 'auto')
    .map(({ name, value }) => [name.slice('data-'.length), value] as const)
  return new Map([['server', new URL('.', script.src).href.slice(0, -1)], ...given])
}

/** The search box stands before the widget, in the place that `data-target` names; Turbo and Astro take both away together. */
async function placeSearchBox(
  host: HTMLElement,
  attributes: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<void> {
  await import('./inline-elements.ts')
  const box = document.createElement('askwell-search')
  for (const [name, value] of attributes) box.setAttribute(name, value)
  box.style.cssText = host.style.cssText
  const place = () => void (box.isConnected || host.before(box))
  for (const name of ['turbo:load', 'astro:after-swap']) document.addEventListener(name, place, { signal })
  signal.addEventListener('abort', () => box.remove())
  place()
}
