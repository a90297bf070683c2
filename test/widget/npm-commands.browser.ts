// `askwell(…)` of the npm package, and what of it ends with a component.
import { expect } from 'chai'
import { NoAnswerEvent } from '../../widget/events.ts'
import '../../widget/npm/define.ts'
import { askwell, askwellWithin } from '../../widget/npm/page-widget.ts'

let widget: HTMLElement
let heard: string[]
const listener = ({ query }: NoAnswerEvent) => heard.push(query)
const say = (query: string) => widget.dispatchEvent(new NoAnswerEvent(query, 'no_result'))

beforeEach(() => {
  heard = []
  widget = document.createElement('askwell-widget')
  document.body.append(widget)
})
afterEach(() => widget.remove())

it('what a component listens to ends with it, and the widget stays', async () => {
  const life = new AbortController()
  await askwellWithin(() => life.signal)('on', 'no-answer', listener)
  say('tea')
  life.abort()
  say('milk')
  expect(heard).to.deep.equal(['tea'])
})

it('a component that is mounted twice within one turn hears everything once', async () => {
  const lives = [new AbortController(), new AbortController()] as const
  const first = askwellWithin(() => lives[0].signal)('on', 'no-answer', listener)
  lives[0].abort()
  await Promise.all([first, askwellWithin(() => lives[1].signal)('on', 'no-answer', listener)])
  say('tea')
  expect(heard).to.deep.equal(['tea'])
})

it('a component that is gone listens to nothing any more', async () => {
  await askwellWithin(() => AbortSignal.abort())('on', 'no-answer', listener)
  say('tea')
  expect(heard).to.deep.equal([])
})

it('a component may go after the widget', async () => {
  const life = new AbortController()
  await askwellWithin(() => life.signal)('once', 'no-answer', listener)
  widget.remove()
  life.abort()
})

it('a command without a widget on the page is told what is missing', async () => {
  widget.remove()
  const message = await askwell('open').catch((error: Error) => error.message)
  expect(message).to.contain('needs an <askwell-widget>')
})
