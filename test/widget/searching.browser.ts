// What the list shows of the visitor's words: marks, passages, corrections.
import { emulateMedia, sendKeys } from '@web/test-runner-commands'
import { expect } from 'chai'
import { waitFor } from '../wait-for.ts'
import { FakeHelpServer } from './fake-help-server.ts'
import { placeWidget, removeWidgets, type Visitor } from './widget-in-page.ts'

const entries = [
  { question: 'How long does delivery take?', answer: 'We pack at night. Delivery takes <b>two days</b> &amp; a bit.' },
  { question: 'What does delivery cost?', answer: 'Delivery is free.' },
  { question: 'Is there delivery on Sunday?', answer: 'Delivery rests on Sunday.' },
  { question: 'Who does the delivery?', answer: 'Delivery is done by Ann.' },
  { question: 'How do I return a parcel?', answer: 'With the label.' },
  { question: '怎么申请退货？', answer: '请先登录。打开订单，点击申请退货。三天内到账。' },
]
const ANSWERS = /\/entries\//
const PASSAGE = '.passage:not([data-empty])'
let server: FakeHelpServer

beforeEach(async () => {
  document.documentElement.lang = 'en'
  server = new FakeHelpServer(entries)
  await emulateMedia({ reducedMotion: 'reduce' })
})

afterEach(() => {
  removeWidgets()
  server.stop()
})

async function opened(locale = 'en'): Promise<Visitor> {
  const visitor = await placeWidget({ locale })
  void visitor.widget.show()
  await visitor.waitFor('#option-1')
  return visitor
}

const marked = (element: Element | undefined): string[] =>
  [...(element?.querySelectorAll('mark') ?? [])].map(({ textContent }) => textContent)

it('marks in the titles what was typed, from the first letters on', async () => {
  const visitor = await opened()
  await visitor.type('how long deliv')
  expect(marked(visitor.find('#option-0 .question'))).to.deep.equal(['How', 'long', 'delivery'])
  expect(visitor.find('#option-0 .question')!.textContent.trim()).to.equal('How long does delivery take?')
})

it('shows marks as text, whatever an entry is called', async () => {
  server.entries = [{ question: 'Is <b>bold</b> & <img src=x onerror=alert(1)> safe?', answer: '' }]
  const visitor = await placeWidget()
  void visitor.widget.search('bold')
  await visitor.waitFor('mark')
  expect(visitor.find('#option-0 .question')!.textContent.trim()).to.equal(server.entries[0]!.question)
  expect(visitor.find('#option-0 :is(b, img)')).to.equal(undefined)
})

it('shows the passages of the first three answers after a pause, with a request for each and no more', async () => {
  const visitor = await opened()
  for (const text of ['de', 'deliv', 'delivery']) await visitor.type(text)
  expect(server.count(ANSWERS)).to.equal(0)
  await waitFor('the passages', () => visitor.findAll(PASSAGE).length === 3)
  expect(marked(visitor.find(PASSAGE))[0]).to.equal('Delivery')
  expect(server.count(ANSWERS)).to.equal(3)
  await visitor.type('delivery t')
  await visitor.type('delivery')
  expect(visitor.findAll(PASSAGE).length).to.equal(3)
  expect(server.count(ANSWERS)).to.equal(3)
})

it('keeps every row where it is when the passages come', async () => {
  server.doubts = true // of an answer as good as sure, more is shown
  const visitor = await opened()
  await visitor.type('delivery')
  const places = () => visitor.findAll('[role=option]').map((option) => option.getBoundingClientRect().top)
  const before = places()
  expect(visitor.find(PASSAGE)).to.equal(undefined)
  await waitFor('the passages', () => visitor.findAll(PASSAGE).length === 3)
  expect(places()).to.deep.equal(before)
})

it('shows an answer that is as good as sure in the list', async () => {
  const visitor = await opened()
  await visitor.type('how long does delivery take')
  const top = await visitor.waitFor('.top .passage:not([data-empty])')
  expect(top.textContent).to.contain('two days & a bit')
  expect(visitor.findAll('.top').length).to.equal(1)
})

it('opens a fetched answer from the address that it was fetched from', async () => {
  const visitor = await opened()
  await visitor.type('how long delivery')
  await visitor.waitFor(PASSAGE)
  const fetched = server.requests.filter((request) => ANSWERS.test(request))
  visitor.find('#option-0 .passage')!.click()
  await visitor.waitFor('.vote')
  expect(visitor.text).to.contain('two days & a bit')
  expect(fetched).to.include(server.requests.findLast((request) => ANSWERS.test(request)))
})

it('shows the title alone when the answer can not be fetched, and asks again at the next pause', async () => {
  const visitor = await opened()
  server.lost = true
  await visitor.type('parcel')
  await waitFor('the request that fails', () => server.count(ANSWERS) === 1)
  server.lost = false
  await visitor.type('return parcel')
  await visitor.waitFor(PASSAGE)
  expect(visitor.text).to.contain('With the label.')
})

it('fetches no answers ahead for visitors who save data', async () => {
  Object.defineProperty(navigator, 'connection', { configurable: true, value: { saveData: true } })
  try {
    const visitor = await opened()
    await visitor.type('delivery')
    await waitFor('the look at the pause', () => server.count(/head/) === 2)
    await new Promise((resolve) => setTimeout(resolve)) // the answer is handled
    expect(server.count(ANSWERS)).to.equal(0)
    expect(visitor.find('.passage')).to.equal(undefined)
  } finally {
    delete (navigator as { connection?: unknown }).connection
  }
})

it('doubts only after a pause, and moves no row for it', async () => {
  server.doubts = true
  const visitor = await opened()
  await visitor.type('delivery')
  expect(visitor.find('.note')).to.equal(undefined)
  const { top } = visitor.find('#option-0')!.getBoundingClientRect()
  await visitor.waitFor('.note')
  expect(visitor.find('#option-0')!.getBoundingClientRect().top).to.equal(top)
})

it('stays on the chosen row when a better list comes', async () => {
  const visitor = await opened()
  await visitor.type('parcel')
  await sendKeys({ press: 'ArrowDown' })
  server.delta = { entries: { e9: { question: 'Parcel', answer: 'parcel, parcel' } }, removed: [] }
  await waitFor('the better list', () => visitor.find('#option-0')?.textContent?.includes('Parcel'))
  expect(visitor.find('[aria-selected=true] .question')!.textContent.trim()).to.equal('How do I return a parcel?')
  expect(visitor.find('[role=combobox]')!.getAttribute('aria-activedescendant')).to.equal('option-1')
})

it('offers the words that were meant, says so, and takes them by keyboard', async () => {
  const visitor = await opened()
  await sendKeys({ type: 'retrun a parcle' })
  const button = await visitor.waitFor('.suggestion')
  expect(button.textContent.trim()).to.equal('Did you mean “return a parcel”?')
  expect(visitor.findAll('[role=status]').map(({ textContent }) => textContent)).to.include(button.textContent.trim())
  await sendKeys({ press: 'Tab' })
  await sendKeys({ press: 'Tab' })
  expect(button.matches(':focus')).to.equal(true)
  await sendKeys({ press: 'Enter' })
  await waitFor('the words', () => visitor.find<HTMLInputElement>('input')?.value === 'return a parcel')
  await waitFor('no more doubt', () => !visitor.find('.suggestion'))
  expect(visitor.find('input')!.matches(':focus')).to.equal(true)
  expect(visitor.find('#option-0')!.textContent).to.contain('How do I return a parcel?')
})

it('does not count misspelled words as a question when the right ones are chosen', async () => {
  const visitor = await opened()
  await visitor.type('zebra quantum soup galaxy parcle')
  const button = await visitor.waitFor('.suggestion')
  expect(visitor.text).to.contain('No answer for “zebra quantum soup galaxy parcle” yet')
  button.click()
  await waitFor('the words', () => visitor.find<HTMLInputElement>('input')?.value.endsWith('parcel'))
  await visitor.type('unicorn nebula chess')
  await waitFor('the miss', () => visitor.text.includes('No answer for “unicorn nebula chess” yet'))
  visitor.widget.hide()
  const texts = () => server.received.map(({ text }) => text)
  await waitFor('the question after it', () => texts().includes('unicorn nebula chess'))
  expect(texts()).not.to.include('zebra quantum soup galaxy parcle')
})

it('marks and quotes Chinese', async () => {
  const visitor = await opened('zh')
  await visitor.type('退货')
  expect(marked(visitor.find('#option-0 .question'))).to.deep.equal(['退货'])
  await visitor.waitFor(PASSAGE)
  expect(visitor.find(PASSAGE)!.textContent).to.contain('点击申请退货。')
  expect(marked(visitor.find(PASSAGE))).to.deep.equal(['退货'])
})
