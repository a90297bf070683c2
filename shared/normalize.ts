// Two writings of the same words, made comparable. Apart from text.ts, so that those who only compare need no stemmer.

/** One comparable writing of a text: full-width folded, lower case, apostrophes inside words dropped. */
export function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(\p{L})['’](?=\p{L})/gu, '$1')
}

/** True when `typed` looks like a step on the way to `text` or back from it: one begins with the other. */
export function isSameTyping(typed: string, text: string): boolean {
  const [a, b] = [normalize(typed).trim(), normalize(text).trim()]
  return a.startsWith(b) || b.startsWith(a)
}
