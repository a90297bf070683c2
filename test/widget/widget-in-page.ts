// A widget on the test's page, and the ways in which a visitor gets at what it shows.
import '../../widget/askwell-widget.ts'
import type { AskwellWidget } from '../../widget/askwell-widget.ts'
import { waitFor } from '../wait-for.ts'

export interface Visitor {
  readonly widget: AskwellWidget
  /** The first element that matches, in any of the widget's shadow roots. */
  find<E extends HTMLElement>(selector: string): E | undefined
  findAll(selector: string): HTMLElement[]
  waitFor<E extends HTMLElement>(selector: string): Promise<E>
  /** Words on the panel. */
  readonly text: string
  type(text: string): Promise<void>
}

/** Test files run side by side and share the browser's storage: each has a site of its own. */
export const site = `pk_${crypto.randomUUID()}`

export async function placeWidget({
  locale = 'en',
  storage = 'all',
}: { locale?: string; storage?: 'all' | 'none' } = {}): Promise<Visitor> {
  const widget = document.createElement('askwell-widget')
  Object.assign(widget, { site, server: 'https://help.test', locale, storage })
  document.body.append(widget)
  await widget.updateComplete
  const findAll = <E extends HTMLElement>(selector: string) => findIn<E>(widget.shadowRoot!, selector)
  const find = <E extends HTMLElement>(selector: string) => findAll<E>(selector)[0]
  return {
    widget,
    find,
    findAll,
    waitFor: (selector) => waitFor(selector, () => find(selector)),
    get text() {
      return textOf(widget.shadowRoot!)
    },
    async type(text) {
      const input = await waitFor('the search box', () => find<HTMLInputElement>('input[role=combobox]'))
      input.value = text
      input.dispatchEvent(new InputEvent('input', { bubbles: true }))
      await widget.updateComplete
    },
  }
}

export function removeWidgets(): void {
  for (const widget of document.querySelectorAll('askwell-widget')) widget.remove()
  for (const key of Object.keys(localStorage)) if (key.startsWith(`askwell:${site}:`)) localStorage.removeItem(key)
}

/** Where the questions stand that these widgets keep in the browser. */
export function kept(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(`askwell:${site}:`) && !key.endsWith(':asked'))
}

function roots(root: ShadowRoot): ShadowRoot[] {
  return [root, ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? roots(shadowRoot) : []))]
}

function findIn<E extends HTMLElement>(root: ShadowRoot, selector: string): E[] {
  return roots(root).flatMap((each) => [...each.querySelectorAll<E>(selector)])
}

function textOf(root: ShadowRoot): string {
  return roots(root)
    .map((each) => [...each.children].map(({ textContent }) => textContent).join(' '))
    .join(' ')
    .replace(/\s+/g, ' ')
}
