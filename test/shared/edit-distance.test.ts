import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editDistance } from '../../shared/edit-distance.ts'

/** Optimal string alignment by its definition, all of the table. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i || j))
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const ways = [
        table[i - 1]![j]! + 1,
        table[i]![j - 1]! + 1,
        table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      ]
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) ways.push(table[i - 2]![j - 2]! + 1)
      table[i]![j] = Math.min(...ways)
    }
  }
  return table[a.length]![b.length]!
}

describe('the slips between two words', () => {
  test('are as many as the whole table says, and one more than asked for if there are more', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcé'), maxLength: 9 })
    fc.assert(
      fc.property(word, word, fc.nat({ max: 4 }), (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(Math.min(distance(a, b), most + 1))
      }),
      { numRuns: 5000 },
    )
  })

  test('are one for a letter changed, dropped, added, or swapped with its neighbour', () => {
    for (const slip of ['teopot', 'tepot', 'teaapot', 'taepot']) expect(editDistance('teapot', slip, 2)).toBe(1)
    expect(editDistance('teapot', 'teapot', 2)).toBe(0)
    expect(editDistance('teapot', 'kettles', 2)).toBe(3)
  })

  test('are not counted in words longer than any word', () => {
    const long = 'a'.repeat(65)
    expect(editDistance(long, long, 2)).toBe(0)
    expect(editDistance(long, `${long}b`, 2)).toBe(3)
    expect(editDistance('a'.repeat(64), `b${'a'.repeat(63)}`, 2)).toBe(1)
  })
})
