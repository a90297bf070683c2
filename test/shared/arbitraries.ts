// Arbitrary texts and knowledge for properties.
import fc from 'fast-check'
import type { PackSource } from '../../shared/pack.ts'

/** Text as people write it, and as nobody does. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(..."ab éİßΣ’'ー-_.,!?1２３手机退货한국がア\u0301😀𠮷ＡﬁÅ"), maxLength: 40 }),
)

/** So few that questions and entries often share some; with forms, beginnings and misspellings of one another. */
export const knownWords =
  'teapot teapots teapto parcel parcels voucher vouchers refund refunded return returns customer account discount cup café ' +
  'the how e-404 E404 17.2 b2b iPhone手机 退货 退货运费 运费 手机 密码 サーバー 환불'
const word = fc.constantFrom(...knownWords.split(' '))

export function someWords(fewest: number, most: number): fc.Arbitrary<string> {
  return fc.array(word, { minLength: fewest, maxLength: most }).map((words) => words.join(' '))
}

const wording = fc.oneof({ weight: 9, arbitrary: someWords(1, 6) }, { weight: 1, arbitrary: anyText })

/** An entry but for its id. */
export const anyContent: fc.Arbitrary<Omit<PackSource, 'id'>> = fc.record({
  revision: fc.integer({ min: 1, max: 300 }),
  question: wording,
  phrasings: fc.array(wording, { maxLength: 4 }),
  tags: fc.array(someWords(1, 2), { maxLength: 2 }),
  answer: fc.oneof(someWords(0, 20), anyText),
})

export function anySources(most: number, fewest = 0): fc.Arbitrary<PackSource[]> {
  return fc
    .array(anyContent, { minLength: fewest, maxLength: most })
    .map((contents) => contents.map((content, i) => ({ ...content, id: `e${i}` })))
}

/** The same numbers, 0 to 1, in the same order for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
