// An agent at the console: the real elements, at an address, and the ways to look at them and use them.
import { sendKeys } from '@web/test-runner-commands'
import '../../console/main.ts'
import { chooseLanguage } from '../../console/messages.ts'
import { addressOf, navigate, type Place } from '../../console/router.ts'
import { waitFor } from '../wait-for.ts'

export interface Seat {
  readonly root: HTMLElement
  /** The first element, shadow roots included, that fits and that is shown. */
  find<T extends HTMLElement>(selector: string, text?: string): T | undefined
  waitFor<T extends HTMLElement>(selector: string, text?: string): Promise<T>
  /** Presses the button or the link that is called so. */
  press(name: string): Promise<void>
  type(selector: string, text: string): Promise<void>
}

chooseLanguage('en') // whatever another test page has chosen last

/** Opens the whole console at a place. */
export function sitDown(place: Place): Seat {
  navigate(addressOf(place), { replace: true })
  return seatAt(document.createElement('askwell-console'))
}

export function seatAt(root: HTMLElement): Seat {
  document.body.append(root)
  const seat: Seat = {
    root,
    find: (selector, text = '') =>
      seek(root, selector).find((found) => isShown(found) && wordsOf(found).includes(text)) as never,
    waitFor: (selector, text = '') => waitFor(`${selector} ${text}`, () => seat.find(selector, text)) as never,
    async press(name) {
      const isCalled = (found: HTMLElement) =>
        isShown(found) && [wordsOf(found), found.ariaLabel].some((words) => words?.trim() === name)
      const target = await waitFor(`a button called ${name}`, () => seek(root, PRESSABLE).find(isCalled))
      target.click()
    },
    async type(selector, text) {
      const field = await seat.waitFor<HTMLInputElement>(selector)
      const input = field.shadowRoot?.querySelector('input') ?? field
      input.focus()
      input.value = text
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
    },
  }
  return seat
}

/** Presses a key while Ctrl is held. */
export async function pressWithControl(key: string): Promise<void> {
  await sendKeys({ down: 'Control' })
  await sendKeys({ press: key })
  await sendKeys({ up: 'Control' })
}

/** Leaves nothing behind. Local storage is shared with test pages that run at the same time: it stays. */
export function standUp(): void {
  document.body.replaceChildren()
  sessionStorage.clear()
  chooseLanguage('en')
}

const PRESSABLE = 'a, button, wa-button, wa-dropdown-item'

function seek(within: ParentNode, selector: string): HTMLElement[] {
  const here = [...within.querySelectorAll<HTMLElement>(selector)]
  const inside = [...within.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? seek(shadowRoot, selector) : [],
  )
  const own = within instanceof Element && within.shadowRoot ? seek(within.shadowRoot, selector) : []
  return [...own, ...here, ...inside]
}

function isShown(element: HTMLElement): boolean {
  return element.checkVisibility({ visibilityProperty: true })
}

/** The words of an element as a reader meets them: shadow roots included, what is hidden left out. */
function wordsOf(element: Element): string {
  if (element.matches('style, script, [aria-hidden=true], [hidden]')) return ''
  const inside = element.shadowRoot ?? element
  return [...inside.childNodes]
    .map((node) => {
      if (node instanceof HTMLSlotElement) return node.assignedNodes({ flatten: true }).map(nodeWords).join('')
      return nodeWords(node)
    })
    .join('')
    .replace(/\s+/g, ' ')
}

function nodeWords(node: Node): string {
  if (node instanceof Element) return wordsOf(node)
  return node instanceof Text ? node.data : ''
}
