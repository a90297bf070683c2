// The function askwell(…) before the widget is there: what waits, what loads it, what its promises say.
import { expect } from 'chai'
import { waitFor } from '../wait-for.ts'
import { type Askwell, addScript, closePages, type HostPage, openPage, tag } from './host-page.ts'

afterEach(closePages)

/** Browsers report what nobody handles a little later: one of the test's own comes last. */
async function expectNoRejections(page: HostPage): Promise<void> {
  addScript(page, { textContent: "Promise.reject('the last')" })
  await waitFor('the report', () => page.window.faults.includes('the last'))
  expect(page.window.faults).to.deep.equal(['the last'])
}

it('what only tells the widget something loads nothing, resolves at once, and is done first when it is loaded', async () => {
  const page = await openPage({ body: tag() })
  const waiting = ['once', 'set', 'identify', 'logout', 'context', 'page', 'suggest', 'close']
  await Promise.all(waiting.map((command) => page.askwell(command, 1)))
  expect(page.modules).to.deep.equal([])
  await page.askwell('open')
  expect((await page.told()).calls).to.deep.equal([...waiting.map((command) => [command, 1]), ['open']])
})

for (const command of ['open', 'toggle', 'search', 'article', 'ask', 'info']) {
  it(`${command} loads the widget and resolves with its outcome`, async () => {
    const page = await openPage({ body: tag() })
    expect(await page.askwell(command, 'refund')).to.equal(command)
    expect((await page.told()).calls).to.deep.equal([[command, 'refund']])
  })
}

it('once the widget is on its way, everything is done in the order in which it was called', async () => {
  const page = await openPage({ body: tag() })
  await Promise.all([page.askwell('open'), page.askwell('close'), page.askwell('set', {})])
  expect((await page.told()).calls).to.deep.equal([['open'], ['close'], ['set', {}]])
})

it('to listen gives a way to stop, before the widget is there', async () => {
  const page = await openPage({ body: tag() })
  const listener = () => undefined
  const off = (await page.askwell('on', 'no-answer', listener)) as () => Promise<unknown>
  await off()
  await page.askwell('open')
  expect((await page.told()).calls.slice(0, 2)).to.deep.equal([
    ['on', 'no-answer', listener],
    ['off', 'no-answer', listener],
  ])
})

it('a command that does not exist rejects, and troubles the page with nothing', async () => {
  const page = await openPage({ body: tag() })
  void page.askwell('nonsense')
  const outcome = await page.askwell('nonsense').catch((error: unknown) => String(error))
  expect(outcome).to.contain('no such command')
  await expectNoRejections(page)
})

it('a widget that can’t be loaded rejects what needs it, and keeps what waits for the next try', async () => {
  const page = await openPage({ failures: 1, body: tag() })
  await page.askwell('identify', { token: 'T' })
  const outcome = await page.askwell('open').then(
    () => 'opened',
    () => 'rejected',
  )
  expect(outcome).to.equal('rejected')
  await page.askwell('search', 'refund')
  expect((await page.told()).calls).to.deep.equal([
    ['identify', { token: 'T' }],
    ['search', 'refund'],
  ])
  await expectNoRejections(page)
})

describe('calls from before the loader', () => {
  const plain = 'window.askwell = window.askwell || function () { (askwell.q = askwell.q || []).push(arguments) }'
  const promising =
    'window.askwell = window.askwell || function () { var a = arguments; return new Promise(function (r) { a.r = r; (askwell.q = askwell.q || []).push(a) }) }'

  it('are done in order, by the usual stub', async () => {
    const page = await openPage({
      body: `<script>${plain}; askwell('context', { plan: 'pro' }); askwell('search', 'refund')</script>${tag()}`,
    })
    expect((await page.told()).calls).to.deep.equal([
      ['context', { plan: 'pro' }],
      ['search', 'refund'],
    ])
  })

  it('have their outcome, by the stub that promises', async () => {
    const page = await openPage({
      body: `<script>${promising}; askwell('search', 'refund').then(function (outcome) { window.outcome = outcome })</script>${tag()}`,
    })
    await waitFor('the outcome', () => (page.window as unknown as { outcome?: string }).outcome === 'search')
  })

  it('load nothing if they need nothing', async () => {
    const page = await openPage({ body: `<script>${plain}; askwell('page', '/checkout')</script>${tag()}` })
    expect(page.modules).to.deep.equal([])
  })
})

describe('destroy', () => {
  it('before the widget is there loads nothing and leaves nothing behind', async () => {
    const page = await openPage({ body: tag('data-launcher="h1"') })
    const call = page.window.askwell as Askwell
    await call('destroy')
    expect([page.widget, 'askwell' in page.window]).to.deep.equal([null, false])
    page.document.querySelector('h1')!.click() // nobody listens
    page.document.dispatchEvent(new Event('turbo:load'))
    expect(page.widget).to.equal(null)
    expect(page.modules).to.deep.equal([])
  })

  it('after it is there tells it to stop, and the tag can be added again', async () => {
    const page = await openPage({ body: tag() })
    await page.askwell('open')
    const { stop } = await page.told()
    await page.askwell('destroy')
    expect([page.widget, 'askwell' in page.window, stop.signal.aborted]).to.deep.equal([null, false, true])
    addScript(page, { src: '/askwell.js' }, { site: 'pk_again' })
    await waitFor('the button', () => page.button)
    expect(await page.askwell('toggle')).to.equal('toggle')
    expect((await page.told()).script.dataset['site']).to.equal('pk_again')
  })
})
