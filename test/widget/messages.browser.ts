// The widget's words as a browser fetches, counts and draws them.
import { expect } from 'chai'
import { loadMessages, widgetLanguages } from '../../widget/messages.ts'

/** Of a phone of 320 px: without the panel's margins, and without the padding of a button. */
const ROOM = 320 - 2 * 20 - 2 * 18
const pen = document.createElement('canvas').getContext('2d')!

for (const wanted of widgetLanguages) {
  it(`the browser knows the rules of ${wanted}`, async () => {
    const { language, messages, direction } = await loadMessages([wanted])
    expect(language).to.equal(wanted)
    expect(direction).to.equal(wanted === 'ar' ? 'rtl' : 'ltr')
    expect(messages.results(3)).to.match(/3|٣/)
    expect(messages.results(2) === messages.results(3)).to.equal(false)
    expect(messages.updated(new Date(2025, 2, 12))).to.match(/2025|٢٠٢٥/)
  })

  it(`buttons in ${wanted} stand on one line of a narrow phone`, async () => {
    const { messages: t } = await loadMessages([wanted])
    pen.font = '600 15px system-ui, sans-serif'
    const buttons = [t.send, t.searchAgain, t.retry, t.readAnswer, t.mailInstead, t.contact, t.askUs]
    for (const text of [...buttons, ...Object.values(t.reasons)]) {
      expect(pen.measureText(text).width, text).to.be.at.most(ROOM)
    }
    const pair = (one: string, other: string) => pen.measureText(one + other).width
    expect(pair(t.sendFeedback, t.skip), 'side by side').to.be.at.most(ROOM - 2 * 18 - 8)
    expect(pair(t.yes, t.no), 'side by side').to.be.at.most(ROOM - 2 * 18 - 8)
  })
}
