import { expect } from 'chai'
import fc from 'fast-check'
import { html, LitElement } from 'lit'
import { property } from 'lit/decorators.js'
import { keepUnsaved, isSameText, tidy, unsavedText } from '../../console/entry-text.ts'
import { catalogues } from '../../console/messages.ts'
import { linked, prefixed, wrap } from '../../console/parts/markdown-marks.ts'
import { addressOf, placeOf } from '../../console/router.ts'

it('a decorated property is rendered when it is set', async () => {
  class PlainGreeting extends LitElement {
    @property() name = 'World'
    override render() {
      return html`Hello ${this.name}`
    }
  }
  customElements.define('plain-greeting', PlainGreeting)
  const greeting = new PlainGreeting()
  document.body.append(greeting)
  greeting.name = 'Bob'
  await greeting.updateComplete
  expect(greeting.shadowRoot!.textContent).to.equal('Hello Bob')
  greeting.remove()
})

describe('messages', () => {
  const { en, zh } = catalogues

  it('count in English as English counts, and in Chinese as Chinese does', () => {
    expect([1, 2, 1200].map(en.inbox.asked)).to.deep.equal(['Asked once', 'Asked 2 times', 'Asked 1,200 times'])
    expect([1, 2].map(en.gap.wordings)).to.deep.equal(['1 wording of this question', '2 wordings of this question'])
    expect(en.replay.summary(1, 1)).to.equal('The one wording finds this entry.')
    expect(en.replay.summary(0, 1)).to.equal('0 of 1 wording finds this entry.')
    expect(en.replay.summary(2, 3)).to.equal('2 of 3 wordings find this entry.')
    expect([1, 2].map(zh.inbox.asked)).to.deep.equal(['问过 1 次', '问过 2 次'])
    expect(zh.replay.summary(2, 3)).to.equal('3 种问法中，2 种能找到这个条目。')
  })

  it('explain every problem, also one without words of its own', () => {
    for (const texts of [en, zh]) {
      for (const status of [-1, 0, 400, 401, 403, 404, 409, 413, 422, 429, 500, 502, 503, 507]) {
        const problem = { type: 'about:blank', title: '', status, detail: '', instance: '' }
        expect(texts.problem(problem), String(status)).to.match(/[.。]$/)
      }
    }
  })
})

describe('addresses', () => {
  it('lead back to the place that they name', () => {
    const id = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abcXYZ019_-') })
    const place = fc.oneof(
      fc.record({ name: fc.constant('gap' as const), id }),
      fc.record({ name: fc.constant('entry' as const), id }),
      fc.record({ name: fc.constant('inbox' as const), state: fc.constantFrom('open' as const, 'dismissed' as const) }),
      fc.record({
        name: fc.constant('entries' as const),
        text: fc.string(),
        state: fc.constantFrom(undefined, 'draft' as const, 'archived' as const),
      }),
    )
    fc.assert(
      fc.property(place, (wanted) => {
        expect(placeOf(new URL(addressOf(wanted), 'https://help.example'))).to.deep.equal(wanted)
      }),
    )
  })

  it('never send an agent to another site after sign-in', () => {
    for (const back of ['https://evil.example/', '//evil.example/console/', '/\\evil.example', 'javascript:alert(1)']) {
      const url = new URL(`https://help.example/console/sign-in?${new URLSearchParams({ back })}`)
      expect(placeOf(url)).to.deep.equal({ name: 'sign-in', back: '/console/' })
    }
  })
})

describe('Markdown marks', () => {
  const all = (text: string) => ({ text, from: 0, to: text.length })

  it('are put around words and taken away again', () => {
    const words = fc.record({ text: fc.string(), at: fc.nat(), size: fc.nat() })
    fc.assert(
      fc.property(words, fc.constantFrom('**', '*'), ({ text, at, size }, mark) => {
        fc.pre(!text.includes('*'))
        const from = at % (text.length + 1)
        const before = { text, from, to: Math.min(text.length, from + size) }
        expect(wrap(wrap(before, mark), mark)).to.deep.equal(before)
      }),
    )
  })

  it('begin every selected line, and numbers count up', () => {
    expect(prefixed(all('a\nb'), () => '- ', /^[-*+] /).text).to.equal('- a\n- b')
    expect(prefixed(all('- a\n- b'), () => '- ', /^[-*+] /).text).to.equal('a\nb')
    expect(prefixed(all('a\nb'), (line) => `${line + 1}. `, /^\d+[.)] /).text).to.equal('1. a\n2. b')
  })

  it('make a link whose address is selected', () => {
    const { text, from, to } = linked(all('orders'), 'text')
    expect(text).to.equal('[orders](https://)')
    expect(text.slice(from, to)).to.equal('https://')
  })
})

describe('the text of an entry', () => {
  const text = { question: ' Q ', answer: 'A\n', phrasings: ['x', '', 'x '], tags: [], locale: 'en' }

  it('is the same with or without blank lines and repetitions', () => {
    expect(tidy(text).phrasings).to.deep.equal(['x'])
    expect(isSameText(text, { ...text, question: 'Q', phrasings: ['x'] })).to.equal(true)
    expect(isSameText(text, { ...text, answer: 'B' })).to.equal(false)
  })

  it('waits in the browser until the server has it', () => {
    keepUnsaved({ id: 'e', revision: 3 }, text)
    expect(unsavedText('e')).to.deep.equal({ revision: 3, text })
    sessionStorage.clear()
    expect(unsavedText('e')).to.equal(null)
  })
})
