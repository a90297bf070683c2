// Pages that change without being loaded, in a frame with an address of its own.
import { expect } from 'chai'
import type { onPageChange, PageChanges } from '../../widget/page-changes.ts'
import { waitFor } from '../wait-for.ts'
import { closePages, openAddress } from './host-page.ts'

afterEach(closePages)

interface Watched {
  readonly page: Window & { readonly history: History; navigation?: unknown }
  readonly seen: string[]
  readonly stop: AbortController
}
interface Module {
  readonly onPageChange: typeof onPageChange
  readonly PageChanges: typeof PageChanges
}

/** Everything runs in the frame's own world, with its history and its location. */
async function moduleOf(page: Window): Promise<Module> {
  return (page as unknown as { eval(code: string): Promise<Module> }).eval('import("/widget/page-changes.ts")')
}

async function watch({ navigationApi = true } = {}): Promise<Watched> {
  const { window: page } = await openAddress('/package.json?shop')
  if (!navigationApi) Object.defineProperty(page, 'navigation', { value: undefined })
  const seen: string[] = []
  const stop = new AbortController()
  const { onPageChange } = await moduleOf(page)
  onPageChange((url) => seen.push(new URL(url).search + new URL(url).hash), stop.signal)
  return { page: page as unknown as Watched['page'], seen, stop }
}

for (const navigationApi of [true, false]) {
  describe(navigationApi ? 'with the Navigation API' : 'without the Navigation API', () => {
    it('each new address is told once, by whatever way it came', async () => {
      const { page, seen } = await watch({ navigationApi })
      page.history.pushState(null, '', '?tea')
      page.history.replaceState(null, '', '?coffee')
      page.history.replaceState({ scroll: 1 }, '') // the same address
      page.document.dispatchEvent(new Event('turbo:load'))
      await waitFor('two', () => seen.length === 2)
      page.history.back()
      await waitFor('three', () => seen.length === 3)
      page.location.hash = '#/basket'
      await waitFor('four', () => seen.length === 4)
      expect(seen).to.deep.equal(['?tea', '?coffee', '?shop', '?shop#/basket'])
    })

    it('an anchor is a place in the same page', async () => {
      const { page, seen } = await watch({ navigationApi })
      const jumped = new Promise((resolve) => page.addEventListener('hashchange', resolve, { once: true }))
      page.location.hash = '#reviews'
      await jumped
      expect(seen).to.deep.equal([])
    })

    it('nothing is left of the listening when it ends', async () => {
      const { page, seen, stop } = await watch({ navigationApi })
      stop.abort()
      page.history.pushState(null, '', '?tea')
      page.document.dispatchEvent(new Event('astro:page-load'))
      expect(seen).to.deep.equal([])
      expect(Object.hasOwn(page.history, 'pushState')).to.equal(false)
    })

    it('a page that comes back from the back/forward cache is told', async () => {
      const { page, seen } = await watch({ navigationApi })
      const { PageTransitionEvent } = page as unknown as typeof globalThis
      page.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }))
      page.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
      expect(seen).to.deep.equal(['?shop'])
    })
  })
}

it('another script that listens in the same way goes on listening when ours ends, and before', async () => {
  const { page, seen, stop } = await watch({ navigationApi: false })
  const { history } = page
  const ours = history.pushState.bind(history)
  const theirs: string[] = []
  history.pushState = (...args) => {
    theirs.push(String(args[2]))
    ours(...args)
  }
  history.pushState(null, '', '?tea')
  stop.abort()
  history.pushState(null, '', '?coffee')
  expect([seen, theirs, page.location.search]).to.deep.equal([['?tea'], ['?tea', '?coffee'], '?coffee'])
})

it('another script that listened before is there again when ours ends', async () => {
  const { window: page } = await openAddress('/package.json?shop')
  Object.defineProperty(page, 'navigation', { value: undefined })
  const { history } = page as unknown as { history: History }
  const pushState = (): unknown => Reflect.get(history, 'pushState')
  const theirs = history.pushState.bind(history)
  history.pushState = theirs
  const stop = new AbortController()
  const { onPageChange } = await moduleOf(page)
  onPageChange(() => undefined, stop.signal)
  expect(pushState()).not.to.equal(theirs)
  stop.abort()
  expect(pushState()).to.equal(theirs)
})

it('an element that Turbo moves to another body hears of the change on the way, and nothing after it has gone', async () => {
  const { window } = await openAddress('/package.json?shop')
  const page = window as unknown as Watched['page']
  const { PageChanges } = await moduleOf(window)
  const seen: string[] = []
  const host = { addController() {}, removeController() {}, requestUpdate() {}, updateComplete: Promise.resolve(true) }
  const controller = new PageChanges(host, (url) => seen.push(new URL(url).search))
  controller.hostConnected()
  controller.hostDisconnected()
  page.history.pushState(null, '', '?tea')
  expect(seen).to.deep.equal([])
  controller.hostConnected()
  expect(seen).to.deep.equal(['?tea'])
  page.history.pushState(null, '', '?coffee')
  expect(seen).to.deep.equal(['?tea', '?coffee'])
  controller.hostDisconnected()
  page.history.pushState(null, '', '?milk')
  expect(seen).to.deep.equal(['?tea', '?coffee'])
})
