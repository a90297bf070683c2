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

const QUESTION = 'Do you ship to Iceland?'

async function openGap(change: Parameters<FakeApi['addGap']>[1] = {}) {
  const { id } = api.addGap(QUESTION, change, [QUESTION, 'iceland shipping'])
  const seat = sitDown({ name: 'gap', id })
  await seat.waitFor('h1', QUESTION)
  return { seat, id }
}

it('all wordings of a gap are there, with how often and when', async () => {
  const { seat } = await openGap()
  const wording = await seat.waitFor('.wordings li', 'iceland shipping')
  expect(wording.textContent).to.contain('1×')
  expect(wording.querySelector('time')!.textContent).to.equal('3 hours ago')
})

it('W begins the answer, with the askers’ wordings as phrasings', async () => {
  const { seat, id } = await openGap()
  await sendKeys({ press: 'w' })
  await seat.waitFor('wa-input.question')
  expect(api.gap(id).state).to.equal('in_progress')
  expect(location.pathname).to.equal('/console/entries/entry-1')
  const phrasing = await seat.waitFor<HTMLInputElement>('li wa-input')
  expect(phrasing.value).to.equal('iceland shipping')
})

it('a gap is dismissed with a reason, and undo brings it back', async () => {
  const { seat, id } = await openGap()
  await sendKeys({ press: 'd' })
  await seat.press('Spam')
  await seat.waitFor('.toast', 'Gap dismissed.')
  expect(api.gap(id)).to.include({ state: 'dismissed', reason: 'spam' })
  expect(location.pathname).to.equal('/console/')
  await seat.press('Undo')
  await waitFor('the gap to be open', () => api.gap(id).state === 'open')
  await seat.waitFor('h1', QUESTION)
})

it('who was faster is named, and their entry is one press away', async () => {
  const { seat } = await openGap({ state: 'in_progress', takenBy: 'Tom', entryId: 'entry-7' })
  await seat.waitFor('askwell-notice', 'Tom is writing this answer.')
  expect(seat.find('wa-button', 'Open the entry')!.getAttribute('href')).to.equal('/console/entries/entry-7')
  expect(seat.find('wa-button', 'Write answer')).to.equal(undefined)
})

it('a gap that changed meanwhile is shown as it is now', async () => {
  const { seat, id } = await openGap()
  api.gaps = api.gaps.map((gap) => ({ ...gap, revision: 2, state: 'in_progress', takenBy: 'Tom' }))
  await seat.press('Write answer')
  await seat.waitFor('askwell-notice', 'Somebody changed this gap in the meantime.')
  await seat.waitFor('askwell-notice', 'Tom is writing this answer.')
  expect(api.gap(id).takenBy).to.equal('Tom')
  await seat.press('Reload')
  await waitFor('one notice', () => !seat.find('askwell-notice', 'Somebody changed'))
})

it('a dismissed gap says why, and is reopened', async () => {
  const { seat, id } = await openGap({ state: 'dismissed', reason: 'product_problem' })
  await seat.waitFor('askwell-notice', 'Dismissed: A problem of the product')
  await seat.press('Reopen')
  await waitFor('the gap to be open', () => api.gap(id).state === 'open')
  await seat.waitFor('wa-button', 'Write answer')
})

it('a viewer may look, and is told why not more', async () => {
  api.agent = { ...api.agent, role: 'viewer' }
  const { seat, id } = await openGap()
  const write = await seat.waitFor<HTMLElement & { disabled: boolean }>('wa-button', 'Write answer')
  expect(write.disabled).to.equal(true)
  expect(write.title).to.equal('This takes the role “Contributor”. Yours is “Viewer”.')
  await sendKeys({ press: 'w' })
  await sendKeys({ press: 'd' })
  expect(api.gap(id).state).to.equal('open')
  expect(seat.find('wa-dropdown-item', 'Spam')).to.equal(undefined)
})

it('a gap that is gone is said to be gone', async () => {
  const seat = sitDown({ name: 'gap', id: 'gap-404' })
  await seat.waitFor('askwell-notice', 'There is no such gap.')
})
