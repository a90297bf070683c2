import { emulateMedia, sendKeys } from '@web/test-runner-commands'
import { expect } from 'chai'
import { expectAccessible } from '../accessibility.ts'
import { waitFor } from '../wait-for.ts'
import { FakeHelpServer } from './fake-help-server.ts'
import { kept, placeWidget, removeWidgets, type Visitor } from './widget-in-page.ts'

const entries = [
  { question: 'How long does delivery take?', answer: 'Delivery takes two days.' },
  { question: 'How do I return a parcel?', answer: 'With the label.' },
  { question: '怎么申请退货？', answer: '打开订单。' },
]
let server: FakeHelpServer

beforeEach(() => {
  document.documentElement.lang = 'en'
  server = new FakeHelpServer(entries)
})

afterEach(async () => {
  removeWidgets()
  server.stop()
  await emulateMedia({ colorScheme: 'light' })
})

async function opened(options?: Parameters<typeof placeWidget>[0]): Promise<Visitor> {
  const visitor = await placeWidget(options)
  void visitor.widget.show()
  await visitor.waitFor('#option-1') // option 0 may be the row that asks: it is there before any entry
  return visitor
}

/** Until the widget has asked this often whether there is newer knowledge: when it opens, and at each pause. */
async function looks(times: number): Promise<void> {
  const asked = () => server.requests.filter((request) => request.endsWith('/head')).length
  await waitFor(`${times} looks`, () => asked() >= times)
  await new Promise((resolve) => setTimeout(resolve)) // the answer is handled
}

const states: Record<string, (visitor: Visitor) => Promise<unknown>> = {
  home: (visitor) => visitor.waitFor('[role=option]'),
  results: async (visitor) => {
    await visitor.type('delivery')
    await visitor.waitFor('.passage:not([data-empty]) mark')
  },
  'results of the server': async (visitor) => {
    server.search = 'server'
    void visitor.widget.search('delivery')
    await visitor.waitFor('.passage mark')
  },
  'words that were meant': async (visitor) => {
    await visitor.type('retrun a parcle')
    await visitor.waitFor('.suggestion')
  },
  'a row chosen by the keyboard': async (visitor) => {
    await states['results']!(visitor)
    await sendKeys({ press: 'ArrowDown' })
    await visitor.waitFor('[aria-selected=true] mark')
  },
  'no answer': async (visitor) => {
    await visitor.type('zebra quantum soup')
    await visitor.waitFor('textarea')
  },
  article: async (visitor) => {
    await visitor.type('delivery')
    visitor.find('#option-0')!.click()
    await visitor.waitFor('.vote button')
  },
  'article that did not help': async (visitor) => {
    await states['article']!(visitor)
    visitor.find<HTMLButtonElement>('.vote button:last-of-type')!.click()
    await visitor.waitFor('.reasons')
  },
  'article with the reasons why it did not help': async (visitor) => {
    await states['article that did not help']!(visitor)
    visitor.find<HTMLButtonElement>('.chips button')!.click()
    await visitor.waitFor('[aria-pressed=true]')
  },
  'a question with answers that may be it': async (visitor) => {
    await states['ask']!(visitor)
    const field = visitor.find<HTMLTextAreaElement>('#question')!
    field.value = 'How long does delivery take'
    field.dispatchEvent(new InputEvent('input'))
    await visitor.waitFor('.maybe button')
  },
  'an answer that is ready': async (visitor) => {
    await states['sent']!(visitor)
    server.answered.set(server.received.at(-1)!.id, { id: 'e0', revision: 1, question: entries[0]!.question })
    void visitor.widget.refresh()
    visitor.find<HTMLButtonElement>('.sent .quiet')!.click()
    await visitor.waitFor('.ready button')
  },
  'a server that is busy': async (visitor) => {
    await states['ask']!(visitor)
    server.taking = 429
    server.retryAfter = 30
    visitor.find<HTMLFormElement>('form')!.requestSubmit()
    await visitor.waitFor('.strip')
  },
  ask: async (visitor) => {
    void visitor.widget.ask('a question')
    await visitor.waitFor('textarea')
  },
  sent: async (visitor) => {
    await states['ask']!(visitor)
    visitor.find<HTMLFormElement>('form')!.requestSubmit()
    await visitor.waitFor('.sent')
  },
  'unsure results': async (visitor) => {
    server.doubts = true
    await visitor.type('delivery')
    await visitor.waitFor('.note')
    await visitor.waitFor('.passage:not([data-empty])')
  },
  'question kept': async (visitor) => {
    await states['ask']!(visitor)
    server.down = true
    visitor.find<HTMLFormElement>('form')!.requestSubmit()
    await visitor.waitFor('.sent')
  },
  'answer that can not be loaded': async (visitor) => {
    server.down = true
    await visitor.type('parcel') // an answer that was never opened
    visitor.find('#option-0')!.click()
    await visitor.waitFor('[role=alert]')
  },
  'server down': async (visitor) => {
    server.down = true
    await waitFor('a look that fails', async () => {
      await visitor.widget.updateComplete
      void visitor.widget.search('delivery')
      return visitor.find('.strip')
    })
  },
}

for (const locale of ['en', 'zh', 'ar']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [state, reach] of Object.entries(states)) {
      it(`has no accessibility faults: ${state}, ${locale}, ${colorScheme}`, async () => {
        await emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        const visitor = await opened({ locale })
        await reach(visitor)
        await expectAccessible(visitor.widget)
      })
    }
  }
}

it('finds out when an element is not accessible', async () => {
  const button = document.createElement('button')
  document.body.append(button)
  const outcome = await expectAccessible(button).catch((error: Error) => error)
  button.remove()
  expect(outcome).to.be.instanceOf(Error)
})

it('shows nothing but a button, and asks for nothing, until it is opened', async () => {
  const visitor = await placeWidget()
  await expectAccessible(visitor.widget)
  expect(visitor.find('button')!.ariaLabel).to.equal('Help')
  expect(server.requests).to.deep.equal([])
})

it('searches at every key press without a request', async () => {
  const visitor = await opened()
  const before = server.requests.length
  for (const text of ['d', 'de', 'del', 'deli', 'delivery']) await visitor.type(text)
  expect(visitor.text).to.contain('How long does delivery take?')
  expect(server.requests.length).to.equal(before)
})

it('waits while an input method composes', async () => {
  const visitor = await opened()
  const input = visitor.find<HTMLInputElement>('input[role=combobox]')!
  input.value = 'tuihuo'
  input.dispatchEvent(new InputEvent('input', { isComposing: true }))
  await visitor.widget.updateComplete
  expect(visitor.text).to.contain('Good places to start')
  input.value = '退货'
  input.dispatchEvent(new CompositionEvent('compositionend'))
  await waitFor('the composed words to be found', () =>
    visitor.find('#option-0')?.textContent?.includes('怎么申请退货'),
  )
})

it('walks, opens and closes by the keyboard alone', async () => {
  const visitor = await placeWidget()
  visitor.find('button')!.focus()
  await sendKeys({ press: 'Enter' })
  await visitor.waitFor('[role=option]')
  await waitFor('the search box to have the focus', () => visitor.find('input[role=combobox]')?.matches(':focus'))
  await sendKeys({ type: 'parcel' })
  await sendKeys({ press: 'ArrowDown' })
  expect(visitor.find('[aria-selected=true]')!.textContent).to.contain('How do I return a parcel?')
  await sendKeys({ press: 'Enter' })
  await visitor.waitFor('.vote')
  await sendKeys({ press: 'Escape' })
  await waitFor('the panel to close', () => !visitor.widget.open)
  await waitFor('the button to have the focus again', () => visitor.find('.launcher')?.matches(':focus'))
})

it('finds a change without reloading the page', async () => {
  const visitor = await opened()
  server.entries = [...entries, { question: 'Do you sell matcha whisks?', answer: 'Yes.' }]
  await visitor.type('matcha')
  await waitFor('the new entry', () => visitor.find('#option-0')?.textContent?.includes('matcha whisks'))
})

it('counts what one types on the way as one question', async () => {
  const visitor = await opened()
  await visitor.type('zebra soup')
  await looks(2)
  await visitor.waitFor('textarea')
  await visitor.type('zebra soup recipe')
  await looks(3)
  visitor.widget.hide()
  await waitFor('the question', () => server.received.length > 0)
  expect(server.received.map(({ text, outcome }) => [text, outcome])).to.deep.equal([
    ['zebra soup recipe', 'no_result'],
  ])
})

it('does not report what could not be searched', async () => {
  server.down = true
  const visitor = await placeWidget()
  void visitor.widget.show()
  await visitor.waitFor('.strip')
  await visitor.type('zebra soup')
  await looks(2)
  server.down = false
  visitor.widget.hide()
  await visitor.widget.updateComplete
  expect(kept()).to.deep.equal([])
  expect(server.received).to.deep.equal([])
})

it('sends the question in the form once, with what was shown for it', async () => {
  const visitor = await opened()
  await visitor.type('delivery')
  visitor.find('.ask')!.click()
  const field = await visitor.waitFor<HTMLTextAreaElement>('textarea')
  await waitFor('the words of the search', () => field.value === 'delivery')
  field.value = 'Do you deliver to Mars?'
  field.dispatchEvent(new InputEvent('input'))
  visitor.find<HTMLInputElement>('input[type=email]')!.value = 'kim@example.com'
  visitor.find<HTMLFormElement>('form')!.requestSubmit()
  await visitor.waitFor('.sent')
  const [question] = server.received
  expect(server.received.length).to.equal(1)
  expect(question).to.include({
    text: 'Do you deliver to Mars?',
    outcome: 'asked',
    email: 'kim@example.com',
    locale: 'en',
  })
  expect(question!.seen).to.include('e0')
})

it('says what is wrong with the form and keeps what was written', async () => {
  const visitor = await opened()
  void visitor.widget.ask('My question')
  const email = await visitor.waitFor<HTMLInputElement>('input[type=email]')
  email.value = 'kim@'
  visitor.find<HTMLFormElement>('form')!.requestSubmit()
  await waitFor('the fault', () => visitor.find('#email-fault')?.textContent?.includes('e-mail'))
  expect(visitor.find<HTMLTextAreaElement>('textarea')!.value).to.equal('My question')
  expect(server.received).to.deep.equal([])
})

it('still searches when the server is gone, and keeps the question', async () => {
  const visitor = await opened()
  server.down = true
  await visitor.type('return parcel')
  await waitFor('the entry', () => visitor.find('#option-0')?.textContent?.includes('return a parcel'))
  void visitor.widget.ask('Where is my parcel?')
  await visitor.waitFor('textarea')
  visitor.find<HTMLFormElement>('form')!.requestSubmit()
  await visitor.waitFor('.sent')
  expect(visitor.text).to.contain('Your question is kept')
  expect(kept().length).to.equal(1)
  server.down = false
  window.dispatchEvent(new Event('online'))
  await waitFor('the question to arrive', () => server.received.length === 1 && kept().length === 0)
})

it('speaks the language of the page', async () => {
  document.documentElement.lang = 'zh-TW'
  const visitor = await opened({ locale: 'auto' })
  expect(visitor.text).to.contain('需要什麼協助')
})

it('does not take the focus where it was asked to be quiet', async () => {
  const field = document.createElement('input')
  field.ariaLabel = 'Elsewhere'
  document.body.append(field)
  field.focus()
  const visitor = await placeWidget()
  visitor.widget.quiet = true
  void visitor.widget.search('delivery')
  await waitFor('the entry', () => visitor.find('#option-0')?.textContent?.includes('delivery'))
  await looks(1)
  expect(document.activeElement).to.equal(field)
  field.remove()
})
