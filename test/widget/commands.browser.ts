import { expect } from 'chai'
import { type CommandTarget, runCommand } from '../../widget/commands.ts'

/** What the element would be told. */
class Recorder extends HTMLElement implements CommandTarget {
  readonly calls: unknown[][] = []
  locale = ''
  colorScheme = ''
  labels: unknown = {}
  show = (...args: unknown[]) => this.#note('show', args)
  hide = (...args: unknown[]) => this.#note('hide', args)
  toggle = (...args: unknown[]) => this.#note('toggle', args)
  search = (...args: unknown[]) => this.#note('search', args)
  showArticle = (...args: unknown[]) => this.#note('showArticle', args)
  ask = (...args: unknown[]) => this.#note('ask', args)
  suggest = (...args: unknown[]) => this.#note('suggest', args)
  identify = (...args: unknown[]) => this.#note('identify', args)
  logout = (...args: unknown[]) => this.#note('logout', args)
  setContext = (...args: unknown[]) => this.#note('setContext', args)
  pageChanged = (...args: unknown[]) => this.#note('pageChanged', args)
  info = () => Promise.resolve({ version: '1' })

  #note(name: string, args: unknown[]): void {
    this.calls.push([name, ...args.filter((arg) => arg !== undefined)])
  }
}
customElements.define('test-recorder', Recorder)

let widget: Recorder
beforeEach(() => {
  widget = new Recorder()
})

const refusal = (...call: [unknown, ...unknown[]]) =>
  runCommand(widget, ...call).then(
    () => 'done',
    (error: unknown) => (error as Error).message,
  )

const table: readonly [call: [string, ...unknown[]], told: unknown[]][] = [
  [['open'], ['show']],
  [
    ['open', { view: 'ask' }],
    ['show', 'ask'],
  ],
  [
    ['open', 'my-questions'],
    ['show', 'my-questions'],
  ],
  [
    ['open', { view: 'article', id: 'returns' }],
    ['showArticle', 'returns'],
  ],
  [['close'], ['hide']],
  [['toggle'], ['toggle']],
  [
    ['search', 'refund'],
    ['search', 'refund'],
  ],
  [
    ['article', 'returns'],
    ['showArticle', 'returns'],
  ],
  [
    ['ask', 'Where is my tea?'],
    ['ask', 'Where is my tea?'],
  ],
  [
    ['ask', { text: 'Tea?' }],
    ['ask', 'Tea?'],
  ],
  [
    ['suggest', ['a', 'b']],
    ['suggest', ['a', 'b']],
  ],
  [['suggest'], ['suggest']],
  [
    ['identify', { token: 'T' }],
    ['identify', { token: 'T' }],
  ],
  [['logout'], ['logout']],
  [
    ['context', { plan: 'pro' }],
    ['setContext', { plan: 'pro' }],
  ],
  [
    ['page', '/checkout'],
    ['pageChanged', '/checkout'],
  ],
]
for (const [call, told] of table) {
  it(`askwell(${call.map((part) => JSON.stringify(part)).join(', ')}) tells the element: ${String(told[0])}`, async () => {
    await runCommand(widget, ...call)
    expect(widget.calls).to.deep.equal([told])
  })
}

it('info resolves with what the element knows', async () => {
  expect(await runCommand(widget, 'info')).to.deep.equal({ version: '1' })
})

it('destroy takes the element away', async () => {
  document.body.append(widget)
  await runCommand(widget, 'destroy')
  expect(widget.isConnected).to.equal(false)
})

describe('listening', () => {
  it('on hears each event, by its short or its whole name, until the function that it gave is called', async () => {
    const heard: string[] = []
    const off = (await runCommand(widget, 'on', 'no-answer', () => heard.push('short'))) as () => void
    await runCommand(widget, 'on', 'askwell-no-answer', () => heard.push('whole'))
    widget.dispatchEvent(new Event('askwell-no-answer'))
    off()
    widget.dispatchEvent(new Event('askwell-no-answer'))
    expect(heard).to.deep.equal(['short', 'whole', 'whole'])
  })

  it('once hears one, and off ends both', async () => {
    const heard: string[] = []
    const listener = () => heard.push('heard')
    await runCommand(widget, 'once', 'open', listener)
    widget.dispatchEvent(new Event('askwell-open'))
    widget.dispatchEvent(new Event('askwell-open'))
    await runCommand(widget, 'on', 'open', listener)
    await runCommand(widget, 'off', 'open', listener)
    widget.dispatchEvent(new Event('askwell-open'))
    expect(heard).to.deep.equal(['heard'])
  })

  it('needs a function', async () => {
    expect(await refusal('on', 'open', 'not one')).to.contain('needs a function')
  })
})

describe('set', () => {
  it('writes what the element has, and the style', async () => {
    const labels = { help: 'Tea help' }
    await runCommand(widget, 'set', { locale: 'de', labels, zIndex: 7, offsetX: '4px', accent: '#123456' })
    expect([widget.locale, widget.labels]).to.deep.equal(['de', labels])
    const { style } = widget
    expect(['z-index', 'offset-x', 'accent'].map((name) => style.getPropertyValue(`--askwell-${name}`))).to.deep.equal([
      '7',
      '4px',
      '#123456',
    ])
  })

  it('takes a theme by name or as custom properties', async () => {
    await runCommand(widget, 'set', { theme: 'dark' })
    await runCommand(widget, 'set', { theme: { radius: '2px', panelWidth: '500px' } })
    expect(widget.colorScheme).to.equal('dark')
    expect(widget.style.getPropertyValue('--askwell-panel-width')).to.equal('500px')
  })

  it('writes nothing else, and says what it knows', async () => {
    expect(await refusal('set', { innerHTML: '<b>no</b>' })).to.match(/knows no "innerHTML".*locale.*zIndex/)
    expect(widget.innerHTML).to.equal('')
  })
})

it('a command that does not exist rejects with those that do', async () => {
  expect(await refusal('lunch')).to.match(/no askwell\('lunch'\).*open.*destroy/)
  expect(await refusal('toString')).to.contain("no askwell('toString')")
  expect(await refusal(undefined)).to.contain('There are: open')
})

it('an article without an id rejects with what is missing', async () => {
  expect(await refusal('open', { view: 'article' })).to.contain('needs an id')
})
