import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ANSWER_LENGTH } from '../../shared/limits.ts'
import { type Mark, marksIn, passageOf } from '../../shared/passages.ts'
import { openPack } from '../../shared/search.ts'
import { normalize } from '../../shared/normalize.ts'
import { english } from '../../shared/text.ts'
import { anyText, someWords } from './arbitraries.ts'
import { noLexicon, packOf, sourceOf } from './packs.ts'

const lexicon = { ...noLexicon, carriers: ['how', 'do', 'i', '怎么'], synonyms: [{ from: 'bill', to: 'invoice' }] }
const knowledge = openPack(
  packOf(
    [
      sourceOf('How do I return a teapot?', { answer: 'An invoice by e-mail, a café voucher and the refund of E-404' }),
      sourceOf('退货运费由谁承担', { answer: 'iPhone手机 サーバー 환불 怎么 don’t parcel discount account' }),
    ],
    { lexicon },
  ),
)

const askedOf = (question: string, typing = false) => knowledge.search(question, { typing }).asked

/** What of a text is marked for a question. */
function marked(text: string, question: string, typing = false): string[] {
  return marksIn(text, askedOf(question, typing), knowledge.language).map(([start, end]) => text.slice(start, end))
}

function expectTidy(text: string, marks: readonly Mark[]): void {
  let before = -1
  for (const [start, end] of marks) {
    expect(start).toBeGreaterThan(before)
    expect(end).toBeGreaterThan(start)
    expect(end).toBeLessThanOrEqual(text.length)
    if (text.isWellFormed()) expect(text.slice(start, end).isWellFormed()).toBe(true)
    expect(/^[\p{M}\uff9e\uff9f]/u.test(text.slice(end)), 'a letter is cut from its accent').toBe(false)
    before = end
  }
}

describe('marks', () => {
  test.each([
    ['Returned teapots are fine', 'return a teapot', ['Returned', 'teapots']],
    ['TEAPOT, teapot; (teapot)', 'teapots', ['TEAPOT', 'teapot', 'teapot']],
    ['The teapot is yours', 'teopot', ['teapot']],
    ['Ask for an invoice', 'bill', ['invoice']],
    ['由卖家承担退货运费', '退货', ['退货']],
    ['由卖家承担退货运费', '退货运费', ['退货运费']],
    ['ＴＥＡＰＯＴ　ｒｅｔｕｒｎｓ', 'return teapot', ['ＴＥＡＰＯＴ', 'ｒｅｔｕｒｎｓ']],
    ['Le café, le cafe\u0301.', 'cafe', ['café', 'cafe\u0301']],
    ["You don’t, you don't", "don't", ['don’t', "don't"]],
    ['a ｻｰﾊﾞｰ b', 'サーバー', ['ｻｰﾊﾞｰ']],
    ['a 환불 b'.normalize('NFD'), '환불', ['환불'.normalize('NFD')]],
    ['My iPhone手机壳', 'iphone', ['iPhone']],
    ['Error E-404 and e404', 'e404', ['E-404', 'e404']],
    ['Nothing of it', 'teapot', []],
    ['', 'teapot', []],
  ])('in %j for %j', (text, question, expected) => {
    expect(marked(text, question)).toEqual(expected)
  })

  test('the words that carry the question only if there are no others', () => {
    expect(marked('How do I do it', 'how do I return')).toEqual([])
    expect(marked('How so', 'how')).toEqual(['How'])
  })

  test('every word that begins with what is being typed', () => {
    expect(marked('Tea in a teapot, with returns', 'tea', true)).toEqual(['Tea', 'teapot'])
    expect(marked('Tea in a teapot', 'return te', true)).toEqual(['Tea', 'teapot'])
    expect(marked('Tea in a teapot', 'tea')).toEqual([])
  })

  test('stand within any text, in order, apart, and on whole characters', () => {
    const question = fc.oneof(someWords(1, 4), anyText)
    const text = fc.oneof(
      anyText,
      fc.tuple(anyText, someWords(1, 4), anyText).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(text, question, fc.boolean(), (text, question, typing) => {
        expectTidy(text, marksIn(text, askedOf(question, typing), knowledge.language))
      }),
      { numRuns: 2000 },
    )
  })

  test('are found in a text as in its normalised writing', () => {
    fc.assert(
      fc.property(anyText, someWords(1, 3), anyText, (before, words, after) => {
        const text = `${before} ${words} ${after}`
        const asked = askedOf(words)
        const normal = normalize(text)
        const read = (from: string) =>
          marksIn(from, asked, english).map(([start, end]) => normalize(from.slice(start, end)))
        expect(read(text)).toEqual(read(normal))
      }),
      { numRuns: 2000 },
    )
  })
})

const filler = 'Some more words are said here about nothing at all, as people do when they write.'
const clause = filler.replace('.', ',')

describe('the passage of an answer', () => {
  const passage = (text: string, question: string) => passageOf(text, askedOf(question), knowledge.language)

  test('is the sentence that speaks most of what was asked', () => {
    const answer = `${filler} ${filler} You may return the teapot within 30 days. ${filler}`
    expect(passage(answer, 'return a teapot').text).toMatch(/^You may return the teapot within 30 days\./)
    const chinese = `${'先说别的。我们很好。'.repeat(20)}退货运费由卖家承担。还有别的。`
    expect(passage(chinese, '退货运费').text).toBe('退货运费由卖家承担。还有别的。')
  })

  test('is the beginning if no sentence speaks of it', () => {
    expect(passage(`First. ${filler} ${filler}`, 'teapot').text).toMatch(/^First\./)
    expect(passage('', 'teapot')).toEqual({ text: '', marks: [] })
  })

  test.each([
    'A teapot is 17.2 cm high and weighs 1.5 kg.',
    'Write to help@example.com or see example.com/teapot.html today.',
    'Is it a teapot? Yes! Really… it is.',
    '茶壶可以退货。运费由卖家承担！请看E-404。',
    'Version 2.0.1：退货',
    'Wait... a teapot!?',
  ])('is all of the short text %j, as it is written', (text) => {
    expect(passage(text, 'teapot 退货').text).toBe(text)
  })

  test('is cut with a sign where something is left out, and only there', () => {
    const long = `${clause} ${clause} return the teapot ${clause} ${filler}`
    const middle = passage(long, 'return a teapot').text
    expect(middle).toMatch(/^….*return the teapot.*…$/s)
    expect(passage(`return the teapot ${long}`, 'return a teapot').text).toMatch(/^return the teapot[^…]*…$/)
    expect(passage(`${filler} ${filler} return the teapot.`, 'return a teapot').text).toBe('return the teapot.')
  })

  test('is a piece of the answer no longer than two lines, with its marks in it, wherever it is cut', () => {
    const sentence = fc
      .tuple(someWords(1, 30), fc.constantFrom('. ', '! ', '? ', '。', '\n', ' ', ', '))
      .map((parts) => parts.join(''))
    const answer = fc.array(fc.oneof(sentence, anyText), { maxLength: 8 }).map((parts) => parts.join(''))
    const plain = (text: string) => text.replace(/\s/g, '')
    fc.assert(
      fc.property(answer, someWords(1, 3), (text, question) => {
        const { text: cut, marks } = passage(text, question)
        expectTidy(cut, marks)
        expect(cut.length).toBeLessThanOrEqual(105)
        if (text.isWellFormed()) expect(cut.isWellFormed()).toBe(true)
        const bare = plain(text).includes(plain(cut)) ? cut : cut.replace(/^…|…$/g, '')
        expect(plain(text)).toContain(plain(bare))
        if (text.length <= 50) expect(plain(cut)).toBe(plain(text))
      }),
      { numRuns: 2000 },
    )
  })

  test('is not cut in the middle of a character', () => {
    for (const before of ['', 'a', 'ab']) {
      const { text } = passage(`${before}${'𠮷'.repeat(300)}退货${'𠮷'.repeat(300)}`, '退货')
      expect(text.isWellFormed()).toBe(true)
      expect(text).toMatch(/^….*退货.*…$/)
    }
  })

  test('of the longest answer, whatever it is made of, doesn’t keep anyone waiting', () => {
    const pieces = ['return a teapot ', 'A teapot. ', '.', '退货', 'e\u0301', "don't ", '!? ', '\n', '1.']
    for (const piece of pieces) {
      const start = performance.now()
      passage(`${piece.repeat(ANSWER_LENGTH / piece.length)}a`, 'return a teapot')
      expect(performance.now() - start, piece).toBeLessThan(10_000)
    }
  })
})
