// Languages: which of those we have is closest to the one a person reads.

/** The languages of the console. The widget's are its own; content may be in any. */
export const interfaceLanguages = ['en', 'zh'] as const
export type InterfaceLanguage = (typeof interfaceLanguages)[number]

/**
 * Why a language was chosen. `exact`: it is the one wanted. `script`: the same language, written the same way. `language`:
 * the same language in another script, which not everybody reads. `default`: there is nothing closer.
 */
export const languageReasons = ['exact', 'script', 'language', 'default'] as const
export type LanguageReason = (typeof languageReasons)[number]

export interface LanguageChoice<T extends string> {
  readonly language: T
  readonly why: LanguageReason
}

/**
 * The closest of `available` to the first of `wanted` that has one, otherwise `fallback`. The script decides before the
 * region: zh-HK → zh-Hant-HK → zh-Hant → zh-TW → zh → any zh; zh-SG → zh-Hans → zh → zh-CN; en-GB → en → en-US.
 */
export function chooseLanguage<T extends string>(
  wanted: readonly string[],
  available: readonly T[],
  fallback: T,
): LanguageChoice<T> {
  for (const tag of wanted) {
    const exact = available.find((candidate) => candidate.toLowerCase() === tag.toLowerCase())
    if (exact !== undefined) return { language: exact, why: 'exact' }
    const asked = parsed(tag)
    let best = { language: fallback, closeness: 0 }
    for (const language of available) {
      const closeness = asked ? closenessOf(asked, parsed(language)) : 0
      if (closeness > best.closeness) best = { language, closeness }
    }
    if (best.closeness > 0) return { language: best.language, why: best.closeness < SCRIPT ? 'language' : 'script' }
  }
  return { language: fallback, why: 'default' }
}

/** The language that `chooseLanguage` chooses. */
export function closestLanguage<T extends string>(wanted: readonly string[], available: readonly T[], fallback: T): T {
  return chooseLanguage(wanted, available, fallback).language
}

/** True for a well-formed BCP 47 tag such as `en`, `zh-Hant` or `pt-BR`. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false // Intl throws a RangeError for a malformed tag
  }
}

const SCRIPT = 16

/** 0 for another language. Each part weighs more than all parts after it. */
function closenessOf(asked: Intl.Locale, known: Intl.Locale | undefined): number {
  if (asked.language !== known?.language) return 0
  const likely = asked.maximize()
  const isSameScript = known.maximize().script === likely.script
  const region = known.region === asked.region ? 8 : !known.region ? 4 : known.region === likely.region ? 2 : 0
  // of two that say the same, the one that says its script; in another script, the one that says none: it may hold both
  return (isSameScript ? SCRIPT : 0) + region + (isSameScript === !!known.script ? 1 : 0) + 1
}

/** Pages and systems write tags in odd ways (`zh_CN`, `en-US@posix`): as much of one as can be read. */
function parsed(tag: string): Intl.Locale | undefined {
  for (let parts = tag.split(/[-_]/); parts.length > 0; parts = parts.slice(0, -1)) {
    try {
      return new Intl.Locale(parts.join('-'))
    } catch {
      // malformed: without its last part it may not be
    }
  }
  return undefined
}
