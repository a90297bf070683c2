import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSameTyping, normalize } from '../../shared/normalize.ts'
import { english, isCjk, type Language, likeness, terms, tokens, withoutAccents, words } from '../../shared/text.ts'
import { anyText } from './arbitraries.ts'

const asciiText = fc.string({ unit: 'grapheme-ascii', maxLength: 40 })
const han = fc.string({ unit: fc.constantFrom(...'退货运费密码手机怎么样'), minLength: 2, maxLength: 12 })
const traditional: Language = {
  stem: english.stem,
  fold: new Map([...'貨货運运費费'].map((_, i, all) => pairAt(all, i))),
}

function pairAt(characters: readonly string[], i: number): [string, string] {
  const first = i - (i % 2)
  return [characters[first]!, characters[first + 1]!]
}

describe('words', () => {
  test.each([
    ['How do I return it?', ['how', 'do', 'i', 'return', 'it']],
    ["don’t, DON'T", ['dont', 'dont']],
    ['café Cafe\u0301', ['cafe', 'cafe']],
    ['退货运费', ['退货', '货运', '运费']],
    ['退', ['退']],
    ['𠮷野家', ['𠮷野', '野家']],
    ['iPhone手机坏了', ['iphone', '手机', '机坏', '坏了']],
    ['我的iPhone', ['我的', 'iphone']],
    ['2024年的订单', ['2024', '年的', '的订', '订单']],
    ['IC卡', ['ic', '卡']],
    ['サーバー', ['サー', 'ーバ', 'バー']],
    ['환불 정책', ['환불', '정책']],
    ['ｻｰﾊﾞｰ', ['サー', 'ーバ', 'バー']],
    ['pick-up and/or drop_off', ['pick', 'up', 'and', 'or', 'drop', 'off']],
    ['', []],
    ['?!…🙂', []],
    ['❤️ I ♥︎ it', ['i', 'it']],
    ['あ゙あ', ['あ', 'あ']],
  ])('of %j', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  test.each([
    ['ＡＢＣ１２３', ['abc123', 'abc', '123']],
    ['E-404', ['404', 'e404']],
    ['e404', ['e404', '404']],
    ['E 404', ['e', '404']],
    ['iOS 17.2', ['ios', '17', '17.2']],
    ['b2b', ['b2b']],
    ['v1.2.3', ['v1', 'v1.2.3']],
    ['2024-05-01', ['2024', '05', '01', '20240501']],
    ['order_1234567.', ['order', '1234567', 'order1234567']],
    ['1234', ['1234']],
    ['7', ['7']],
    ['訂單A-12號', ['訂單', '12', 'a12', '號']],
  ])('of the code %j are the whole and every part that says something by itself', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  test('of a long chain of numbers are its parts only', () => {
    const chain = Array.from({ length: 9 }, (_, i) => `1${i}99`)
    expect(words(chain.join('-'))).toEqual(chain)
  })

  test('a run of Chinese is its overlapping pairs, in order', () => {
    fc.assert(
      fc.property(han, (run) => {
        const characters = [...run]
        expect(words(run)).toEqual(characters.slice(1).map((character, i) => `${characters[i]}${character}`))
      }),
    )
  })

  test('a Latin word or a code stands for itself whatever Chinese it touches', () => {
    fc.assert(
      fc.property(han, fc.stringMatching(/^[a-z]{1,8}[0-9]{0,3}$/), han, (before, word, after) => {
        expect(words(word)).toContain(word)
        expect(words(`${before}${word}${after}`)).toEqual([...words(before), ...words(word), ...words(after)])
      }),
    )
  })

  test('neither case nor punctuation around them matters', () => {
    const plain = fc.oneof(fc.stringMatching(/^[a-z]{1,8}$/), fc.stringMatching(/^[0-9]{1,8}$/))
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1 }), (list) => {
        expect(words(list.join(' — ').toUpperCase())).toEqual(list)
      }),
    )
  })

  test('a code is found in its text however it is written: together, with a hyphen, a slash or a line below', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,4}$/), fc.stringMatching(/^[0-9]{2,6}$/), (letters, digits) => {
        for (const sign of ['', '-', '/', '_']) {
          expect(words(`${letters.toUpperCase()}${sign}${digits}`)).toContain(`${letters}${digits}`)
          expect(words(`${letters}${sign}${digits}`)).toContain(digits)
        }
      }),
    )
  })
})

describe('where a word stands', () => {
  const joined = (text: string): string => withoutAccents(text).replace(/[-_./]/g, '')

  test('is where the text has it, never in the middle of a character', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const normal = normalize(text)
        for (const { word, start, end } of tokens(normal)) {
          expect(normal.slice(start, end).isWellFormed()).toBe(true)
          expect(joined(normal.slice(start, end))).toBe(joined(word))
          expect(end).toBeGreaterThan(start)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('is the same when characters are folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'退貨货運运費费 a1-'), maxLength: 20 }), (text) => {
        const places = (language: Language) => tokens(text, language).map(({ start, end }) => [start, end])
        expect(places(traditional)).toEqual(places(english))
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

  test('only English is stemmed; accents of Latin letters are dropped, those of other scripts kept', () => {
    const stems = { größen: 'großen', año: 'ano', мылись: 'мылись', йод: 'йод', a1ing: 'a1ing', 退货: '退货' }
    for (const [word, stem] of Object.entries(stems)) expect(english.stem(word)).toBe(stem)
  })

  test('two writings of a character meet, and what a reader of one of them sees is left alone', () => {
    expect(terms('退貨運費', traditional)).toEqual(terms('退货运费', traditional))
    expect(terms('退貨')).toEqual(['退貨'])
  })

  test('the stem is the language’s own, for words and not for codes', () => {
    const language: Language = { stem: (word) => `<${word}>`, fold: new Map() }
    expect(terms('Rechnung E-404 退货 мяч', language)).toEqual(['<rechnung>', '404', 'e404', '退货', 'мяч'])
  })

  test('names of object members are words like others', () => {
    expect(terms('constructor __proto__ toString')).toEqual(['constructor', 'proto', 'tostr'])
  })
})

describe('accents', () => {
  test('are dropped from Latin letters once and for all', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(withoutAccents(withoutAccents(text))).toBe(withoutAccents(text))
      }),
    )
    expect(withoutAccents('crème brûlée n°5 Ελλάδα')).toBe('creme brulee n°5 Ελλάδα')
  })

  test('by the ten thousand on one letter don’t keep anyone waiting', () => {
    const start = performance.now()
    expect(words(`a${'\u0301'.repeat(100_000)}`)).toEqual(['a'])
    expect(performance.now() - start).toBeLessThan(10_000)
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
