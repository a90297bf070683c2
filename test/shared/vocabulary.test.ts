import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Knowledge, openPack } from '../../shared/search.ts'
import { found, knowledgeOf, noLexicon, packOf, siteKnowledge, sourceOf } from './packs.ts'

const lexiconWith = (more: Partial<typeof noLexicon>) => ({ ...noLexicon, ...more })

/** What each word of a question stands for: itself first. */
function meanings(knowledge: Knowledge, text: string, typing = false): string[][] {
  return knowledge.search(text, { typing }).asked.map(({ term, meanings }) => {
    for (const { term: meant, fit } of meanings) {
      expect(fit, `${term} as ${meant}`).toBeGreaterThan(0)
      expect(fit, `${term} as ${meant}`).toBeLessThanOrEqual(1)
      if (meant !== term) expect(fit, `${term} as ${meant}`).toBeLessThan(1)
    }
    return meanings.map(({ term }) => term)
  })
}

describe('a typo', () => {
  const list = ['voucher', 'account', 'discount', 'teapot', 'parcel', 'password', 'refund', 'customer']
  const all = knowledgeOf(...list)
  const typo = fc.record({
    word: fc.constantFrom(...list),
    at: fc.nat(),
    kind: fc.constantFrom('changed', 'swapped', 'dropped', 'added'),
    letter: fc.constantFrom(...'aekmoxz'),
  })

  test('of one letter changed, swapped, dropped or added still finds the word, before all others', () => {
    fc.assert(
      fc.property(typo, ({ word, at, kind, letter }) => {
        const i = 1 + (at % (word.length - 2))
        const [before, here, next, after] = [word.slice(0, i), word[i]!, word[i + 1]!, word.slice(i + 2)]
        const ways = { changed: letter + next, swapped: next + here, dropped: next, added: letter + here + next }
        expect(found(all, before + ways[kind] + after)[0]).toBe(word)
      }),
      { numRuns: 500 },
    )
  })

  test('of two letters is forgiven in long words, not in short ones', () => {
    const words = knowledgeOf('subscription', 'teapot', 'cup')
    expect(meanings(words, 'subzcriptiom')).toEqual([['subscript']])
    expect(meanings(words, 'taepit')).toEqual([[]])
    expect(meanings(words, 'cuq')).toEqual([[]])
  })

  test('in the ending that a stem lost is forgiven too', () => {
    const words = knowledgeOf('activation', 'Relational customer accounts')
    expect(found(words, 'activatoin')).toEqual(['activation'])
    expect(found(words, 'custommers')).toEqual(['Relational customer accounts'])
  })

  test('is not looked for where the word is there as it is, nor in codes', () => {
    const words = knowledgeOf('form', 'from', 'order 123456', 'order 123457')
    expect(meanings(words, 'form')).toEqual([['form']])
    expect(meanings(words, '123458')).toEqual([[]])
  })

  test('counts less than the word itself', () => {
    const words = knowledgeOf('teapot', 'password reset')
    const score = (text: string) => words.search(text).hits[0]!.score
    expect(score('password reset')).toBeGreaterThan(score('pasword reset'))
    expect(score('pasword reset')).toBeGreaterThan(0)
  })
})

describe('the beginning of a word', () => {
  const words = knowledgeOf('activation', 'active accounts', 'teapot', 'teapots', '退货运费', '退款')

  test('stands for what it may become while it is typed, and for itself if it is a word', () => {
    expect(meanings(words, 'acti', true)).toEqual([['activ']])
    expect(meanings(words, 'acc', true)).toEqual([['account']])
    expect(meanings(words, 'teapot', true)).toEqual([['teapot']])
    expect(meanings(words, 'acc')).toEqual([[]])
    expect(meanings(words, 'acc teapot', true)).toEqual([[], ['teapot']])
  })

  test('goes on beyond the stem that is indexed', () => {
    for (const text of ['activa', 'activati', 'activatio', 'activation']) {
      expect(found(words, text, true).toSorted(), text).toEqual(['activation', 'active accounts'])
    }
  })

  test('of one Chinese character stands for its pairs, typed or not', () => {
    for (const typing of [true, false]) {
      expect(meanings(words, '退', typing)[0]!.toSorted()).toEqual(['退款', '退货'])
    }
  })

  test('that could become very many words becomes the most frequent of them', () => {
    const letters = [...'bcdfghklmnprtvwxz']
    const many = letters.flatMap((a) => letters.map((b) => sourceOf(`te${a}${b}`)))
    const often = Array.from({ length: 5 }, (_, i) => sourceOf(`teapot ${i}`))
    const [asked] = meanings(knowledgeOf(...many, ...often), 'te', true)
    expect(asked).toHaveLength(32)
    expect(asked).toContain('teapot')
  })
})

describe('codes', () => {
  const all = knowledgeOf(
    'What does E-404 mean?',
    'What does E-405 mean?',
    'Update to iOS 17.2',
    'Update to iOS 16.2',
    'Order AB-1234567 is late',
    'b2b prices',
    sourceOf('订单号查询', { answer: '例如 TB20240501' }),
  )

  test.each([
    ['e404', 'What does E-404 mean?'],
    ['E 404', 'What does E-404 mean?'],
    ['E-404', 'What does E-404 mean?'],
    ['E_404', 'What does E-404 mean?'],
    ['404', 'What does E-404 mean?'],
    ['ｅ４０４', 'What does E-404 mean?'],
    ['错误E404', 'What does E-404 mean?'],
    ['iOS 17.2', 'Update to iOS 17.2'],
    ['17.2', 'Update to iOS 17.2'],
    ['iOS17.2', 'Update to iOS 17.2'],
    ['1234567', 'Order AB-1234567 is late'],
    ['ab1234567', 'Order AB-1234567 is late'],
    ['AB 1234567', 'Order AB-1234567 is late'],
    ['B2B', 'b2b prices'],
    ['20240501', '订单号查询'],
    ['订单TB20240501', '订单号查询'],
  ])('%s is found as people write it', (text, entry) => {
    expect(found(all, text)[0]).toBe(entry)
  })

  test('are found by every beginning of theirs as one types', () => {
    for (const [code, entry] of [
      ['E-404', 'What does E-404 mean?'],
      ['e404', 'What does E-404 mean?'],
      ['AB-1234567', 'Order AB-1234567 is late'],
      ['ab1234567', 'Order AB-1234567 is late'],
      ['b2b', 'b2b prices'],
    ] as const) {
      for (let length = 3; length <= code.length; length++) {
        expect(found(all, code.slice(0, length), true), code.slice(0, length)).toContain(entry)
      }
    }
  })
})

describe('words that only carry a question', () => {
  test('still find the titles that have them if there are no others', async () => {
    const all = await siteKnowledge('en', ['How do I do this?', 'Teapots', 'What is that?'])
    for (const typing of [true, false]) {
      expect(found(all, 'how do i', typing)[0]).toBe('How do I do this?')
      expect(found(all, 'how do i zzzzz', typing)[0]).toBe('How do I do this?')
      expect(found(all, 'what', typing)[0]).toBe('What is that?')
    }
    const chinese = await siteKnowledge('zh', ['怎么办', '运费多少'])
    for (const typing of [true, false]) expect(found(chinese, '怎么', typing)[0]).toBe('怎么办')
  })

  test('count for little beside others', async () => {
    const all = await siteKnowledge('en', ['How do I do it with what I have?', 'Teapots', 'Parcels', 'Vouchers'])
    expect(found(all, 'how do i have teapots')[0]).toBe('Teapots')
    const { asked } = all.search('how teapots')
    expect(asked.map(({ isCarrier }) => isCarrier)).toEqual([true, false])
    expect(asked[0]!.weight).toBeLessThan(asked[1]!.weight / 2)
  })
})

describe('synonyms', () => {
  const list = ['Your invoice', 'SIM card sizes', 'Return a parcel', 'Teapot', '退货运费', 'Card games']
  const all = openPack(
    packOf(list, {
      lexicon: lexiconWith({
        synonyms: [
          { from: 'bill', to: 'invoice' },
          { from: 'esim', to: 'sim card' },
          { from: 'send back', to: 'return' },
          { from: 'kettle', to: 'zzz' },
          { from: '邮费', to: '运费' },
          { from: 'pot de thé', to: 'teapot' },
        ],
      }),
    }),
  )

  test.each([
    ['bill', 'Your invoice'],
    ['BILLS', 'Your invoice'],
    ['esim', 'SIM card sizes'],
    ['how to send back a thing', 'Return a parcel'],
    ['sends back', 'Return a parcel'],
    ['邮费', '退货运费'],
    ['Pot de the', 'Teapot'],
  ])('%s finds what it stands for', (text, entry) => {
    expect(found(all, text)[0]).toBe(entry)
  })

  test('ask for all their words', () => {
    expect(meanings(all, 'esim')).toEqual([['sim'], ['card']])
    expect(meanings(all, 'esim card')).toEqual([['sim'], ['card']])
    expect(found(all, 'esim')[0]).toBe('SIM card sizes')
  })

  test('lead one way, unless both ways are listed', () => {
    const way = [{ from: 'mobile', to: 'phone' }]
    const back = [{ from: 'phone', to: 'mobile' }]
    const site = (synonyms: typeof way) => openPack(packOf(['mobile', 'phone'], { lexicon: lexiconWith({ synonyms }) }))
    expect(meanings(site(way), 'mobile')).toEqual([['mobil', 'phone']])
    expect(meanings(site(way), 'phone')).toEqual([['phone']])
    expect(meanings(site([...way, ...back]), 'phone')).toEqual([['phone', 'mobil']])
  })

  test('of several words are needed whole and in a row', () => {
    expect(meanings(all, 'send')).toEqual([[]])
    expect(meanings(all, 'back send')).toEqual([[], []])
    expect(meanings(all, 'send it back')).toEqual([[], [], []])
  })

  test('that lead to nothing here change nothing', () => {
    expect(meanings(all, 'kettle')).toEqual([[]])
  })

  test('count less than the word itself', () => {
    const score = (text: string) => all.search(text).hits[0]!.score
    expect(score('invoice')).toBeGreaterThan(score('bill'))
  })
})

test('protected words are looked up as they are, not by their stem', async () => {
  const sources = ['Using ASUS', 'As us all', 'News of Mövenpick', 'New teapots']
  const [plain, site] = await Promise.all([
    siteKnowledge('en', sources),
    siteKnowledge('en', sources, { protectedWords: ['news', 'MÖVENPICK'] }),
  ])
  expect(found(plain, 'news').toSorted()).toEqual(['New teapots', 'News of Mövenpick'])
  expect(found(site, 'news')[0]).toBe('News of Mövenpick')
  expect(meanings(site, 'news')).toEqual([['news']])
  expect(meanings(site, 'new')).toEqual([['new']])
  expect(meanings(site, 'movenpick Teapots')).toEqual([['movenpick'], ['teapot']])
})

describe('one language written in two ways', () => {
  const questions = {
    simplified: ['退货运费由谁承担', '后台登录密码'],
    traditional: ['退貨運費由誰承擔', '後臺登錄密碼'],
  }
  const ways = Object.entries(questions)

  test.each(ways)('entries in %s Chinese are found by questions in either', async (_, entries) => {
    const all = await siteKnowledge('zh', entries)
    for (const [, asked] of ways) {
      asked.forEach((text, i) => {
        const { hits, confidence } = all.search(text)
        expect(hits[0]!.entry.question).toBe(entries[i])
        expect(hits[0]!.coverage).toBeCloseTo(1, 5)
        expect(confidence).toBe('answered')
        expect(found(all, text.slice(0, 3), true)[0]).toBe(entries[i])
      })
    }
  })

  test('entries in both are found alike, in all fields', async () => {
    const all = await siteKnowledge('zh-TW', [
      sourceOf('甲', { answer: '運費' }),
      sourceOf('乙', { tags: ['运费'] }),
      sourceOf('丙', { phrasings: ['運費多少'] }),
    ])
    for (const text of ['运费', '運費']) {
      expect(
        all
          .explain(text, 9)
          .map(({ hit }) => hit.entry.id)
          .toSorted(),
      ).toEqual(['丙', '乙', '甲'])
    }
    expect(all.search('运费').hits).toEqual(all.search('運費').hits)
  })
})
