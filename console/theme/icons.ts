// The icons of the controls and of the console: one sprite of our own. Web Awesome would fetch its icons from a CDN, or
// fetch() them from data: URLs, which the page's content security policy forbids; `<use>` on a sprite needs neither.
import { registerIconLibrary } from '@awesome.me/webawesome/dist/components/icon/library.js'
import sprite from './icons.svg?no-inline'

/** Names that the controls use inside, where ours differ. */
const ours: Readonly<Record<string, string>> = { 'magnifying-glass': 'search' }

export function registerIcons(): void {
  const resolver = (name: string) => `${sprite}#${ours[name] ?? name}`
  // without a view box the drawing has the default width of 300 px
  const mutator = (drawing: SVGElement) => drawing.setAttribute('viewBox', '0 0 24 24')
  registerIconLibrary('default', { resolver, mutator, spriteSheet: true })
  registerIconLibrary('system', { resolver, mutator, spriteSheet: true })
}
