import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gramsOf } from '../../shared/grams.ts'
import { terms } from '../../shared/text.ts'
import { anyText } from './arbitraries.ts'

/** The same groups as texts. */
function groupsOf(term: string): Set<string> {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u.test(term)) return new Set(term)
  const marked = ` ${term} `
  return new Set(Array.from({ length: marked.length - 2 }, (_, i) => marked.slice(i, i + 3)))
}

const letters = fc.string({ unit: fc.constantFrom(...'abaé1'), minLength: 1, maxLength: 8 })
const term = fc.oneof(
  letters,
  anyText.map((text) => terms(text)[0] ?? 'none'),
)

test('two terms share as many letter groups as they have in common, whatever their script', () => {
  fc.assert(
    fc.property(term, term, (a, b) => {
      const [grams, others] = [gramsOf(a), new Set(gramsOf(b))]
      expect(grams).toHaveLength(groupsOf(a).size)
      const shared = [...groupsOf(a)].filter((group) => groupsOf(b).has(group))
      expect(grams.filter((gram) => others.has(gram))).toHaveLength(shared.length)
    }),
    { numRuns: 2000 },
  )
})

test('a misspelling, a compound and another form share most groups with the word, another word none', () => {
  const shared = (a: string, b: string) => gramsOf(a).filter((gram) => gramsOf(b).includes(gram)).length
  expect(shared('password', 'pasword')).toBeGreaterThanOrEqual(5)
  expect(shared('handschuhgroße', 'handschuh')).toBeGreaterThanOrEqual(8)
  expect(shared('teapot', 'voucher')).toBe(0)
  expect(shared('退货', '退款')).toBe(1)
})
