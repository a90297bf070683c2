// Which place of the console an address names, and going there without loading a page.
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { EntryState, GapState } from '../shared/contract.ts'

export type Place =
  | { readonly name: 'inbox'; readonly state: GapState }
  | { readonly name: 'gap'; readonly id: string }
  | { readonly name: 'entries'; readonly text: string; readonly state: EntryState | undefined }
  | { readonly name: 'entry'; readonly id: string }
  | { readonly name: 'invite'; readonly secret: string }
  | { readonly name: 'sign-in'; readonly back: string }
  | { readonly name: 'nowhere' }

const HOME = '/console/'
const gapStates: Readonly<Record<GapState, true>> = { open: true, in_progress: true, answered: true, dismissed: true }
const entryStates: Readonly<Record<EntryState, true>> = { draft: true, published: true, archived: true }

export function placeOf({ pathname, searchParams, hash }: URL): Place {
  const [, , section = '', id = ''] = pathname.split('/').map(decodeURIComponent)
  if (section === '') return { name: 'inbox', state: oneOf(gapStates, searchParams.get('state')) ?? 'open' }
  if (section === 'gaps' && id) return { name: 'gap', id }
  if (section === 'entries' && id) return { name: 'entry', id }
  if (section === 'entries') {
    const state = oneOf(entryStates, searchParams.get('state'))
    return { name: 'entries', text: searchParams.get('text') ?? '', state }
  }
  if (section === 'invite') return { name: 'invite', secret: hash.slice(1) }
  if (section === 'sign-in') return { name: 'sign-in', back: ownPath(searchParams.get('back')) }
  return { name: 'nowhere' }
}

export function addressOf(place: Place): string {
  switch (place.name) {
    case 'inbox':
      return place.state === 'open' ? HOME : `${HOME}?state=${place.state}`
    case 'gap':
      return `${HOME}gaps/${encodeURIComponent(place.id)}`
    case 'entries': {
      const query = new URLSearchParams()
      if (place.text) query.set('text', place.text)
      if (place.state) query.set('state', place.state)
      return `${HOME}entries${query.size ? `?${query}` : ''}`
    }
    case 'entry':
      return `${HOME}entries/${encodeURIComponent(place.id)}`
    case 'invite':
      return `${HOME}invite#${place.secret}`
    case 'sign-in':
      return place.back === HOME ? `${HOME}sign-in` : `${HOME}sign-in?${new URLSearchParams({ back: place.back })}`
    case 'nowhere':
      return HOME
  }
}

/** Goes to an address of the console; with `replace`, the one left can't be returned to. */
export function navigate(address: string, { replace = false } = {}): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', address)
  window.dispatchEvent(new PopStateEvent('popstate'))
}

export function goTo(place: Place, options?: { readonly replace?: boolean }): void {
  navigate(addressOf(place), options)
}

/** Keeps its host on the place that the address names, and makes clicks on the console's links go there. */
export class PlaceController implements ReactiveController {
  place: Place = placeOf(new URL(location.href))
  readonly #host: ReactiveControllerHost
  #life = new AbortController()

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    this.#life = new AbortController()
    const { signal } = this.#life
    this.#look()
    window.addEventListener('popstate', () => this.#look(), { signal })
    window.addEventListener('hashchange', () => this.#look(), { signal })
    document.addEventListener('click', (event) => this.#follow(event), { signal })
  }

  hostDisconnected(): void {
    this.#life.abort()
  }

  #look(): void {
    this.place = placeOf(new URL(location.href))
    this.#host.requestUpdate()
  }

  #follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement)
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return
    if (!link.pathname.startsWith(HOME)) return
    event.preventDefault()
    navigate(link.pathname + link.search + link.hash)
  }
}

function oneOf<T extends string>(known: Readonly<Record<T, true>>, value: string | null): T | undefined {
  return value !== null && Object.hasOwn(known, value) ? (value as T) : undefined
}

/** Where to go back to; never another site. */
function ownPath(path: string | null): string {
  return path?.startsWith(HOME) ? path : HOME
}
