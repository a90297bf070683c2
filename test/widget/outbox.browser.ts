import { expect } from 'chai'
import fc from 'fast-check'
import type { ReactiveControllerHost } from 'lit'
import { redact } from '../../shared/redact.ts'
import { helpServer } from '../../widget/help-server.ts'
import { type NewQuestion, OutboxController, type OutboxParts, questionStore } from '../../widget/outbox.ts'
import { plainJson } from '../../widget/plain-json.ts'
import { waitFor } from '../wait-for.ts'
import { FakeHelpServer } from './fake-help-server.ts'

const host = { addController: () => undefined, requestUpdate: () => undefined } as unknown as ReactiveControllerHost
const question: NewQuestion = { text: 'Is it open on Sunday?', locale: 'en', outcome: 'asked' }
const asked = (text: string): NewQuestion => ({ ...question, text })
let server: FakeHelpServer

const open: OutboxController[] = []

type Mode = Parameters<typeof questionStore>[0]

function outbox(
  parts: Partial<OutboxParts> = {},
  { site = 'pk_test', mode = 'all' }: { site?: string; mode?: Mode } = {},
): OutboxController {
  const [help, store] = [helpServer('https://help.test', site), questionStore(mode, site)]
  const box = new OutboxController(host, { server: () => help, store: () => store, ...parts })
  open.push(box)
  return box
}

/** All that this browser keeps for the site. */
const kept = (storage = localStorage) =>
  Object.entries({ ...storage }).filter(([key]) => /^askwell:pk_(test|other):/.test(key)) as [string, string][]

beforeEach(() => {
  server = new FakeHelpServer([])
})

afterEach(() => {
  for (const box of open.splice(0)) box.hostDisconnected()
  server.stop()
  for (const storage of [localStorage, sessionStorage]) for (const [key] of kept(storage)) storage.removeItem(key)
})

describe('nothing is lost, nothing is sent twice', () => {
  it('keeps a question until the server has it', async () => {
    server.down = true
    expect((await outbox().add(question))!.arrived).to.equal(false)
    server.down = false
    const afterReload = outbox()
    expect(afterReload.waiting).to.equal(1)
    await afterReload.send()
    expect(afterReload.waiting).to.equal(0)
    expect(server.received[0]!.text).to.equal(question.text)
  })

  it('sends the same question under the same id, however often it takes', async () => {
    const box = outbox()
    server.taking = 500
    const { id } = (await box.add(question))!
    expect(box.has(id)).to.equal(true)
    await box.send()
    server.taking = 202
    await box.send()
    await box.send()
    expect(server.received.map((received) => received.id)).to.deep.equal([id])
    expect(box.has(id)).to.equal(false)
  })

  it('delivers what was asked without a network once and in order, as soon as there is one', async () => {
    server.down = true
    const box = outbox()
    const texts = Array.from({ length: 60 }, (_, i) => `Question ${i}?`)
    for (const text of texts) void box.add(asked(text))
    await waitFor('all of them', () => box.waiting === 60)
    box.hostConnected()
    server.down = false
    window.dispatchEvent(new Event('online'))
    await waitFor('the server to have them', () => box.waiting === 0)
    box.hostDisconnected()
    expect(server.received.map(({ text }) => text)).to.deep.equal(texts)
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
    await box.add(asked('Another'))
    expect(box.waiting).to.equal(0)
  })

  for (const [name, answer] of [
    ['a page of the network', () => new Response('<title>Sign in</title>')],
    ['an answer that names no question', () => new Response('{"accepted":[]}', { status: 202 })],
    ['an empty answer', () => new Response(null, { status: 204 })],
  ] as const)
    it(`does not take ${name} for a receipt`, async () => {
      const fetch = window.fetch.bind(window)
      window.fetch = () => Promise.resolve(answer())
      const box = outbox()
      expect((await box.add(question))!.arrived).to.equal(false)
      window.fetch = fetch
      await box.send()
      expect(server.received.length).to.equal(1)
    })

  it('never uses sendBeacon, which says yes to what does not arrive', async () => {
    const beacon = navigator.sendBeacon.bind(navigator)
    let used = 0
    navigator.sendBeacon = () => !!++used
    server.down = true
    const box = outbox()
    await box.add(question)
    navigator.sendBeacon = beacon
    expect([used, box.waiting]).to.deep.equal([0, 1])
  })

  it('leaves the server alone for as long as it asks, and counts the seconds', async () => {
    let updates = 0
    const counting = { ...host, requestUpdate: () => void updates++ }
    const [help, store] = [helpServer('https://help.test', 'pk_test'), questionStore('all', 'pk_test')]
    const box = new OutboxController(counting, { server: () => help, store: () => store })
    open.push(box)
    server.taking = 429
    server.retryAfter = 2
    await box.add(question)
    expect(box.busySeconds).to.equal(2)
    expect(box.busyUntil).to.be.greaterThan(Date.now())
    await box.add(asked('Another'))
    expect(server.count(/questions/)).to.equal(1)
    server.taking = 202
    updates = 0
    await waitFor('both to be sent', () => server.received.length === 2)
    expect(updates).to.be.greaterThan(0)
    expect([box.busyUntil, box.busySeconds]).to.deep.equal([undefined, 0])
  })
})

describe('what is kept', () => {
  it('keeps the questions of two sites and two tabs apart', async () => {
    server.down = true
    const [tab, otherTab, otherSite] = [outbox(), outbox(), outbox({}, { site: 'pk_other' })]
    await tab.add(question)
    await otherTab.add(question)
    await otherSite.add(question)
    expect(tab.waiting).to.equal(2)
    expect(otherSite.waiting).to.equal(1)
  })

  for (const mode of ['all', 'session', 'none'] as const)
    it(`holds a hundred at most, the newest, and says how many had to go (${mode})`, () => {
      const store = questionStore(mode, 'pk_test')
      for (let at = 0; at < 120; at++) store.add({ question: { ...question, id: `q${at}` }, at })
      expect(store.all().length).to.equal(100)
      expect(store.all()[0]!.question.id).to.equal('q20')
      expect(store.dropped).to.equal(20)
    })

  it('holds 64 KB at most', () => {
    const store = questionStore('all', 'pk_test')
    const long = { ...question, text: '退'.repeat(500) }
    for (let at = 0; at < 90; at++) store.add({ question: { ...long, id: `q${at}` }, at })
    const bytes = kept().reduce((sum, [, value]) => sum + new Blob([value]).size, 0)
    expect(bytes).to.be.within(60_000, 65_536)
    expect(store.all().at(-1)!.question.id).to.equal('q89')
    expect(store.all().length + store.dropped).to.equal(90)
  })

  it('keeps in the tab, in the browser or nowhere, as the page wants it', async () => {
    server.down = true
    const stored = () => [kept(localStorage).length, kept(sessionStorage).length]
    await outbox({}, { mode: 'none' }).add(question)
    expect(stored()).to.deep.equal([0, 0])
    await outbox({}, { mode: 'session' }).add(question)
    expect(stored()).to.deep.equal([0, 1])
    await outbox({}, { mode: 'all' }).add(question)
    expect(stored()).to.deep.equal([1, 1])
  })

  it('passes over what is not a question of ours', () => {
    localStorage.setItem('askwell:pk_test:x', '{broken')
    localStorage.setItem('askwell:pk_test:y', 'null')
    localStorage.setItem('askwell:pk_test:asked', '[{"id":"1"}]')
    expect(questionStore('all', 'pk_test').all()).to.deep.equal([])
  })
})

describe('personal data', () => {
  const personal = asked('Mail ann@example.com about card 4111 1111 1111 1111')

  it('is taken out before a question is kept', async () => {
    server.down = true
    await outbox().add({ ...personal, page: '/reset/ann@example.com?token=1', email: 'ann@example.com' })
    const [[, value]] = kept() as [[string, string]]
    const { question } = JSON.parse(value) as { question: NewQuestion }
    expect(question).to.include({ text: 'Mail [email] about card [card]', page: '/reset/[email]' })
    expect(question.email, 'the address for the reply').to.equal('ann@example.com')
  })

  it("is taken out by the page's own rules, too, and of what the page puts in", async () => {
    await outbox({
      redact: () => (text) => text.replace('Ann Lee', '…'),
      before: (question) => ({ ...question, text: `${question.text} Call +44 20 7946 0958` }),
    }).add(asked('I am Ann Lee, ann@example.com'))
    expect(server.received[0]!.text).to.equal('I am …, [email] Call [phone]')
  })

  it('shows the page the question as it would be kept, and keeps and sends nothing that the page does not want', async () => {
    const seen: string[] = []
    const before = ({ text }: NewQuestion) => void seen.push(text)
    const box = outbox({ before: before })
    expect(await box.add(personal)).to.equal(undefined)
    expect(seen).to.deep.equal(['Mail [email] about card [card]'])
    expect([box.waiting, kept().length, server.count(/questions/)]).to.deep.equal([0, 0, 0])
  })

  it('stays here if what takes it out can not be had, until it can', async () => {
    let missing = true
    const redaction = () => (missing ? Promise.reject(new TypeError('No network.')) : Promise.resolve({ redact }))
    const box = outbox({ redaction })
    const delivery = (await box.add(personal))!
    expect(delivery.arrived).to.equal(false)
    expect([box.waiting, box.has(delivery.id), kept().length]).to.deep.equal([1, true, 0])
    expect(server.count(/questions/)).to.equal(0)
    missing = false
    await box.send()
    expect(server.received.map(({ id, text }) => [id, text])).to.deep.equal([
      [delivery.id, 'Mail [email] about card [card]'],
    ])
  })

  it('is kept without it in the moment in which the page is left', async () => {
    server.down = true
    const box = outbox()
    await box.prepare()
    void box.add(personal) // nothing is awaited: the page is gone
    expect(
      kept()
        .map(([, value]) => value)
        .join(),
    ).to.contain('[email]')
  })

  it('does not make a question longer than the server takes', async () => {
    await outbox().add(asked('a@b.co '.repeat(71)))
    expect(server.received[0]!.text.length).to.equal(500)
  })
})

describe('pages that are no good hosts', () => {
  interface Patched {
    toJSON?: () => unknown
  }

  it('sends proper JSON where arrays, strings and objects have a toJSON', async () => {
    const prototypes = [Array.prototype, String.prototype, Object.prototype] as Patched[]
    for (const prototype of prototypes) prototype.toJSON = () => '"wrong"'
    try {
      await outbox().add({ ...question, seen: ['e1', 'e2'] })
    } finally {
      for (const prototype of prototypes) delete prototype.toJSON
    }
    expect(server.received[0]).to.deep.include({ text: question.text, seen: ['e1', 'e2'] })
  })

  it('writes what JSON.stringify writes on pages without', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => plainJson(value) === JSON.stringify(value)))
    expect(plainJson({ a: undefined, b: [{}] })).to.equal('{"b":[{}]}')
  })

  it('finds another way where fetch throws', async () => {
    const fetch = window.fetch.bind(window)
    window.fetch = () => {
      throw new Error('This page has no fetch.')
    }
    try {
      const here = helpServer(location.origin, 'pk_test')
      const refused = await here.entry('e1', 1).catch((error: { status: number }) => error.status)
      expect(refused, 'the answer of a real server, without fetch').to.equal(404)
    } finally {
      window.fetch = fetch
    }
  })

  for (const name of ['localStorage', 'sessionStorage'] as const)
    it(`works where the page forbids ${name}`, async () => {
      const real = Object.getOwnPropertyDescriptor(window, name)!
      const get = () => {
        throw new DOMException('forbidden', 'SecurityError')
      }
      Object.defineProperty(window, name, { configurable: true, get })
      try {
        const box = outbox({}, { mode: name === 'localStorage' ? 'all' : 'session' })
        expect((await box.add(question))!.arrived).to.equal(true)
      } finally {
        Object.defineProperty(window, name, real)
      }
    })

  it('keeps a question in memory where storage is full', async () => {
    const real = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem')!
    const box = outbox()
    server.down = true
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    try {
      await box.add(question)
    } finally {
      Object.defineProperty(Storage.prototype, 'setItem', real)
    }
    expect([box.waiting, kept().length]).to.deep.equal([1, 0])
  })
})
