import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isFound } from '../../shared/search.ts'
import { editDistance } from '../../shared/vocabulary.ts'
import { words } from '../../shared/text.ts'
import { found, knowledgeOf, sourceOf } from './packs.ts'

const titles = [
  'How do I return a teapot?',
  'Changing the delivery address',
  'Relational customer accounts and organizational discounts',
  'Pricing, closing and moving: rating our shops',
  'Activation of vouchers and subscriptions',
  'Happy agencies, studies and tries',
  '我想知道退货运费由谁承担',
  '如何修改登录密码',
  'iPhone手机上的支付问题',
]
const knowledge = knowledgeOf(...titles)

describe('what is asked is found', () => {
  test('by any of its words, in any form', () => {
    expect(found(knowledge, 'returned')).toEqual([titles[0]])
    expect(found(knowledge, 'ADDRESSES')).toEqual([titles[1]])
  })

  test.each([
    ['运费', 6],
    ['密码', 7],
    ['手机', 8],
    ['iphone', 8],
    ['iPhone手机', 8],
  ])('by %s in the middle of a sentence', (text, entry) => {
    expect(found(knowledge, text)).toEqual([titles[entry]])
  })

  test('in phrasings, tags and the answer too, the question first', () => {
    const all = knowledgeOf(
      sourceOf('a', { answer: 'About vouchers' }),
      sourceOf('b', { tags: ['vouchers'] }),
      sourceOf('c', { phrasings: ['vouchers'] }),
      sourceOf('vouchers'),
      sourceOf('other'),
    )
    expect(found(all, 'voucher')[0]).toBe('vouchers')
    expect(found(all, 'voucher').toSorted()).toEqual(['a', 'b', 'c', 'vouchers'])
  })

  test('names of object members are words like others', () => {
    const names = ['constructor', '__proto__', 'hasOwnProperty', 'toString', 'valueOf', 'length']
    const all = knowledgeOf(...names)
    for (const name of names) expect(found(all, name)).toEqual([name])
  })

  test('an empty pack, and an empty question, find nothing', () => {
    expect(knowledgeOf().search('anything')).toEqual({ hits: [], confidence: 'none' })
    expect(knowledge.search('')).toEqual({ hits: [], confidence: 'none' })
    expect(knowledge.search('?!')).toEqual({ hits: [], confidence: 'none' })
  })
})

describe('a typo', () => {
  const list = ['voucher', 'account', 'discount', 'teapot', 'parcel', 'password', 'refund', 'customer']
  const all = knowledgeOf(...list)
  const typo = fc.record({
    word: fc.constantFrom(...list),
    at: fc.nat(),
    kind: fc.constantFrom('changed', 'swapped', 'dropped'),
    letter: fc.constantFrom(...'aekmoxz'),
  })

  test('of one letter changed, swapped or dropped still finds the word', () => {
    fc.assert(
      fc.property(typo, ({ word, at, kind, letter }) => {
        const i = 1 + (at % (word.length - 2))
        const [before, here, next, after] = [word.slice(0, i), word[i]!, word[i + 1]!, word.slice(i + 2)]
        const rest = { changed: letter + next, swapped: next + here, dropped: next }[kind] ?? ''
        expect(found(all, before + rest + after)).toContain(word)
      }),
      { numRuns: 500 },
    )
  })

  test('counts once for a swap of neighbours, and is given up on beyond the limit', () => {
    expect(editDistance('teapot', 'taepot', 2)).toBe(1)
    expect(editDistance('teapot', 'tepot', 2)).toBe(1)
    expect(editDistance('teapot', 'teapot', 2)).toBe(0)
    expect(editDistance('teapot', 'kettles', 2)).toBe(3)
  })

  test('is as far from the right word as the right word is from it', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9))
        expect(editDistance(a, b, 9) === 0).toBe(a === b)
        expect(editDistance(a, b, 9)).toBeLessThanOrEqual(Math.max(a.length, b.length))
      }),
    )
  })
})

describe('as one types', () => {
  const latin = titles.flatMap((title) =>
    words(title).flatMap((word) => (/^[a-z]{3,}$/.test(word) ? [[word, title]] : [])),
  )

  test.each(latin)('every beginning of "%s" finds its title', (word, title) => {
    for (let letters = 3; letters <= word.length; letters++) {
      expect(found(knowledge, word.slice(0, letters), true), word.slice(0, letters)).toContain(title)
    }
  })

  test('one Chinese character is enough', () => {
    expect(found(knowledge, '退', true)).toEqual([titles[6]])
    expect(found(knowledge, '退')).toEqual([titles[6]])
  })

  test('only the last word is unfinished', () => {
    expect(found(knowledge, 'teap', true)).toEqual([titles[0]])
    expect(found(knowledge, 'teap zzzz zzzzz', true)).toEqual([])
  })
})

describe('customers’ text is no query language', () => {
  const plain = knowledge.search('return a teapot')

  test.each(['+', '-', '*', '~1', '^10', ':', '"', '\\', '(', ')', ' AND ', '?', '！', '。', '#', '/'])(
    'punctuation like %s changes nothing',
    (sign) => {
      if (sign.trim() === 'AND') return expect(() => knowledge.search(`return${sign}teapot`)).not.toThrow()
      const digits = /\d+/.exec(sign)
      if (digits) return expect(() => knowledge.search(`return${sign} teapot`)).not.toThrow()
      expect(knowledge.search(`${sign}return${sign} a ${sign}teapot${sign}`)).toEqual(plain)
    },
  )

  test('nothing that can be typed throws', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'title:+-*~^" \\退a1') }))
    fc.assert(
      fc.property(text, fc.boolean(), (typed, typing) => {
        const { hits, confidence } = knowledge.search(typed, { typing })
        for (const { coverage, score } of hits) {
          expect(coverage).toBeGreaterThanOrEqual(0.3)
          expect(coverage).toBeLessThanOrEqual(1 + 1e-9)
          expect(score).toBeGreaterThan(0)
        }
        expect(confidence === 'none').toBe(hits.length === 0)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('confidence', () => {
  const all = knowledgeOf('How do I return a teapot?', 'Do you ship abroad?', 'What does gift wrapping cost?', 'x y z')

  test('is high for the words of an entry, low for a few of them, none for others', () => {
    expect(all.search('How do I return a teapot').confidence).toBe('answered')
    expect(all.search('gift wrapping voucher amount').confidence).toBe('weak')
    expect(all.search('newsletter subscription').confidence).toBe('none')
  })

  test('a wording counts as found when its entry is among the first three', () => {
    const four = knowledgeOf(...[1, 2, 3, 4].map((n) => sourceOf(`teapot ${'teapot '.repeat(n)}`, { id: `e${n}` })))
    const best = four.search('teapot', { limit: 4 }).hits.map(({ entry }) => entry.id)
    expect(best).toHaveLength(4)
    expect(best.map((id) => isFound(four, id, 'teapot'))).toEqual([true, true, true, false])
  })
})
