import { sendKeys } from '@web/test-runner-commands'
import { expect } from 'chai'
import { chooseLanguage } from '../../console/messages.ts'
import { waitFor } from '../wait-for.ts'
import { sitDown, standUp } from './desk.ts'
import { FakeApi } from './fake-api.ts'

let api: FakeApi

beforeEach(() => (api = new FakeApi()))

afterEach(() => {
  standUp()
  api.stop()
})

const inbox = () => sitDown({ name: 'inbox', state: 'open' })

it('an agent sees in the askers’ words what found no answer, and how often it was asked', async () => {
  api.addGap('Do you ship to Iceland?', {}, ['Do you ship to Iceland?', 'iceland?', 'send to iceland'])
  api.addGap('可以刻字吗？', { locale: 'zh' })
  const seat = inbox()
  const row = await seat.waitFor('li', 'Do you ship to Iceland?')
  expect(row.textContent).to.contain('Asked 3 times')
  expect(row.querySelector('time')!.title).to.match(/\d{4}/)
  expect(seat.find('li', '可以刻字吗？')!.querySelector('a')!.lang).to.equal('zh')
})

it('the tabs say how many gaps are in each state and lead to them', async () => {
  api.addGap('one')
  api.addGap('two', { state: 'in_progress', takenBy: 'Tom' })
  const seat = inbox()
  await seat.waitFor('.tabs a', 'Open 1')
  ;(await seat.waitFor('.tabs a', 'In progress 1')).click()
  expect((await seat.waitFor('li', 'two')).textContent).to.contain('Tom is on it')
  expect(location.search).to.equal('?state=in_progress')
})

it('new gaps arrive by themselves, below what the agent is looking at', async () => {
  api.addGap('first')
  const seat = inbox()
  await seat.waitFor('.open', 'first')
  const second = api.addGap('second', { questions: 9 })
  api.gaps = [second, ...api.gaps.filter((gap) => gap !== second)]
  window.dispatchEvent(new Event('focus'))
  await seat.waitFor('.open', 'second')
  const list = seat.find('.rows')!
  expect([...list.querySelectorAll('.open')].map((link) => link.textContent)).to.deep.equal(['first', 'second'])
})

it('rows are walked through and opened with the keyboard alone', async () => {
  api.addGap('first')
  api.addGap('second')
  const seat = inbox()
  await seat.waitFor('.open', 'second')
  await sendKeys({ press: 'j' })
  await sendKeys({ press: 'ArrowDown' })
  await waitFor('focus on the second row', () => seat.find('.open', 'second')!.matches(':focus'))
  await sendKeys({ press: 'k' })
  await sendKeys({ press: 'j' })
  await sendKeys({ press: 'Enter' })
  expect((await seat.waitFor('h1')).textContent).to.equal('second')
})

it('an empty inbox teaches how to embed the widget', async () => {
  const seat = inbox()
  await seat.waitFor(
    'askwell-snippet',
    `<script async src="${location.origin}/askwell.js" data-site="pk_tea"></script>`,
  )
  await seat.waitFor('askwell-snippet', 'npx askwell site allow pk_tea https://your.site')
})

it('what is shown stays while the server can’t be reached', async () => {
  api.addGap('first')
  const seat = inbox()
  await seat.waitFor('.open', 'first')
  api.isOffline = true
  window.dispatchEvent(new Event('focus'))
  await seat.waitFor('askwell-notice', 'can’t be reached')
  await seat.waitFor('.open', 'first')
  api.isOffline = false
  await seat.press('Try again')
  await waitFor('no notice', () => !seat.find('askwell-notice'))
})

it('the help lists the shortcuts, and a language is changed at once', async () => {
  api.addGap('first', {}, ['first', 'second'])
  const seat = inbox()
  await seat.waitFor('.open')
  await sendKeys({ press: '?' })
  await seat.waitFor('dialog', 'Keyboard shortcuts')
  await sendKeys({ press: 'Escape' })
  chooseLanguage('zh')
  await seat.waitFor('h1', '待答问题')
  await seat.waitFor('.asked', '问过 2 次')
  expect(document.documentElement.lang).to.equal('zh-CN')
})
