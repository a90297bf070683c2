// What caches and networks may make of a pack: it is noticed, fetched once more, and never a wrong answer.
import { expect } from 'chai'
import type { ReactiveControllerHost } from 'lit'
import { helpServer } from '../../widget/help-server.ts'
import { KnowledgeController } from '../../widget/knowledge.ts'
import { type FakeEntry, FakeHelpServer } from './fake-help-server.ts'

const entries = [
  { question: 'How long does delivery take?', answer: 'We pack at night. Delivery takes two days.' },
  { question: 'How do I return a parcel?', answer: 'With the label.' },
  { question: 'Do you sell gift cards?', answer: 'From ten on.' },
]
const matcha = { e9: { question: 'Do you sell matcha whisks?', answer: 'Yes.' } }
let server: FakeHelpServer

beforeEach(() => {
  server = new FakeHelpServer(entries)
})

afterEach(() => server.stop())

const host = { addController: () => undefined, requestUpdate: () => undefined } as unknown as ReactiveControllerHost
const knowledge = () => {
  const help = helpServer('https://help.test', 'pk_test')
  return new KnowledgeController(
    host,
    () => help,
    () => 'en',
  )
}
const here = ({ current }: KnowledgeController) => current?.first(9).map(({ question }) => question)
const questions = entries.map(({ question }) => question)
const size = () => server.bytesOf('base-3').length
/** That many places, from the first to the last byte. */
const places = (count: number) => Array.from({ length: count }, (_, i) => Math.floor((i * (size() - 1)) / (count - 1)))
const flipped = (place: number) => (bytes: Uint8Array<ArrayBuffer>) => {
  bytes[place]! ^= 1 << (place % 8)
  return bytes
}
const other = (of: readonly FakeEntry[]) => () => {
  const site = new FakeHelpServer(of)
  site.stop()
  return site.bytesOf('base-3')
}
const older = entries.map((entry, i) => (i === 1 ? { ...entry, question: 'How do I send a parcel back?' } : entry))
const faults: Record<string, () => FakeHelpServer['mangled']> = {
  'cut off': () => places(50).map((place) => (bytes) => bytes.slice(0, place)),
  'of another version of this knowledge': () => [other(older)],
  "another site's": () => [other([{ question: 'Do you sell bicycles?', answer: 'No.' }, ...entries.slice(1)])],
  'a page of the network': () => ['<!doctype html><title>Sign in</title>', ' ', ''].map((page) => () => page),
  'of a later format': () => [flipped(3)],
  'longer than it was': () => [(bytes) => new Uint8Array([...bytes, 0])],
}
for (let part = 0; part < 4; part++) {
  faults[`changed in one byte (${part + 1} of 4)`] = () =>
    places(1000)
      .filter((_, i) => i % 4 === part)
      .map(flipped)
}

for (const [name, mangle] of Object.entries(faults))
  it(`is noticed and fetched once more, past caches: ${name}`, async () => {
    for (const mangled of mangle()) {
      server.mangled.push(mangled)
      server.requests.length = server.reloaded = 0
      const controller = knowledge()
      await controller.look()
      expect(controller.state).to.equal('ready')
      expect(here(controller)).to.deep.equal(questions)
      expect([fetched(), server.reloaded]).to.deep.equal([2, 1])
    }
  })

for (const name of ['cut off', "another site's", 'a page of the network'])
  it(`is never searched, and not fetched again and again, if it stays ${name}`, async () => {
    const [mangled] = faults[name]!()
    server.mangled.push(mangled!, mangled!, mangled!, mangled!)
    const controller = knowledge()
    await controller.look()
    expect([controller.state, here(controller)]).to.deep.equal(['failed', undefined])
    expect(fetched()).to.equal(2)
  })

it('leaves what was there before', async () => {
  const controller = knowledge()
  await controller.look()
  server.delta = { entries: matcha, removed: [] }
  server.mangled.push(flipped(20), flipped(20))
  await controller.look()
  expect([controller.state, here(controller)]).to.deep.equal(['stale', questions])
  await controller.look()
  expect([controller.state, here(controller)!.length]).to.deep.equal(['ready', 4])
})

/** How many packs were fetched. */
function fetched(): number {
  return server.count(/packs/)
}
