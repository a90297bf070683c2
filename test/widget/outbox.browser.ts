import { expect } from 'chai'
import type { ReactiveControllerHost } from 'lit'
import { helpServer } from '../../widget/help-server.ts'
import { type NewQuestion, OutboxController, storedQuestions } from '../../widget/outbox.ts'
import { waitFor } from '../wait-for.ts'
import { FakeHelpServer } from './fake-help-server.ts'

const host = { addController: () => undefined, requestUpdate: () => undefined } as unknown as ReactiveControllerHost
const question: NewQuestion = { text: 'Is it open on Sunday?', locale: 'en', outcome: 'asked' }
let server: FakeHelpServer

const outbox = (site = 'pk_test') =>
  new OutboxController(
    host,
    () => helpServer('https://help.test', site),
    () => storedQuestions(site),
  )

beforeEach(() => {
  server = new FakeHelpServer([])
})

afterEach(() => {
  server.stop()
  for (const key of Object.keys(localStorage)) if (/^askwell:pk_(test|other):/.test(key)) localStorage.removeItem(key)
})

it('keeps a question until the server has it', async () => {
  server.down = true
  expect(await outbox().add(question)).to.equal(false)
  server.down = false
  const afterReload = outbox()
  expect(afterReload.waiting).to.equal(1)
  await afterReload.send()
  expect(afterReload.waiting).to.equal(0)
  expect(server.received[0]!.text).to.equal(question.text)
})

it('sends the same question under the same id, however often it takes', async () => {
  const box = outbox()
  server.taking = 503
  await box.add(question)
  await box.send()
  server.taking = 202
  await box.send()
  await box.send()
  expect(server.received.length).to.equal(1)
})

it('says how long ago a question was asked', async () => {
  server.down = true
  const box = outbox()
  await box.add(question)
  const asked = Date.now()
  await waitFor('a moment to pass', () => Date.now() > asked)
  server.down = false
  void box.send()
  const arrived = await waitFor('the question', () => server.received[0])
  expect(arrived.age).to.be.greaterThan(0)
})

it('lets go of a question that the server will never take, and of no other', async () => {
  server.down = true
  const box = outbox()
  await box.add(question)
  server.down = false
  server.taking = 422
  await box.add({ ...question, text: 'Another' })
  expect(box.waiting).to.equal(0)
})

it('keeps the questions of two sites and two tabs apart', async () => {
  server.down = true
  const [tab, otherTab, otherSite] = [outbox(), outbox(), outbox('pk_other')]
  await tab.add(question)
  await otherTab.add(question)
  await otherSite.add(question)
  expect(tab.waiting).to.equal(2)
  expect(otherSite.waiting).to.equal(1)
})

it('keeps a hundred at most, the newest', async () => {
  server.down = true
  const store = storedQuestions('pk_test')
  for (let at = 0; at < 120; at++) store.add({ question: { ...question, id: `q${at}` }, at })
  expect(store.all().length).to.equal(100)
  expect(store.all()[0]!.question.id).to.equal('q20')
  await Promise.resolve()
})

it('passes over what is not a question of ours', () => {
  localStorage.setItem('askwell:pk_test:x', '{broken')
  localStorage.setItem('askwell:pk_test:y', 'null')
  expect(storedQuestions('pk_test').all()).to.deep.equal([])
})

it('works where the page forbids storage', async () => {
  const real = Object.getOwnPropertyDescriptor(window, 'localStorage')!
  Object.defineProperty(window, 'localStorage', {
    configurable: true,
    get: () => {
      throw new DOMException('forbidden', 'SecurityError')
    },
  })
  try {
    expect(await outbox().add(question)).to.equal(true)
  } finally {
    Object.defineProperty(window, 'localStorage', real)
  }
})
