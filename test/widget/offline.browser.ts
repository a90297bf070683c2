// A visitor who comes back without a network: what was read before can be searched and read.
import { expect } from 'chai'
import type { ReactiveControllerHost } from 'lit'
import { helpServer } from '../../widget/help-server.ts'
import { forgetAnswers, keptAnswers } from '../../widget/kept-answers.ts'
import { KnowledgeController } from '../../widget/knowledge.ts'
import { waitFor } from '../wait-for.ts'
import { FakeHelpServer } from './fake-help-server.ts'

type Mode = Parameters<typeof keptAnswers>[0]

const host = { addController: () => undefined, requestUpdate: () => undefined } as unknown as ReactiveControllerHost
const site = `pk_${crypto.randomUUID()}`
const entries = [
  { question: 'How long does delivery take?', answer: 'Two days.' },
  { question: 'How do I return a parcel?', answer: 'With the label.' },
]
const matcha = { e9: { question: 'Do you sell matcha whisks?', answer: 'Yes.' } }
let server: FakeHelpServer

/** A page that is opened: nothing of an earlier one is left but what the browser keeps. */
function page({ mode = 'all', of = site }: { mode?: Mode; of?: string } = {}) {
  const help = helpServer('https://help.test', of, { kept: keptAnswers(mode, of) })
  const knowledge = new KnowledgeController(
    host,
    () => help,
    () => 'en',
  )
  return { help, knowledge }
}

/** A visit with a network, at the end of which everything is kept. */
async function visited(opened = ['e0']): Promise<void> {
  const { help, knowledge } = page()
  await knowledge.look()
  for (const id of opened) await help.openEntry(id, 1)
  const { pack, delta } = await server.head()
  await keptInTheEnd([
    'head',
    `pack/${pack}`,
    ...(delta ? [`pack/${delta}`] : []),
    ...opened.map((id) => `answer/${id}`),
  ])
}

async function kept(): Promise<string[]> {
  if (!(await caches.has(`askwell:${site}`))) return []
  return (await (await caches.open(`askwell:${site}`)).keys()).map(({ url }) => new URL(url).pathname.slice(1))
}

async function keptInTheEnd(paths: readonly string[]): Promise<void> {
  let last: readonly string[] = []
  await waitFor(paths.join(), () => {
    void kept().then((now) => (last = now.toSorted()))
    return last.join() === paths.toSorted().join()
  }).catch(() => expect(last).to.deep.equal(paths.toSorted()))
}

/** Puts other bytes in the place of what is kept; with the digest of what was there, or with their own. */
async function exchange(kind: string, change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>) {
  const cache = await caches.open(`askwell:${site}`)
  const request = (await cache.keys()).find(({ url }) => new URL(url).pathname.startsWith(`/${kind}`))!
  const response = (await cache.match(request))!
  const headers = new Headers(response.headers)
  const bytes = new Uint8Array(await response.arrayBuffer())
  await cache.put(request, new Response(change(bytes), { headers }))
}

const flipped = (bytes: Uint8Array<ArrayBuffer>) => {
  bytes[bytes.length >> 1]! ^= 1
  return bytes
}
const decoded = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const encoded = (text: string) => new TextEncoder().encode(text)
const questions = ({ current }: KnowledgeController) => current?.first(9).map(({ question }) => question)

beforeEach(() => {
  server = new FakeHelpServer(entries)
})

afterEach(async () => {
  server.stop()
  await forgetAnswers(site)
})

it('searches what was there the last time', async () => {
  server.delta = { entries: matcha, removed: ['e1'] }
  await visited()
  server.down = true
  const { knowledge } = page()
  await knowledge.look()
  expect([knowledge.state, knowledge.locale, knowledge.isRemote]).to.deep.equal(['stale', 'en', false])
  expect(questions(knowledge)).to.have.members([entries[0]!.question, matcha.e9.question])
  expect(knowledge.current!.search('matcha').hits[0]!.entry.id).to.equal('e9')
  expect(server.count(/packs/), 'only the visit fetched packs').to.equal(2)
})

it('reads the answers that were opened, in the revision that they had, and no others', async () => {
  await visited(['e0'])
  await page().help.entry('e1', 1) // looked into for its words, not opened
  server.down = true
  const { help } = page()
  expect((await help.openEntry('e0', 1)).html).to.equal('<p>Two days.</p>')
  for (const [id, revision] of [
    ['e1', 1],
    ['e0', 2],
  ] as const)
    expect(await help.openEntry(id, revision).catch(() => 'not here')).to.equal('not here')
})

it('goes on with the newest as soon as there is a network', async () => {
  await visited()
  server.down = true
  const { knowledge } = page()
  knowledge.hostConnected()
  await knowledge.look()
  server.down = false
  server.entries = [...entries, matcha.e9]
  window.dispatchEvent(new Event('online'))
  await waitFor('the newest', () => knowledge.state === 'ready')
  knowledge.hostDisconnected()
  expect(questions(knowledge)).to.include(matcha.e9.question)
})

it('has nothing to offer to who was never here', async () => {
  server.down = true
  const { knowledge } = page()
  await knowledge.look()
  expect([knowledge.state, knowledge.current]).to.deep.equal(['failed', undefined])
  expect(await kept()).to.deep.equal([])
})

describe('what is kept', () => {
  it('is nothing before the visitor opens the widget', async () => {
    const { knowledge } = page()
    knowledge.hostConnected()
    knowledge.hostDisconnected()
    expect(await caches.has(`askwell:${site}`)).to.equal(false)
  })

  for (const mode of ['session', 'none'] as const)
    it(`is nothing where the page allows storage: ${mode}`, async () => {
      const { help, knowledge } = page({ mode })
      await knowledge.look()
      await help.openEntry('e0', 1)
      expect(help.kept).to.equal(undefined)
      expect(await caches.has(`askwell:${site}`)).to.equal(false)
    })

  it('is nothing on pages without a Cache API', () => {
    const real = Object.getOwnPropertyDescriptor(window, 'caches')!
    Object.defineProperty(window, 'caches', { configurable: true, value: undefined })
    try {
      expect(keptAnswers('all', site)).to.equal(undefined)
    } finally {
      Object.defineProperty(window, 'caches', real)
    }
    expect(keptAnswers('all', site)).not.to.equal(undefined)
  })

  it('is the newest pack and delta, not those before', async () => {
    server.delta = { entries: matcha, removed: [] }
    await visited()
    server.delta = undefined
    server.entries = [...entries, matcha.e9]
    await visited()
    server.down = true
    const { knowledge } = page()
    await knowledge.look()
    expect(questions(knowledge)!.length).to.equal(3)
  })

  it('is nothing any more once the server is the one to search', async () => {
    await visited()
    server.search = 'server'
    await page().knowledge.look()
    await keptInTheEnd([])
  })

  it('is the last fifty answers', async () => {
    const answers = keptAnswers('all', site)!
    const answer = { revision: 1, locale: 'en', question: 'Q?', html: '<p>A</p>', publishedAt: '2026-11-01T10:00:00Z' }
    for (let i = 0; i < 53; i++) await answers.keepAnswer({ ...answer, id: `e${i}` })
    await answers.keepAnswer({ ...answer, id: 'e3' }) // opened again
    await answers.keepAnswer({ ...answer, id: 'e53' })
    const ids = (await kept()).map((path) => path.split('/')[1])
    expect(ids.length).to.equal(50)
    expect(ids.slice(0, 1).concat(ids.slice(-2))).to.deep.equal(['e5', 'e3', 'e53'])
  })

  it("is one site's only, and goes when the page takes its consent back", async () => {
    await visited()
    server.down = true
    const other = page({ of: `${site}-other` })
    await other.knowledge.look()
    expect(other.knowledge.state).to.equal('failed')
    await forgetAnswers(site)
    expect(await caches.has(`askwell:${site}`)).to.equal(false)
  })

  it('does no harm where it can not be kept', async () => {
    const real = Object.getOwnPropertyDescriptor(Cache.prototype, 'put')!
    Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
    try {
      const { help, knowledge } = page()
      await knowledge.look()
      await help.openEntry('e0', 1)
      await help.kept!.keepHead(await server.head(), new Map([['x', new Uint8Array(1)]]))
      expect(knowledge.state).to.equal('ready')
    } finally {
      Object.defineProperty(Cache.prototype, 'put', real)
    }
  })
})

describe('what was damaged where it is kept', () => {
  it('is never searched', async () => {
    for (const kind of ['pack', 'head']) {
      await visited()
      await exchange(kind, flipped)
      server.down = true
      const { knowledge } = page()
      await knowledge.look()
      expect([kind, knowledge.state, knowledge.current]).to.deep.equal([kind, 'failed', undefined])
      server.down = false
    }
  })

  it('is never read', async () => {
    await visited()
    await exchange('answer', (bytes) => encoded(decoded(bytes).replace('Two days', 'Six days')))
    server.down = true
    expect(
      await page()
        .help.openEntry('e0', 1)
        .catch(() => 'not here'),
    ).to.equal('not here')
  })

  it('is fetched anew with the next network', async () => {
    await visited()
    await exchange('pack', flipped)
    await visited()
    server.down = true
    const { knowledge } = page()
    await knowledge.look()
    expect(questions(knowledge)).to.deep.equal(entries.map(({ question }) => question))
  })

  it("is noticed even if it is whole: another site's pack in the place of ours", async () => {
    await visited()
    const strangers = new FakeHelpServer([{ question: 'Do you sell bicycles?', answer: 'No.' }])
    strangers.stop()
    const { pack } = await server.head()
    await keptAnswers('all', site)!.keepHead(await server.head(), new Map([[pack, strangers.bytesOf('base-1')]]))
    server.down = true
    const { knowledge } = page()
    await knowledge.look()
    expect([knowledge.state, knowledge.current]).to.deep.equal(['failed', undefined])
  })
})
