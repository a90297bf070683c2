import { expect } from 'chai'
import type { ReactiveControllerHost } from 'lit'
import type { NewQuestion } from '../../widget/outbox.ts'
import { TrailController } from '../../widget/trail.ts'

const host = { addController: () => undefined } as unknown as ReactiveControllerHost
const miss = (text: string): NewQuestion => ({ text, locale: 'en', outcome: 'no_result' })

function trail(): { trail: TrailController; final: string[] } {
  const final: string[] = []
  return { trail: new TrailController(host, ({ text }) => final.push(text)), final }
}

it('takes the words on the way to a question for one question', () => {
  const { trail: visitor, final } = trail()
  for (const text of ['refund', 'refund pol', 'refund policy', 'refund']) visitor.hold(miss(text))
  visitor.leave()
  expect(final).to.deep.equal(['refund'])
})

it('takes other words for another question', () => {
  const { trail: visitor, final } = trail()
  visitor.hold(miss('refund'))
  visitor.hold(miss('gift wrapping'))
  visitor.leave()
  expect(final).to.deep.equal(['refund', 'gift wrapping'])
})

it('forgets a miss when the visitor found something after all', () => {
  const { trail: visitor, final } = trail()
  visitor.hold(miss('refund'))
  visitor.drop()
  visitor.leave()
  expect(final).to.deep.equal([])
})

it('counts a question when the page is left', () => {
  const { trail: visitor, final } = trail()
  visitor.hostConnected()
  visitor.hold(miss('refund'))
  window.dispatchEvent(new Event('pagehide'))
  visitor.hostDisconnected()
  expect(final).to.deep.equal(['refund'])
})
