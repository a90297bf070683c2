import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCjk, isSameTyping, likeness, normalize, stem, terms, words } from '../../shared/text.ts'

/** Text as people write it, and as nobody does. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(..."ab éİßΣ’'ー-_.,!?1２手机退货한국がア"), maxLength: 40 }),
)
const asciiText = fc.string({ unit: 'grapheme-ascii', maxLength: 40 })
const han = fc.string({ unit: fc.constantFrom(...'退货运费密码手机怎么样'), minLength: 2, maxLength: 12 })

describe('words', () => {
  test.each([
    ['How do I return it?', ['how', 'do', 'i', 'return', 'it']],
    ["don’t, DON'T", ['dont', 'dont']],
    ['café Cafe\u0301', ['cafe', 'cafe']],
    ['ＡＢＣ１２３', ['abc123']],
    ['退货运费', ['退货', '货运', '运费']],
    ['退', ['退']],
    ['iPhone手机坏了', ['iphone', '手机', '机坏', '坏了']],
    ['我的iPhone', ['我的', 'iphone']],
    ['2024年的订单', ['2024', '年的', '的订', '订单']],
    ['IC卡', ['ic', '卡']],
    ['サーバー', ['サー', 'ーバ', 'バー']],
    ['환불 정책', ['환불', '정책']],
    ['ｻｰﾊﾞｰ', ['サー', 'ーバ', 'バー']],
    ['', []],
    ['?!…🙂', []],
  ])('of %j', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  test('a run of Chinese is its overlapping pairs, in order', () => {
    fc.assert(
      fc.property(han, (run) => {
        const characters = [...run]
        expect(words(run)).toEqual(characters.slice(1).map((character, i) => `${characters[i]}${character}`))
      }),
    )
  })

  test('a Latin word stands for itself whatever Chinese it touches', () => {
    fc.assert(
      fc.property(han, fc.stringMatching(/^[a-z]{1,8}[0-9]{0,3}$/), han, (before, word, after) => {
        expect(words(`${before}${word}${after}`)).toEqual([...words(before), word, ...words(after)])
      }),
    )
  })

  test('neither case nor punctuation around them matters', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z0-9]{1,8}$/), { minLength: 1 }), (list) => {
        expect(words(list.join(' — ').toUpperCase())).toEqual(list)
      }),
    )
  })
})

describe('terms', () => {
  test('are the same for a text and its normalised writing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(terms(normalize(text))).toEqual(terms(text))
      }),
      { numRuns: 2000 },
    )
  })

  test('are the same in full-width and in half-width letters', () => {
    const fullWidth = (text: string) =>
      text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).replaceAll(' ', '\u3000')
    fc.assert(
      fc.property(asciiText, (text) => {
        expect(terms(fullWidth(text))).toEqual(terms(text))
      }),
    )
  })

  test('the forms of an English word meet', () => {
    for (const form of ['return', 'returns', 'returned', 'returning', 'Returning']) {
      expect(terms(form)).toEqual(['return'])
    }
  })

  test('only English is stemmed', () => {
    for (const word of ['größen', 'мылись', 'a1ing', '退货', 'año']) expect(stem(word)).toBe(word)
  })

  test('names of object members are words like others', () => {
    expect(terms('constructor __proto__ toString')).toEqual(['constructor', 'proto', 'tostr'])
  })
})

describe('likeness', () => {
  test('is 1 for equal questions and symmetric, between 0 and 1, for any two', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const alike = likeness(a, b)
        expect(alike).toBeCloseTo(likeness(b, a), 12)
        expect(alike).toBeGreaterThanOrEqual(0)
        expect(alike).toBeLessThanOrEqual(1 + 1e-12)
        if (words(a).length > 0) expect(likeness(a, a)).toBeCloseTo(1, 12)
      }),
      { numRuns: 1000 },
    )
  })

  test('is higher for other words of a question than for another question, in English and in Chinese', () => {
    expect(likeness('how do I return a teapot', 'How can I return the teapot?')).toBeGreaterThan(
      likeness('how do I return a teapot', 'how do I track a parcel'),
    )
    expect(likeness('茶壶怎么退货', '怎么退货茶壶？')).toBeGreaterThan(likeness('茶壶怎么退货', '怎么修改密码'))
    expect(likeness('refund', '退货')).toBe(0)
  })

  test('survives a typo', () => {
    expect(likeness('how do I retrun a teapot', 'how do I return a teapot')).toBeGreaterThan(0.6)
  })
})

test('Chinese, Japanese and Korean are told from scripts with spaces', () => {
  for (const text of ['退', 'が', 'ア', '한', 'x退']) expect(isCjk(text)).toBe(true)
  for (const text of ['a', 'é', 'я', '1', '🙂', '']) expect(isCjk(text)).toBe(false)
})

test('what is typed on the way to a question, or back from it, is the same typing', () => {
  expect(isSameTyping('how do', 'How do I return it?')).toBe(true)
  expect(isSameTyping('How do I return it', 'how do i')).toBe(true)
  expect(isSameTyping('how do', 'who does')).toBe(false)
})
