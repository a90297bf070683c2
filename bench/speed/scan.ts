// The least that could be called a search: which texts have what was typed, letter for letter.

/** Looks through every text at every key, as far as it must to know all that have it. */
export function scanOf(texts: readonly string[]): (typed: string) => number[] {
  const lowered = texts.map((text) => text.toLowerCase())
  return (typed) => {
    const wanted = typed.toLowerCase()
    const found: number[] = []
    lowered.forEach((text, i) => {
      if (text.includes(wanted)) found.push(i)
    })
    return found.slice(0, 10)
  }
}
