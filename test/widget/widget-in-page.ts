// A widget on the test's page, and the ways in which a visitor gets at what it shows.
import '../../widget/askwell-widget.ts'
import type { AskwellWidget } from '../../widget/askwell-widget.ts'
import { waitFor } from '../wait-for.ts'

export interface Visitor {
  readonly widget: AskwellWidget
  /** The first element that matches, in any of the widget's shadow roots. */
  find<E extends HTMLElement>(selector: string): E | undefined
  waitFor<E extends HTMLElement>(selector: string): Promise<E>
  /** Words on the panel. */
  readonly text: string
  type(text: string): Promise<void>
}

export async function placeWidget({
  locale = 'en',
  storage = 'all',
}: { locale?: string; storage?: 'all' | 'none' } = {}): Promise<Visitor> {
  const widget = document.createElement('askwell-widget')
  Object.assign(widget, { site: 'pk_test', server: 'https://help.test', locale, storage })
  document.body.append(widget)
  await widget.updateComplete
  const find = <E extends HTMLElement>(selector: string) => findIn<E>(widget.shadowRoot!, selector)
  return {
    widget,
    find,
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
  localStorage.clear()
}

function roots(root: ShadowRoot): ShadowRoot[] {
  return [root, ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? roots(shadowRoot) : []))]
}

function findIn<E extends HTMLElement>(root: ShadowRoot, selector: string): E | undefined {
  return roots(root).flatMap((each) => [...each.querySelectorAll<E>(selector)])[0]
}

function textOf(root: ShadowRoot): string {
  return roots(root)
    .map((each) => [...each.children].map(({ textContent }) => textContent).join(' '))
    .join(' ')
    .replace(/\s+/g, ' ')
}
