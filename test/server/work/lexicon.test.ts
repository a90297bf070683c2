import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { lexiconOf } from '../../../server/work/lexicon.ts'
import { loadStemmer } from '../../../shared/stemmers.ts'
import { terms } from '../../../shared/text.ts'
import { found, noLexicon, siteKnowledge, sourceOf } from '../../shared/packs.ts'

async function lexicon(locale: string, ...texts: readonly string[]) {
  return lexiconOf(
    locale,
    await loadStemmer(locale),
    texts.map((text) => sourceOf(text)),
  )
}

/** Of a text, the terms that only carry a question. */
async function carriersIn(locale: string, text: string): Promise<string[]> {
  const { carriers } = await lexicon(locale)
  return terms(text, { stem: await loadStemmer(locale), fold: new Map() }).filter((term) => carriers.includes(term))
}

describe('words that only carry a question', () => {
  test.each([
    ['en', 'How do I return a teapot?', ['how', 'do', 'i', 'a']],
    ['en-GB', 'Could you please tell me why', ['could', 'you', 'pleas', 'tell', 'me', 'whi']],
    ['zh', '请问怎么退货', ['请问', '怎么']],
    ['zh-CN', 'how 怎么', ['how', '怎么']],
    ['de', 'Wie kann ich the Rechnung', ['wie', 'kann', 'ich', 'the']],
    ['fr', 'Où est ma facture, pour les enfants', ['ou', 'est', 'ma', 'pour', 'le']],
    ['es', '¿Cómo hago una devolución para este pedido?', ['com', 'una', 'par', 'este']],
    ['it', 'Come posso avere la fattura', ['com', 'la']],
    ['nl', 'Waar is mijn bestelling', ['war', 'is', 'mijn']],
    ['pt', 'Como faço uma devolução', ['com', 'uma']],
    ['ja', '返品できますか', ['でき', 'きま', 'ます']],
    ['ko', '환불 어떻게 하나요', ['어떻', '떻게', '하나', '나요']],
    ['xx', 'how do teapots', ['how', 'do']],
  ])('of %s are known: %s', async (locale, text, expected) => {
    expect(await carriersIn(locale, text)).toEqual(expected)
  })

  test('are never what a shop is asked about', async () => {
    const words = 'return refund voucher password parcel order invoice delivery account payment cancel card'
    for (const locale of ['en', 'zh', 'de', 'fr', 'es', 'it', 'nl', 'pt'])
      expect(await carriersIn(locale, words)).toEqual([])
    expect(await carriersIn('zh', '退货 运费 密码 订单 发票 支付 账号 手机 快递 优惠券')).toEqual([])
    expect(await carriersIn('de', 'Rechnung Rückgabe Gutschein Lieferung Passwort Konto Zahlung')).toEqual([])
    expect(await carriersIn('fr', 'facture retour livraison paiement compte commande')).toEqual([])
  })

  test('are each listed once', async () => {
    for (const locale of ['en', 'zh', 'de', 'fr']) {
      const { carriers } = await lexicon(locale)
      expect(carriers).toHaveLength(new Set(carriers).size)
    }
  })
})

describe('characters written in two ways', () => {
  const pairsOf = ({ folds }: { readonly folds: string }) => {
    const characters = [...folds]
    return Object.fromEntries(
      characters.flatMap((character, i) => (i % 2 === 0 ? [[character, characters[i + 1]!]] : [])),
    )
  }

  test('are those of the knowledge, whichever way it is written in', async () => {
    expect(pairsOf(await lexicon('zh', '退货'))).toEqual({ 貨: '货' })
    expect(pairsOf(await lexicon('zh-TW', '退貨'))).toEqual({ 貨: '货' })
    expect(pairsOf(await lexicon('zh', '退货', '退貨'))).toEqual({ 貨: '货' })
  })

  test('are all ways to write it', async () => {
    expect(pairsOf(await lexicon('zh', '发'))).toMatchObject({ 發: '发', 髮: '发' })
  })

  test('come from every part of an entry', async () => {
    const stem = await loadStemmer('zh')
    const source = sourceOf('货', { phrasings: ['运'], tags: ['费'], answer: '谁' })
    expect(Object.values(pairsOf(lexiconOf('zh', stem, [source]))).toSorted()).toEqual([...'货运费谁'].toSorted())
  })

  test('are no matter of other languages', async () => {
    for (const locale of ['ja', 'en', 'ko', 'de']) expect((await lexicon(locale, '退货 発送')).folds).toBe('')
  })

  test('are few: what a site has written, not the whole table', async () => {
    expect((await lexicon('zh', '退货运费由谁承担')).folds.length).toBeLessThan(40)
    expect((await lexicon('zh')).folds).toBe('')
  })
})

test('nothing is said on the console, however often a language is asked for', async () => {
  const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  onTestFinished(() => said.mockRestore())
  for (const locale of ['de', 'de', 'fr']) await lexicon(locale)
  expect(said).not.toHaveBeenCalled()
})

test('the site’s own words are passed on as they are', async () => {
  const words = { synonyms: [{ from: 'bill', to: 'Invoice' }], protectedWords: ['News'] }
  const { synonyms, protectedWords } = lexiconOf('en', await loadStemmer('en'), [], { ...noLexicon, ...words })
  expect({ synonyms, protectedWords }).toEqual(words)
})

const courtesy: Readonly<Record<string, readonly [asked: string, title: string, ...others: string[]]>> = {
  en: [
    'Hello, could you please tell me how I can get a refund for my order? Thank you',
    'Refunds',
    ...['How can I change my password?', 'How do I get in touch with you?', 'Can you ship to me abroad?', 'Vouchers'],
  ],
  zh: [
    '你好，请问一下我的订单怎么退款呢',
    '订单退款',
    '请问怎么修改密码',
    '我的快递到哪里了',
    '怎么样可以开发票',
    '优惠券',
  ],
  de: [
    'Hallo, wie kann ich bitte meine Rechnungen noch einmal bekommen',
    'Rechnung herunterladen',
    ...['Wie kann ich mein Konto löschen?', 'Wo ist meine Lieferung?', 'Kann ich noch stornieren?', 'Gutscheine'],
  ],
  fr: [
    'Bonjour, comment est-ce que je peux avoir une facture pour ma commande',
    'Factures',
    ...[
      'Comment suivre ma livraison ?',
      'Est-ce que je peux changer mon adresse ?',
      'Où est mon colis ?',
      'Cartes cadeaux',
    ],
  ],
}

test.each(Object.entries(courtesy))(
  'in %s a question with all its courtesy finds the title that it is about',
  async (locale, [asked, title, ...others]) => {
    const all = await siteKnowledge(locale, [...others, title])
    for (const typing of [true, false]) expect(found(all, asked, typing)[0]).toBe(title)
  },
)
