import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answers, evidenceOf, isFound, openPack } from '../../shared/search.ts'
import { words } from '../../shared/text.ts'
import { found, knowledgeOf, noLexicon, packOf, sourceOf } from './packs.ts'

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
const nothing = { hits: [], confidence: 'none', certainty: 0, suggestion: undefined }

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
      sourceOf('shipping'),
    )
    const ids = all.explain('voucher', 10).map(({ hit }) => hit.entry.id)
    expect(ids[0]).toBe('vouchers')
    expect(ids.toSorted()).toEqual(['a', 'b', 'c', 'vouchers'])
  })

  test('and entries far behind the best are left out', () => {
    const all = knowledgeOf(
      'Return a teapot',
      'Teapot',
      'Colours of the teapot lid and where each was made by hand long ago',
    )
    const { hits } = all.search('return a teapot')
    expect(hits[0]!.entry.id).toBe('Return a teapot')
    const ids = hits.map(({ entry }) => entry.id)
    const scores = new Map(all.explain('return a teapot', 10).map(({ hit }) => [hit.entry.id, hit.score]))
    for (const [id, score] of scores) expect(ids.includes(id), id).toBe(score >= 0.3 * hits[0]!.score)
    expect(scores.size).toBe(3)
  })

  test('an empty pack, and an empty question, find nothing', () => {
    expect(knowledgeOf().search('anything')).toMatchObject(nothing)
    expect(knowledgeOf().search('anything', { typing: true })).toMatchObject(nothing)
    for (const text of ['', ' ', '?!', '…', '🙂']) expect(knowledge.search(text)).toEqual({ ...nothing, asked: [] })
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

  test('every beginning of a Chinese question finds it', () => {
    for (const title of titles.slice(6)) {
      for (let length = 2; length <= title.length; length++) {
        expect(found(knowledge, title.slice(0, length), true)[0], title.slice(0, length)).toBe(title)
      }
    }
  })

  test('only the last word is unfinished', () => {
    expect(found(knowledge, 'teap', true)).toEqual([titles[0]])
    expect(found(knowledge, 'teap zzzz zzzzz', true)).toEqual([])
  })

  test('one letter after other words does not count yet', () => {
    const { hits, asked } = knowledge.search('return t', { typing: true })
    expect(hits).toEqual(knowledge.search('return', { typing: true, thorough: false }).hits)
    expect(asked.map(({ word }) => word)).toEqual(['return'])
    expect(knowledge.search('t', { typing: true }).asked).toHaveLength(1)
  })
})

describe('customers’ text is no query language', () => {
  const plain = knowledge.search('return a teapot')

  test.each(['+', '-', '*', ':', '"', '\\', '(', ')', '?', '！', '。', '#', '/', '~', '^', ' AND', '❤️'])(
    'a sign like %s changes nothing',
    (sign) => {
      if (sign === ' AND') return expect(knowledge.search(`return${sign} teapot`).hits[0]).toBeDefined()
      expect(knowledge.search(`${sign}return ${sign} a ${sign}teapot${sign}`)).toEqual(plain)
    },
  )

  test('numbers after a sign are numbers', () => {
    for (const sign of ['~1', '^10']) expect(knowledge.search(`return${sign} teapot`).hits[0]!.entry.id).toBe(titles[0])
  })

  test('nothing that can be typed throws', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'title:+-*~^" \\退a1') }))
    fc.assert(
      fc.property(text, fc.boolean(), fc.boolean(), (typed, typing, thorough) => {
        const { hits, confidence, certainty } = knowledge.search(typed, { typing, thorough })
        for (const { coverage, score } of hits) {
          expect(coverage).toBeGreaterThanOrEqual(0)
          expect(coverage).toBeLessThanOrEqual(1 + 1e-6)
          expect(score).toBeGreaterThan(0)
        }
        expect(certainty).toBeGreaterThanOrEqual(0)
        expect(certainty).toBeLessThanOrEqual(1)
        if (hits.length === 0) expect(confidence).toBe('none')
        knowledge.explain(typed)
      }),
      { numRuns: 1000 },
    )
  })

  test('nothing that can be pasted keeps anyone waiting', () => {
    const pieces = [
      'a',
      'return a teapot ',
      '退货运费',
      'a\u0301',
      '\u0301',
      'a1-',
      '1.',
      "a'",
      '🙂',
      '١٢',
      'ß',
      '한국',
    ]
    const pasted = pieces.map((piece) => piece.repeat(100_000 / piece.length))
    const many = Array.from({ length: 15_000 }, (_, i) => `w${i.toString(36)}x`).join(' ')
    for (const text of [...pasted, many, `return a teapot ${many}`, `a${'\u0301'.repeat(100_000)}`]) {
      const start = performance.now()
      knowledge.search(text)
      knowledge.search(text, { typing: true })
      expect(performance.now() - start, text.slice(0, 20)).toBeLessThan(10_000)
    }
    const { hits, asked } = knowledge.search(`return a teapot ${many}`)
    expect(hits[0]!.entry.id).toBe(titles[0])
    expect(asked.length).toBeLessThan(100)
  })
})

describe('confidence', () => {
  const all = knowledgeOf('How do I return a teapot?', 'Do you ship abroad?', 'What does gift wrapping cost?', 'x y z')

  test('is high for the words of an entry, lower for a few of them, none for others', () => {
    const [whole, few, others] = [
      'How do I return a teapot',
      'Which voucher amount do new customers find in their gift box',
      'newsletter subscription',
    ].map((text) => all.search(text))
    expect(whole!.confidence).toBe('answered')
    expect(few!.confidence).not.toBe('answered')
    expect(few!.certainty).toBeLessThan(whole!.certainty)
    expect(few!.certainty).toBeGreaterThan(0)
    expect(others).toMatchObject(nothing)
  })

  test('grows with how much a question says: the same score and lead prove more of a long one', () => {
    const [one, two] = ['teapot', 'return teapot'].map((text) => all.substanceOf(text))
    expect(one).toBeGreaterThan(0)
    expect(one).toBeLessThan(1) // the knowledge has this word
    expect(two).toBeGreaterThan(one!)
    expect(all.substanceOf('zzz')).toBeCloseTo(1, 6)
    expect(all.substanceOf('zzz qqq www')).toBeCloseTo(3, 6)
    expect(all.substanceOf('?!')).toBe(0)
    const ranked = [{ score: 0.8 }, { score: 0.4 }]
    expect(evidenceOf(ranked, 0)).toBeCloseTo(1, 12)
    expect(evidenceOf(ranked, 3)).toBeCloseTo(2, 12)
    expect(evidenceOf([{ score: 0.8 }, { score: 0.8 }], 3)).toBeCloseTo(1.6, 12)
    expect(evidenceOf([], 3)).toBe(0)
  })

  test('grows with the certainty, as the pack’s own bounds have it', () => {
    const text = 'gift voucher amount'
    const { certainty, hits } = all.search(text)
    const bounds = { answered: certainty + 0.01, weak: certainty - 0.01 }
    const confidence = (answered: number, weak: number) => {
      const tuning = { ...all.tuning, answered, weak }
      return openPack({ ...all.packs[0]!, tuning }).search(text)
    }
    expect(confidence(bounds.answered, bounds.weak)).toMatchObject({ confidence: 'weak', certainty, hits })
    expect(confidence(bounds.weak, 0).confidence).toBe('answered')
    expect(confidence(1, bounds.answered).confidence).toBe('none')
  })

  test('is none where nothing is found, whatever the pack’s bounds', () => {
    const tuning = { ...all.tuning, answered: 0, weak: 0 }
    expect(openPack({ ...all.packs[0]!, tuning }).search('newsletter subscription')).toMatchObject(nothing)
  })

  test('an answer nobody looks at is one of the first three, and speaks of most of what was asked', () => {
    const sure = all.search('How do I return a teapot')
    expect(answers(sure).map(({ id }) => id)).toEqual(['How do I return a teapot?'])
    expect(answers({ ...sure, confidence: 'weak' })).toEqual([])
    const four = sure.hits.slice(0, 1).flatMap((hit) => [hit, { ...hit, coverage: 0.59 }, hit, hit])
    expect(answers({ ...sure, hits: four })).toHaveLength(2)
  })

  test('a wording counts as found when its entry is among the first three', () => {
    const four = knowledgeOf(...[1, 2, 3, 4].map((n) => sourceOf(`teapot ${'teapot '.repeat(n)}`, { id: `e${n}` })))
    const best = four.search('teapot', { limit: 4 }).hits.map(({ entry }) => entry.id)
    expect(best).toHaveLength(4)
    expect(best.map((id) => isFound(four, id, 'teapot'))).toEqual([true, true, true, false])
    expect(isFound(all, 'How do I return a teapot?', 'newsletter subscription')).toBe(false)
    const unsure = openPack({ ...all.packs[0]!, tuning: { ...all.tuning, answered: 1, weak: 1 } })
    expect(found(unsure, 'teapot')).not.toEqual([])
    expect(isFound(unsure, 'How do I return a teapot?', 'teapot')).toBe(false)
  })
})

describe('a suggestion', () => {
  const list = ['How do I return a teapot?', 'Reset your password', 'Vouchers for companies', 'Track a parcel']
  const all = knowledgeOf(...list)

  test.each([
    ['retrun a teapot', 'return a teapot'],
    ['Forgot my pasword!', 'forgot my password!'],
    ['vuocher', 'vouchers'],
    ['parcle trakc', 'parcel track'],
  ])('puts %j right', (text, right) => {
    expect(all.search(text).suggestion).toBe(right)
  })

  test('only appears where something was misspelled, and not as one types', () => {
    for (const text of [...list, 'teapot', 'newsletter', 'passw', '', '退货']) {
      expect(all.search(text).suggestion, text).toBeUndefined()
    }
    expect(all.search('pasword', { typing: true }).suggestion).toBeUndefined()
  })

  test('does not take an unfinished word for a mistake', () => {
    for (const text of ['passw', 'return a teap', 'parc']) {
      expect(all.search(text, { typing: true, thorough: true }).suggestion, text).toBeUndefined()
    }
  })

  test('always finds an answer more surely than what was typed', () => {
    const word = fc.constantFrom(...list.flatMap((title) => words(title)))
    const slip = fc.tuple(word, fc.nat({ max: 8 }), fc.constantFrom('', 'x', 'e')).map(([text, at, letter]) => {
      return text.slice(0, at) + letter + text.slice(at + 1)
    })
    fc.assert(
      fc.property(fc.array(fc.oneof(word, slip), { minLength: 1, maxLength: 4 }), (typed) => {
        const { suggestion, certainty } = all.search(typed.join(' '))
        if (suggestion !== undefined) expect(all.search(suggestion).certainty).toBeGreaterThan(certainty)
      }),
      { numRuns: 500 },
    )
  })

  test('is about spelling: other words for the same are no mistakes', () => {
    const synonyms = [{ from: 'coupon', to: 'vouchers' }]
    const site = openPack(packOf(list, { lexicon: { ...noLexicon, synonyms } }))
    expect(found(site, 'coupon')).toEqual(['Vouchers for companies'])
    expect(site.search('coupon').suggestion).toBeUndefined()
  })
})
