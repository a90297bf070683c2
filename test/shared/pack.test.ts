import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerTerms, type Pack, type PackSource, type Postings } from '../../shared/pack.ts'
import { english, terms } from '../../shared/text.ts'
import { anySources } from './arbitraries.ts'
import { found, knowledgeOf, noLexicon, packOf, sourceOf } from './packs.ts'

type Counts = Record<string, Record<number, number>>

/** Term → document → how often: counted by hand. */
function countsOf(documents: readonly (readonly string[])[]): Counts {
  const counts: Counts = Object.create(null) as Counts
  documents.forEach((list, document) => {
    for (const term of list) {
      const row = (counts[term] ??= {})
      row[document] = (row[document] ?? 0) + 1
    }
  })
  return counts
}

/** The same, read from postings. */
function countsIn(pack: Pack, { starts, documents, counts }: Postings): Counts {
  const found: Counts = Object.create(null) as Counts
  pack.terms.forEach((term, i) => {
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      if (at > starts[i]!) expect(documents[at]).toBeGreaterThan(documents[at - 1]!)
      const row = (found[term] ??= {})
      row[documents[at]!] = counts[at]!
    }
  })
  expect(starts[pack.terms.length]).toBe(documents.length)
  expect(counts).toHaveLength(documents.length)
  return found
}

const lexicon = { ...noLexicon, carriers: ['the', 'how', '退货'] }

describe('a pack', () => {
  test('knows of every wording, of the tags and of the answers which terms they hold how often', () => {
    const termsOf = (text: string) => terms(text)
    fc.assert(
      fc.property(anySources(8), (sources) => {
        const pack = packOf(sources, { lexicon })
        const wordings = sources.flatMap(({ question, phrasings }) => [question, ...phrasings])
        expect(countsIn(pack, pack.inWordings)).toEqual(countsOf(wordings.map(termsOf)))
        expect(countsIn(pack, pack.inTags)).toEqual(countsOf(sources.map(({ tags }) => tags.flatMap(termsOf))))
        const answers = sources.map(({ answer }) => answerTerms(answer, english, lexicon))
        expect(countsIn(pack, pack.inAnswers)).toEqual(countsOf(answers))
        expect([...pack.phrasings]).toEqual(sources.map(({ phrasings }) => phrasings.length))
      }),
      { numRuns: 200 },
    )
  })

  test('lists its terms sorted and each once, and its entries without their answers', () => {
    fc.assert(
      fc.property(anySources(8), (sources) => {
        const pack = packOf(sources)
        expect(pack.terms).toEqual([...new Set(pack.terms)].sort())
        expect(pack.entries).toEqual(sources.map(({ id, revision, question }) => ({ id, revision, question })))
      }),
    )
  })

  test('holds what an answer begins with, not the end of a long one', () => {
    const long = sourceOf('Q', { answer: `beginning ${'filler '.repeat(300)} ending` })
    expect(packOf([long]).terms).toContain('begin')
    expect(packOf([long]).terms).not.toContain('end')
  })

  test.each([
    ['退货运费由卖家承担', ['退货', '运费', '承担']],
    ['优惠券使用规则', ['优惠券', '规则']],
    ['支付宝支付失败', ['支付宝', '失败']],
    ['iPhone手机可以换货', ['手机', '换货']],
  ])('finds the answer %s by each of its words, wherever a dictionary would cut it', (answer, words) => {
    const all = knowledgeOf(sourceOf('甲', { answer }), sourceOf('乙'), sourceOf('丙'))
    for (const word of words) expect(found(all, word), word).toEqual(['甲'])
  })

  test('leaves words that only carry a question out of the answers, and nowhere else', () => {
    const all = (more: Partial<PackSource>) => packOf([sourceOf('Q', more)], { lexicon }).terms
    expect(all({ answer: 'How 退货 the parcel' })).toEqual(['parcel', 'q'])
    expect(all({ tags: ['How'] })).toContain('how')
    expect(all({ phrasings: ['How'] })).toContain('how')
  })

  test('counts a word that stands there more often than it can count', () => {
    const { inWordings } = packOf([sourceOf('x', { phrasings: ['teapot '.repeat(70_000)] })])
    expect(Math.max(...inWordings.counts)).toBe(0xffff)
  })

  test('takes names of object members for words like others', () => {
    const names = ['constructor', '__proto__', 'hasOwnProperty', 'toString', 'valueOf', 'length']
    const all = knowledgeOf(...names)
    for (const name of names) expect(found(all, name)).toEqual([name])
  })
})

test('order numbers are found in an index of ten thousand, where lunr’s own automaton loses terms', () => {
  const labels = Array.from({ length: 10_000 }, (_, i) => String((i * 7_919 + 104_729) % 1_000_003))
  const knowledge = knowledgeOf(...labels.map((label) => sourceOf(`order ${label}`, { id: label })))
  for (const label of labels.filter((_, i) => i % 97 === 0)) {
    expect(found(knowledge, label)[0]).toBe(label)
    expect(found(knowledge, label.slice(0, -1), true)).toContain(label)
  }
})
