import fc from 'fast-check'
import lunr from 'lunr'
import { describe, expect, test } from 'vitest'
import { buildPack, decodePack, encodePack, fieldNames, PackError, type PackSource } from '../../shared/pack.ts'
import { openPack } from '../../shared/search.ts'
import { terms } from '../../shared/text.ts'
import { found, knowledgeOf, sourceOf } from './packs.ts'

const text = fc.string({ unit: fc.constantFrom(...'ab cd\n退货é1<&"'), maxLength: 30 })
const sources = fc
  .array(fc.record({ question: text, answer: text, phrasings: fc.array(text), tags: fc.array(text) }), { maxLength: 6 })
  .map((list) => list.map((source, i): PackSource => ({ ...source, id: `e${i}`, revision: i + 1 })))

describe('a pack', () => {
  test('is the same after it has travelled', () => {
    fc.assert(
      fc.property(sources, (list) => {
        const pack = buildPack('en', list)
        expect(decodePack(encodePack(pack))).toEqual(pack)
      }),
    )
  })

  test('answers the same after it has travelled', () => {
    fc.assert(
      fc.property(sources, text, (list, asked) => {
        const pack = buildPack('en', list)
        const travelled = openPack(decodePack(encodePack(pack)))
        expect(travelled.search(asked)).toEqual(openPack(pack).search(asked))
      }),
    )
  })

  test('lists its entries with the beginning of their answers, not the whole', () => {
    const { entries } = buildPack('en', [sourceOf('Q', { answer: `Line one\n\n  two ${'long '.repeat(100)}` })])
    expect(entries[0]?.excerpt).toMatch(/^Line one two long .*…$/)
    expect(entries[0]!.excerpt.length).toBeLessThanOrEqual(141)
  })
})

describe('what is no pack is told from one', () => {
  const whole = encodePack(buildPack('en', [sourceOf('How do I return a teapot?', { answer: 'Within 30 days.' })]))

  test('cut off anywhere', () => {
    for (let length = 0; length < whole.length; length++) {
      expect(() => decodePack(whole.slice(0, length)), `${length}`).toThrow(PackError)
    }
  })

  test('of another format', () => {
    const pack = JSON.parse(whole) as object
    for (const format of [undefined, null, 0, 2, '1', 1.5]) {
      expect(() => decodePack(JSON.stringify({ ...pack, format })), String(format)).toThrow(PackError)
    }
  })

  test('without one of its parts, or with something else in its place', () => {
    const pack = JSON.parse(whole) as Record<string, Record<string, unknown>>
    for (const other of [undefined, null, 1, true, 'x', {}, { length: 1 }]) {
      for (const part of ['entries', 'terms', 'fields']) {
        expect(() => decodePack(JSON.stringify({ ...pack, [part]: other })), part).toThrow(PackError)
      }
      for (const field of fieldNames) {
        const fields = { ...pack['fields'], [field]: other }
        expect(() => decodePack(JSON.stringify({ ...pack, fields })), field).toThrow(PackError)
      }
    }
    const missingRow = { ...pack, fields: { ...pack['fields'], answer: [] } }
    expect(() => decodePack(JSON.stringify(missingRow))).toThrow(PackError)
  })

  test('any other bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (bytes) => void expect(() => decodePack(bytes)).toThrow(PackError)),
    )
    fc.assert(fc.property(fc.json(), (json) => void expect(() => decodePack(json)).toThrow(PackError)))
  })
})

describe('weights are lunr’s', () => {
  const vocabulary =
    'teapot parcel voucher refund customer account password shop discount box cup leaf 退货运费 手机'.split(' ')
  const words = (most: number) => fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: most })

  /** What lunr itself makes of the same entries, with all of its build. */
  function lunrIndex(list: readonly PackSource[]): lunr.Index {
    const builder = new lunr.Builder()
    builder.ref('id')
    builder.b(0.6)
    builder.tokenizer = ((line: string) => terms(line).map((term) => new lunr.Token(term, {}))) as typeof lunr.tokenizer
    const boosts = { question: 3, phrasings: 2, tags: 1, answer: 1 }
    for (const field of fieldNames) builder.field(field, { boost: boosts[field] })
    for (const { id, question, phrasings, tags, answer } of list) {
      builder.add({ id, question, phrasings: phrasings.join('\n'), tags: tags.join('\n'), answer })
    }
    return builder.build()
  }

  test('scores of exact words equal those of its own index, up to the rounding of the pack', () => {
    const entry = fc.record({ question: words(6), phrasings: words(4), tags: words(2), answer: words(30) })
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 20 }), words(4), (entries, asked) => {
        const list = entries.map(({ question, phrasings, tags, answer }, i): PackSource => ({
          ...{ id: `e${i}`, revision: 1, question: question.join(' '), phrasings, tags, answer: answer.join(' ') },
        }))
        const index = lunrIndex(list)
        const wanted = new Set(terms(asked.join(' ')))
        fc.pre([...wanted].every((term) => index.search(term).length > 0))
        const expected = index.query((query) => {
          for (const term of wanted) query.term(term, { usePipeline: false })
        })
        const score = new Map(expected.map(({ ref, score }) => [ref, score]))
        const { hits } = openPack(buildPack('en', list)).search(asked.join(' '), { limit: 20 })
        expect(hits.length).toBeGreaterThan(0)
        for (const hit of hits) expect(Math.abs(hit.score - score.get(hit.entry.id)!)).toBeLessThan(0.01)
      }),
      { numRuns: 200 },
    )
  })
})

test('order numbers are found in an index of ten thousand, where lunr’s own automaton loses terms', () => {
  const labels = Array.from({ length: 10_000 }, (_, i) => String((i * 7_919 + 104_729) % 1_000_003))
  const knowledge = knowledgeOf(...labels.map((label) => sourceOf(`order ${label}`, { id: label })))
  for (const label of labels.filter((_, i) => i % 97 === 0)) {
    expect(found(knowledge, label)).toEqual([label])
    expect(found(knowledge, label.slice(0, -1), true)).toContain(label)
  }
})
