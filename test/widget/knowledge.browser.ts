// Where the widget's knowledge comes from: a base, its delta, or the server.
import { expect } from 'chai'
import { waitFor } from '../wait-for.ts'
import { FakeHelpServer } from './fake-help-server.ts'
import { placeWidget, removeWidgets, type Visitor } from './widget-in-page.ts'

const entries = [
  { question: 'How long does delivery take?', answer: 'We pack at night. Delivery takes two days.' },
  { question: 'How do I return a parcel?', answer: 'With the label.' },
  { question: 'Do you sell gift cards?', answer: 'From ten on.' },
]
const matcha = { e9: { question: 'Do you sell matcha whisks?', answer: 'Yes.' } }
let server: FakeHelpServer

beforeEach(() => {
  document.documentElement.lang = 'en'
  server = new FakeHelpServer(entries)
})

afterEach(() => {
  removeWidgets()
  server.stop()
})

async function opened(): Promise<Visitor> {
  const visitor = await placeWidget()
  void visitor.widget.show()
  await visitor.waitFor('#option-1')
  return visitor
}

const packs = () =>
  server.requests.filter((request) => /packs/.test(request)).map((request) => request.split('/').at(-1))
/** Without their digests. */
const names = () => packs().map((hash) => hash!.split('.')[0])
const titles = (visitor: Visitor) => visitor.findAll('.question').map(({ textContent }) => textContent.trim())

describe('a pack and its delta', () => {
  it('applies a delta without fetching its base again', async () => {
    const visitor = await opened()
    server.delta = { entries: matcha, removed: ['e1'] }
    void visitor.widget.show()
    await waitFor('the new entry', () => visitor.text.includes('matcha whisks'))
    expect(visitor.text).not.to.contain('return a parcel')
    expect(packs().map((hash) => hash!.split('-')[0])).to.deep.equal(['base', 'delta'])
  })

  it('applies a newer delta to the base, not to the one before', async () => {
    server.delta = { entries: matcha, removed: ['e1'] }
    const visitor = await opened()
    server.delta = { entries: { e2: { question: 'Do you sell gift vouchers?', answer: 'Yes.' } }, removed: [] }
    void visitor.widget.show()
    await waitFor('the changed entry', () => visitor.text.includes('gift vouchers'))
    expect(titles(visitor)).to.include('How do I return a parcel?')
    expect(visitor.text).not.to.match(/matcha|gift cards/)
    expect(packs().map((hash) => hash!.split('-')[0])).to.deep.equal(['base', 'delta', 'delta'])
  })

  it('goes back to the base when there is no delta any more', async () => {
    server.delta = { entries: matcha, removed: [] }
    const visitor = await opened()
    await waitFor('the new entry', () => visitor.text.includes('matcha whisks'))
    server.delta = undefined
    void visitor.widget.show()
    await waitFor('the base alone', () => !visitor.text.includes('matcha whisks'))
    expect(packs().length).to.equal(2)
  })

  it('fetches a new base', async () => {
    const visitor = await opened()
    server.entries = [...entries, matcha.e9]
    void visitor.widget.show()
    await waitFor('the new entry', () => visitor.text.includes('matcha whisks'))
    expect(names()).to.deep.equal(['base-3', 'base-4'])
  })

  it('fetches a damaged pack once more, past the cache', async () => {
    server.damaged = 1
    const visitor = await opened()
    expect(visitor.text).to.contain('return a parcel')
    expect(names()).to.deep.equal(['base-3', 'base-3'])
    expect(server.reloaded).to.equal(1)
  })

  it('says so when the pack stays damaged, and tries again when asked to', async () => {
    server.damaged = 2
    const visitor = await placeWidget({ storage: 'none' })
    void visitor.widget.show()
    const strip = await visitor.waitFor('.strip')
    expect(strip.textContent).to.contain('could not be loaded')
    strip.querySelector('button')!.click()
    await visitor.waitFor('#option-1')
    expect(visitor.find('.strip')).to.equal(undefined)
  })

  it('still shows itself when a pack is gone', async () => {
    server.packStatus = 404
    const visitor = await placeWidget()
    void visitor.widget.show()
    await visitor.waitFor('.strip')
    server.packStatus = 200
    void visitor.widget.show()
    await visitor.waitFor('#option-1')
  })
})

describe('a server that searches', () => {
  beforeEach(() => {
    server.search = 'server'
  })

  const pressEnter = (visitor: Visitor) =>
    visitor.find('input')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))

  it('begins with the first entries and loads no pack', async () => {
    const visitor = await opened()
    expect(titles(visitor).slice(0, 3)).to.deep.equal(entries.map(({ question }) => question))
    expect(visitor.find('.passage')).to.equal(undefined)
    expect(packs()).to.deep.equal([])
  })

  it('shows what the server found, with its marks and passages', async () => {
    const visitor = await opened()
    await visitor.type('delivery')
    const passage = await visitor.waitFor('.passage')
    expect(visitor.find('#option-0 .question mark')!.textContent).to.equal('delivery')
    expect(passage.textContent).to.contain('Delivery takes two days.')
    expect(server.count(/entries|packs/)).to.equal(0)
  })

  it('asks when the typing rests, not at every key press, and not again at the pause', async () => {
    const visitor = await opened()
    for (const text of ['d', 'de', 'del', 'deliv', 'delivery']) await visitor.type(text)
    await visitor.waitFor('.passage')
    await waitFor('the pause', () => server.count(/head/) === 2)
    await new Promise((resolve) => setTimeout(resolve)) // the answer is handled
    expect(server.searched).to.deep.equal(['', 'delivery'])
  })

  it('ignores answers to earlier words', async () => {
    const visitor = await opened()
    const release = server.hold('delivery')
    await visitor.type('delivery')
    await waitFor('the first question', () => server.searched.includes('delivery'))
    await visitor.type('parcel')
    await waitFor('the second answer', () => titles(visitor)[0] === 'How do I return a parcel?')
    release()
    await new Promise((resolve) => setTimeout(resolve)) // the late answer is handled
    await visitor.widget.updateComplete
    expect(titles(visitor)[0]).to.equal('How do I return a parcel?')
  })

  it('keeps what is there while it asks, and opens none of it by Enter', async () => {
    const visitor = await opened()
    await visitor.type('delivery')
    await visitor.waitFor('.passage')
    const release = server.hold('parcel')
    await visitor.type('parcel')
    expect(titles(visitor)[0]).to.equal('How long does delivery take?')
    expect(visitor.find('#list')!.ariaBusy).to.equal('true')
    pressEnter(visitor)
    await waitFor('the question', () => server.searched.includes('parcel'))
    expect(visitor.find('askwell-article-view')).to.equal(undefined)
    release()
    await waitFor('the answer', () => titles(visitor)[0] === 'How do I return a parcel?')
    pressEnter(visitor)
    await visitor.waitFor('askwell-article-view')
  })

  it('says that it has no answer after a pause, and counts the question', async () => {
    const visitor = await opened()
    await visitor.type('zebra quantum soup')
    await visitor.waitFor('textarea')
    void visitor.widget.hide()
    await waitFor('the question', () => server.received.length > 0)
    expect(server.received[0]).to.include({ text: 'zebra quantum soup', outcome: 'no_result' })
  })

  it('offers the words that were meant', async () => {
    const visitor = await opened()
    await visitor.type('retrun a parcle')
    const button = await visitor.waitFor('.suggestion')
    button.click()
    await waitFor('the right words to be asked', () => server.searched.includes('return a parcel'))
  })

  it('says when the server can not be reached, reports no miss, and recovers', async () => {
    const visitor = await opened()
    server.down = true
    await visitor.type('parcel')
    const strip = await visitor.waitFor('.strip')
    expect(visitor.find('textarea')).to.equal(undefined)
    server.down = false
    strip.querySelector('button')!.click()
    await waitFor('the answer', () => titles(visitor)[0] === 'How do I return a parcel?')
    expect(visitor.find('.strip')).to.equal(undefined)
    expect(server.received).to.deep.equal([])
  })

  it('begins to search here when the pack has become small enough', async () => {
    const visitor = await opened()
    server.search = 'browser'
    void visitor.widget.show()
    await waitFor('the pack', () => packs().length === 1)
    await visitor.type('parcel')
    await waitFor('the entry', () => titles(visitor)[0] === 'How do I return a parcel?')
    expect(server.searched).to.deep.equal([''])
  })
})
