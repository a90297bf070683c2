// Languages: which of those we have is closest to the one a person reads.

/** The languages the interface speaks. Content may be in any. */
export const interfaceLanguages = ['en', 'zh'] as const
export type InterfaceLanguage = (typeof interfaceLanguages)[number]

/**
 * The closest of `available` to the first of `wanted` that has one (BCP 47 lookup, RFC 4647 section 3.4,
 * then any with the same primary language): zh-HK → zh-Hant-HK → zh; en-GB → en. Otherwise `fallback`.
 */
export function closestLanguage<T extends string>(wanted: readonly string[], available: readonly T[], fallback: T): T {
  for (const tag of wanted) {
    for (let range = tag.toLowerCase(); range; range = range.slice(0, Math.max(0, range.lastIndexOf('-')))) {
      const exact = available.find((candidate) => candidate.toLowerCase() === range)
      if (exact) return exact
    }
    const [primary] = tag.toLowerCase().split('-')
    const related = available.find((candidate) => candidate.toLowerCase().split('-')[0] === primary)
    if (related) return related
  }
  return fallback
}

/** True for a well-formed BCP 47 tag such as `en`, `zh-Hant` or `pt-BR`. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false // Intl throws a RangeError for a malformed tag
  }
}
