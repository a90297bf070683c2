import { sendKeys } from '@web/test-runner-commands'
import { expect } from 'chai'
import { waitFor } from '../wait-for.ts'
import { sitDown, standUp } from './desk.ts'
import { FakeApi } from './fake-api.ts'

let api: FakeApi

beforeEach(() => (api = new FakeApi()))

afterEach(() => {
  standUp()
  api.stop()
})

const entries = () => sitDown({ name: 'entries', text: '', state: undefined })

it('entries are found while typing, and the address remembers the search', async () => {
  api.addEntry({ question: 'How much is shipping?' })
  api.addEntry({ question: 'Gift cards' })
  const seat = entries()
  await seat.waitFor('.open', 'Gift cards')
  await sendKeys({ press: '/' })
  await sendKeys({ type: 'ship' })
  await waitFor('one row', () => !seat.find('.open', 'Gift cards'))
  await seat.waitFor('.open', 'How much is shipping?')
  expect(location.search).to.equal('?text=ship')
  await sendKeys({ type: 'xyz' })
  await seat.waitFor('.empty', 'Nothing found')
})

it('entries are filtered by state', async () => {
  api.addEntry({ question: 'Live one' }, { state: 'published', publishedRevision: 1 })
  api.addEntry({ question: 'Half done' })
  const seat = entries()
  await seat.waitFor('.open', 'Half done')
  await seat.press('Live')
  await waitFor('drafts to be left out', () => !seat.find('.open', 'Half done'))
  expect(seat.find('li', 'Live one')!.textContent).to.contain('by Mei')
})

it('a long list goes on where it ended', async () => {
  for (let n = 1; n <= 60; n++) api.addEntry({ question: `Question ${n}` })
  const seat = entries()
  await seat.waitFor('.open', 'Question 60')
  expect(seat.find('.open', 'Question 10')).to.equal(undefined)
  await seat.press('Load more')
  await seat.waitFor('.open', 'Question 10')
  await waitFor('no more to load', () => !seat.find('wa-button', 'Load more'))
})

it('a new entry begins with its question', async () => {
  const seat = entries()
  await seat.waitFor('.empty', 'No entries yet')
  await seat.press('New entry')
  await seat.waitFor('dialog', 'New entry')
  await seat.type('wa-input[name=question]', 'Can I visit?')
  await seat.press('Create')
  await seat.waitFor('wa-input.question')
  expect(api.entry('entry-1').question).to.equal('Can I visit?')
})
