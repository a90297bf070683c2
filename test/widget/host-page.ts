// Somebody else's page with the script tag on it, in a frame of the test's page.
import { waitFor } from '../wait-for.ts'
import type { Told } from './stand-in.ts'

export type Askwell = (...args: unknown[]) => Promise<unknown>

export interface PageWindow extends Window {
  askwell?: Askwell & { q?: unknown[] }
  told?: Told
  faults: string[]
  said: string[]
}

export interface HostPage {
  readonly window: PageWindow
  readonly document: Document
  readonly widget: HTMLElement | null
  readonly button: HTMLButtonElement | null
  /** Paths of the widget's modules that the page has asked for. */
  readonly modules: string[]
  askwell: Askwell
  /** What the loader has told the widget's module, once it is loaded. */
  told(): Promise<Told>
}

const MODULE = '/widget/embed.ts'
const STAND_IN = '/test/widget/stand-in.ts'

/** Answers for the loader's first tries: the stand-in from the start, or after as many failures. */
export function importMap(failures = 0): string {
  const imports = Object.fromEntries(
    [...Array(failures + 1).keys()].map((attempt) => [
      `${MODULE}#${attempt}`,
      attempt < failures ? `/not-there-${attempt}.js` : STAND_IN,
    ]),
  )
  return JSON.stringify({ imports })
}

const watch = `
  window.faults = []; window.said = []
  addEventListener('error', (event) => faults.push(event.message))
  addEventListener('unhandledrejection', (event) => faults.push(String(event.reason)))
  console.warn = (text) => said.push(text)`

export interface PageParts {
  readonly head?: string
  readonly body?: string
  /** How many tries to load the module fail. */
  readonly failures?: number
  /** The module itself, not what stands in for it. */
  readonly real?: boolean
  readonly nonce?: string
}

/** A page written as it is, in the order head, body. */
export async function openPage({ head, body, failures, real, nonce = '' }: PageParts): Promise<HostPage> {
  const map = real ? '' : `<script type="importmap" nonce="${nonce}">${importMap(failures)}</script>`
  const frame = document.createElement('iframe')
  frame.srcdoc = `<!doctype html><html lang="en"><head><title>Shop</title>${map}<script nonce="${nonce}">${watch}</script>${head ?? ''}</head><body><h1>Shop</h1>${body ?? ''}</body></html>`
  return shown(frame)
}

/** A page with an address of its own, and no script on it yet. */
export async function openAddress(path: string): Promise<HostPage> {
  const frame = document.createElement('iframe')
  frame.src = path
  const page = await shown(frame)
  addScript(page, { type: 'importmap', textContent: importMap() })
  addScript(page, { textContent: watch })
  return page
}

export function addScript(
  page: HostPage,
  properties: Record<string, unknown>,
  data: Record<string, string> = {},
): void {
  const script = Object.assign(page.document.createElement('script'), properties)
  Object.assign(script.dataset, data)
  page.document.head.append(script)
}

export function tag(attributes = ''): string {
  return `<script src="/askwell.js" data-site="pk_test" ${attributes}></script>`
}

export function closePages(): void {
  for (const frame of document.querySelectorAll('iframe.page')) frame.remove()
}

async function shown(frame: HTMLIFrameElement): Promise<HostPage> {
  frame.className = 'page'
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  document.body.append(frame)
  await loaded
  const page = frame.contentWindow as unknown as PageWindow & { readonly performance: Performance }
  const widget = () => page.document.querySelector<HTMLElement>('askwell-widget')
  return {
    window: page,
    get document() {
      return page.document
    },
    get widget() {
      return widget()
    },
    get button() {
      return widget()?.shadowRoot?.querySelector('button') ?? null
    },
    get modules() {
      return page.performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
        .filter((path) => /^\/(widget|test|not-there)/.test(path))
    },
    askwell: (...args) => page.askwell!(...args),
    told: () => waitFor('the module to be loaded', () => page.told),
  }
}
