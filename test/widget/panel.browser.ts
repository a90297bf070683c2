import { setViewport } from '@web/test-runner-commands'
import { expect } from 'chai'
import type { BeforeSendEvent, SearchEvent } from '../../widget/events.ts'
import '../../widget/inline-elements.ts'
import { deepLink, linkedTarget } from '../../widget/page-link.ts'
import { waitFor } from '../wait-for.ts'
import { FakeHelpServer } from './fake-help-server.ts'
import { placeWidget, removeWidgets, site, type Visitor } from './widget-in-page.ts'

const entries = [
  { question: 'How long does delivery take?', answer: 'Delivery takes two days.' },
  { question: 'How do I return a parcel?', answer: 'With the label.' },
  { question: 'How do I return a broken parcel?', answer: 'For free.' },
]
let server: FakeHelpServer

beforeEach(() => {
  document.documentElement.lang = 'en'
  server = new FakeHelpServer(entries)
})

afterEach(async () => {
  removeWidgets()
  for (const element of document.querySelectorAll('askwell-search, askwell-article, askwell-ask')) element.remove()
  server.stop()
  await setViewport({ width: 1024, height: 768 })
})

async function opened(options?: Parameters<typeof placeWidget>[0]): Promise<Visitor> {
  const visitor = await placeWidget(options)
  void visitor.widget.show()
  await visitor.waitFor('#option-1')
  return visitor
}

async function leaveQuestion(visitor: Visitor, text: string): Promise<void> {
  void visitor.widget.ask(text)
  await visitor.waitFor('#question')
  await waitFor('the words', () => visitor.find<HTMLTextAreaElement>('#question')?.value === text)
  visitor.find<HTMLFormElement>('form')!.requestSubmit()
}

describe('home', () => {
  it('has the form beside the search where the page is neutral about it', async () => {
    const visitor = await placeWidget()
    visitor.widget.mode = 'neutral'
    void visitor.widget.show()
    const field = await visitor.waitFor<HTMLTextAreaElement>('#question')
    expect(visitor.find('input[role=combobox]')?.checkVisibility()).to.equal(true)
    field.value = 'Do you deliver to Mars?'
    visitor.find<HTMLFormElement>('form')!.requestSubmit()
    await visitor.waitFor('.sent')
    expect(server.received.map(({ text }) => text)).to.deep.equal(['Do you deliver to Mars?'])
  })

  it('begins with what helped on this page, then with what many read', async () => {
    server.home = { forPage: ['e1'], popular: ['e0'] }
    const visitor = await opened()
    await waitFor('both headings', () => visitor.text.includes('For this page') && visitor.text.includes('Popular'))
    const rows = visitor.findAll('[part=result-title]').map((row) => row.textContent.trim())
    expect(rows).to.deep.equal([entries[1]!.question, entries[0]!.question])
  })

  it('begins with what the page suggests', async () => {
    server.home = { forPage: ['e1'], popular: [] }
    const visitor = await opened()
    await visitor.widget.suggest(['e2'])
    await waitFor('the suggestion', () => visitor.find('[part=result-title]')?.textContent?.includes('broken parcel'))
  })
})

describe('who asked', () => {
  it('sees where the question stands, and is told when it has an answer', async () => {
    const visitor = await opened()
    await leaveQuestion(visitor, 'Do you deliver to Mars?')
    await visitor.waitFor('.sent')
    expect(visitor.text).to.contain(`Reference: ${server.received[0]!.id.slice(0, 8).toUpperCase()}`)
    visitor.find<HTMLButtonElement>('.sent .quiet')!.click()
    await waitFor('the question in the list', () => visitor.text.includes('Waiting for an answer'))
    server.answered.set(server.received[0]!.id, { id: 'e0', revision: 1, question: entries[0]!.question })
    let told: Event | undefined
    visitor.widget.addEventListener('askwell-answer-ready', (event) => (told = event))
    visitor.widget.hide()
    await visitor.widget.refresh()
    await waitFor('the badge', () => visitor.find('.badge')?.textContent === '1')
    expect(told).to.include({ questionId: server.received[0]!.id, articleId: 'e0' })
    void visitor.widget.show()
    const read = await visitor.waitFor<HTMLButtonElement>('.ready button')
    read.click()
    await visitor.waitFor('.vote')
    await waitFor('no badge any more', () => !visitor.find('.badge'))
  })

  it('is still told on the next page', async () => {
    const before = await opened()
    await leaveQuestion(before, 'Do you deliver to Venus?')
    await before.waitFor('.sent')
    before.widget.remove()
    server.answered.set(server.received[0]!.id, { id: 'e0', revision: 1, question: entries[0]!.question })
    const after = await placeWidget()
    await waitFor('the badge', () => after.find('.badge')?.textContent === '1')
  })

  it('leaves nothing in the browser where the page allows no storage', async () => {
    const visitor = await opened({ storage: 'none' })
    await leaveQuestion(visitor, 'Do you deliver to Pluto?')
    await visitor.waitFor('.sent')
    expect(Object.keys(localStorage).filter((key) => key.includes(site))).to.deep.equal([])
    expect(Object.keys(sessionStorage).filter((key) => key.includes(site))).to.deep.equal([])
  })
})

it('says that the server is busy where it is, not that there is no connection', async () => {
  const visitor = await opened()
  server.taking = 429
  server.retryAfter = 30
  await leaveQuestion(visitor, 'Do you deliver to Saturn?')
  await visitor.waitFor('.sent')
  expect(visitor.text).to.contain('Trying again in')
  expect(visitor.text).not.to.contain('no connection')
})

describe('what leaves the page', () => {
  it('has no personal data in it', async () => {
    const visitor = await opened()
    await leaveQuestion(visitor, 'My mail kim@example.com gets no invoice')
    await waitFor('the question', () => server.received.length === 1)
    expect(server.received[0]!.text).to.equal('My mail [email] gets no invoice')
  })

  it('is changed or withheld by the page', async () => {
    const visitor = await opened()
    const seen: string[] = []
    visitor.widget.setContext({ plan: 'pro' })
    visitor.widget.addEventListener('askwell-before-send', (event: BeforeSendEvent) => {
      seen.push(`${event.question.text} ${String(event.context['plan'])}`)
      if (event.question.text.includes('secret')) event.preventDefault()
      else event.question = { ...event.question, text: event.question.text.replace('Mars', 'somewhere') }
    })
    await leaveQuestion(visitor, 'Is a secret kept?')
    await waitFor('the first', () => seen.length === 1)
    await leaveQuestion(visitor, 'Do you deliver to Mars?')
    await waitFor('the second', () => server.received.length === 1)
    expect(seen).to.deep.equal(['Is a secret kept? pro', 'Do you deliver to Mars? pro'])
    expect(server.received.map(({ text }) => text)).to.deep.equal(['Do you deliver to somewhere?'])
  })

  it('says why an answer did not help', async () => {
    const visitor = await opened()
    await visitor.type('delivery')
    visitor.find('#option-0')!.click()
    await visitor.waitFor('.vote button')
    visitor.find<HTMLButtonElement>('[part=feedback-no]')!.click()
    await visitor.waitFor('.chips')
    visitor.findAll('.chips button')[1]!.click()
    visitor.find<HTMLTextAreaElement>('#detail')!.value = 'It took a week. Call +1 202 555 0143'
    visitor.find<HTMLFormElement>('form.reasons')!.requestSubmit()
    await visitor.waitFor('.after')
    visitor.widget.hide()
    await waitFor('the vote', () => server.received.some(({ outcome }) => outcome === 'bad_answer'))
    expect(server.received.find(({ outcome }) => outcome === 'bad_answer')).to.include({
      ...{ reason: 'wrong', detail: 'It took a week. Call [phone]', entryId: 'e0' },
    })
  })
})

it('tells the page what was searched and what came of it', async () => {
  const visitor = await opened()
  const searches: SearchEvent[] = []
  visitor.widget.addEventListener('askwell-search', (event: SearchEvent) => searches.push(event))
  await visitor.type('zebra quantum soup')
  await waitFor('the search', () => searches.length === 1)
  expect(searches[0]).to.include({ query: 'zebra quantum soup', count: 0, outcome: 'none', locale: 'en' })
})

it('lets the page say its own words and draw its own rows', async () => {
  const visitor = await placeWidget()
  visitor.widget.labels = { title: 'Fragen Sie Erna' }
  visitor.widget.renderResult = ({ question, rank }) => `${rank}. ${question.toUpperCase()}`
  void visitor.widget.show()
  await waitFor('both', () => visitor.text.includes('Fragen Sie Erna') && visitor.text.includes('1. HOW LONG'))
})

it('suggests answers while a question is written', async () => {
  const visitor = await opened()
  visitor.find('.ask')!.click()
  const field = await visitor.waitFor<HTMLTextAreaElement>('#question')
  field.value = 'return of a broken parcel'
  field.dispatchEvent(new InputEvent('input'))
  const suggested = await visitor.waitFor<HTMLButtonElement>('.maybe button')
  expect(suggested.textContent).to.contain('broken parcel')
  suggested.click()
  await visitor.waitFor('.vote')
})

it('takes no question from a program that fills in every field', async () => {
  const visitor = await opened()
  void visitor.widget.ask('Buy pills')
  const trap = await visitor.waitFor<HTMLInputElement>('.trap input')
  trap.value = 'https://pills.example'
  visitor.find<HTMLFormElement>('form')!.requestSubmit()
  await visitor.widget.updateComplete
  expect(visitor.find('.sent')).to.equal(undefined)
  expect(server.received).to.deep.equal([])
})

it('keeps the list where it was when the visitor comes back from an answer', async () => {
  const visitor = await opened()
  await visitor.type('parcel')
  visitor.find('#option-0')!.click()
  await visitor.waitFor('.vote')
  visitor.find<HTMLButtonElement>('.back')!.click()
  await waitFor('the list', () => visitor.find('input[role=combobox]')?.checkVisibility())
  expect(visitor.find<HTMLInputElement>('input[role=combobox]')!.value).to.equal('parcel')
  expect(visitor.findAll('[part=result]').length).to.equal(2)
})

describe('a link into the widget', () => {
  it('is made and read', () => {
    const link = deepLink('article:e1')
    expect(linkedTarget(link)).to.deep.equal(['article', 'e1'])
    expect(linkedTarget('https://shop.test/?askwell=search:refund%20now')).to.deep.equal(['search', 'refund now'])
    expect(linkedTarget('https://shop.test/?askwell=ask')).to.deep.equal(['ask', ''])
    expect(linkedTarget('https://shop.test/?askwell=')).to.deep.equal(['open'])
    expect(linkedTarget('https://shop.test/?q=askwell')).to.equal(undefined)
  })
})

describe('on a phone', () => {
  it('is closed by the system’s Back, and leaves the page’s history as it was', async () => {
    await setViewport({ width: 360, height: 700 })
    history.replaceState({ page: 'shop' }, '')
    const visitor = await opened()
    expect(history.state).to.deep.equal({ page: 'shop', askwell: true })
    expect(document.documentElement.style.overflow).to.equal('hidden')
    history.back()
    await waitFor('the panel to close', () => !visitor.widget.open)
    expect(history.state).to.deep.equal({ page: 'shop' })
    await waitFor('a page that scrolls', () => document.documentElement.style.overflow === '')
  })

  it('goes back itself when it is closed by its button', async () => {
    await setViewport({ width: 360, height: 700 })
    history.replaceState({ page: 'shop' }, '')
    const visitor = await opened()
    visitor.find<HTMLButtonElement>('[part=close]')!.click()
    await waitFor(
      'the page’s own state',
      () => (history.state as { page?: string; askwell?: boolean }).askwell === undefined,
    )
    expect(visitor.widget.open).to.equal(false)
  })
})

describe('in a place of the page', () => {
  const place = <E extends HTMLElement>(name: string, more: Record<string, string> = {}): E => {
    const element = document.createElement(name)
    for (const [key, value] of Object.entries({ site, server: 'https://help.test', locale: 'en', ...more })) {
      element.setAttribute(key, value)
    }
    document.body.append(element)
    return element as E
  }
  const inside = (element: HTMLElement, selector: string): HTMLElement | null =>
    element.shadowRoot!.querySelector('askwell-panel')?.shadowRoot?.querySelector(selector) ?? null

  it('searches', async () => {
    const search = place('askwell-search')
    await waitFor('the rows', () => inside(search, 'askwell-search-view')?.shadowRoot?.querySelector('[part=result]'))
    expect(document.activeElement).not.to.equal(search)
  })

  it('shows one answer', async () => {
    const article = place('askwell-article', { slug: 'e1' })
    await waitFor('the answer', () =>
      inside(article, 'askwell-article-view')?.shadowRoot?.textContent?.includes('With the label.'),
    )
    expect(inside(article, '.back')).to.equal(null)
  })

  it('takes a question', async () => {
    const ask = place('askwell-ask', { text: 'Do you deliver to Mars?' })
    await waitFor('the form', () => inside(ask, 'askwell-ask-form')?.shadowRoot?.querySelector('#question'))
    const form = inside(ask, 'askwell-ask-form')!.shadowRoot!.querySelector('form')!
    await waitFor('the words', () => form.querySelector<HTMLTextAreaElement>('#question')!.value !== '')
    form.requestSubmit()
    await waitFor('the question', () => server.received.length === 1)
    expect(server.received[0]).to.include({ text: 'Do you deliver to Mars?', outcome: 'asked' })
  })
})
