import { afterEach, describe, expect, test, vi } from 'vitest'
import { loadStemmer } from '../../shared/stemmers.ts'
import { english, terms } from '../../shared/text.ts'
import { found, siteKnowledge } from './packs.ts'

const forms: Readonly<Record<string, readonly (readonly string[])[]>> = {
  de: [
    ['Rechnung', 'Rechnungen'],
    ['Gutschein', 'Gutscheine', 'Gutscheinen'],
    ['Größe', 'Größen'],
    ['bestellen', 'Bestellung', 'Bestellungen'],
  ],
  en: [
    ['return', 'returns', 'returned', 'returning'],
    ['delivery', 'deliveries'],
    ['account', 'accounts'],
  ],
  es: [
    ['devolución', 'devoluciones'],
    ['pedido', 'pedidos'],
    ['factura', 'facturas'],
    ['pagar', 'pagado'],
  ],
  fr: [
    ['facture', 'factures'],
    ['livraison', 'livraisons'],
    ['remboursement', 'remboursements', 'remboursé'],
  ],
  it: [
    ['fattura', 'fatture'],
    ['spedizione', 'spedizioni'],
    ['ordine', 'ordini'],
  ],
  nl: [
    ['bestelling', 'bestellingen'],
    ['rekening', 'rekeningen'],
    ['pakket', 'pakketten'],
  ],
  pt: [
    ['entrega', 'entregas'],
    ['fatura', 'faturas'],
    ['encomenda', 'encomendas'],
  ],
}

async function termOf(locale: string, word: string): Promise<string> {
  return terms(word, { stem: await loadStemmer(locale), fold: new Map() }).join(' ')
}

describe.each(Object.entries(forms))('in %s', (locale, lists) => {
  test.each(lists.map((list) => [list]))('%j meet', async (list) => {
    const stems = await Promise.all(list.map((word) => termOf(locale, word)))
    expect(new Set(stems)).toEqual(new Set([stems[0]]))
    expect(stems[0]).toMatch(/^[a-z]{3,}$/)
  })

  test('different words stay apart', async () => {
    const stems = await Promise.all(lists.map(([word]) => termOf(locale, word!)))
    expect(new Set(stems).size).toBe(lists.length)
  })

  test('a question in one form finds a title in another', async () => {
    const titles = lists.map((list) => list.at(-1)!)
    const all = await siteKnowledge(locale, titles)
    for (const [i, [word]] of lists.entries()) {
      for (const asked of [word!, word!.toUpperCase(), word!.normalize('NFD')]) {
        expect(found(all, asked)[0], asked).toBe(titles[i])
      }
    }
  })
})

test.each([
  ['es', 'devolucion', 'Devoluciones'],
  ['es', 'telefono', 'Número de teléfono'],
  ['fr', 'rembourse', 'Être remboursé'],
  ['fr', 'depot', 'Dépôts'],
  ['pt', 'devolução', 'Devoluções'],
  ['pt', 'devolucao', 'Devoluções'],
  ['de', 'grosse', 'Größen'],
])('in %s who types %s without an accent finds "%s"', async (locale, asked, title) => {
  expect(found(await siteKnowledge(locale, [title, 'Teapots', 'Parcel']), asked)[0]).toBe(title)
})

test('a region is of its language, however it is written', async () => {
  for (const tag of ['de', 'de-AT', 'DE', 'de-ch-1996']) expect(await termOf(tag, 'Rechnungen'), tag).toBe('rechnung')
})

test('locales without a stemmer of their own, and what is no locale, have the English one', async () => {
  for (const locale of ['en', 'en-GB', 'zh', 'zh-TW', 'ja', 'sv', 'xx', '', 'constructor', '__proto__', 'toString']) {
    expect(await loadStemmer(locale), locale).toBe(english.stem)
  }
})

test('one language leaves the others, and English, as they were', async () => {
  const before = await termOf('fr', 'factures')
  await Promise.all(Object.keys(forms).map((locale) => loadStemmer(locale)))
  expect(await termOf('fr', 'factures')).toBe(before)
  expect(terms('returned deliveries')).toEqual(['return', 'deliveri'])
})

describe('the page’s console', () => {
  afterEach(() => void vi.restoreAllMocks())

  test('stays silent when a language is loaded again', async () => {
    const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    for (const locale of ['de', 'de', 'de-AT']) await loadStemmer(locale)
    expect(said).not.toHaveBeenCalled()
  })
})
