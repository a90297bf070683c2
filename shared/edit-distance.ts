// How many slips of the finger lie between two words.

const MOST_LETTERS = 64
const rows = [0, 1, 2].map(() => new Uint8Array(MOST_LETTERS + 1))

/** Optimal string alignment distance (insert, delete, replace, swap neighbours); `most` + 1 for anything beyond `most`. */
export function editDistance(a: string, b: string, most: number): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > most || a.length > MOST_LETTERS || b.length > MOST_LETTERS) return most + 1
  let [before, previous, row] = rows as [Uint8Array, Uint8Array, Uint8Array]
  for (let j = 0; j <= b.length; j++) previous[j] = j
  for (let i = 1; i <= a.length; i++) {
    row[0] = i
    let nearest = i
    const letter = a.charCodeAt(i - 1)
    for (let j = 1; j <= b.length; j++) {
      let least = previous[j - 1]! + (letter === b.charCodeAt(j - 1) ? 0 : 1)
      least = Math.min(least, previous[j]! + 1, row[j - 1]! + 1)
      const isSwap = i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      if (isSwap) least = Math.min(least, before[j - 2]! + 1)
      row[j] = least
      if (least < nearest) nearest = least
    }
    if (nearest > most) return most + 1
    ;[before, previous, row] = [previous, row, before]
  }
  return Math.min(previous[b.length]!, most + 1)
}
