// The widget's words: which language, fetched as a module of its own, and what the site says in other words.
import { closestLanguage, isLanguageTag } from '../shared/language.ts'
import { importAgain } from './import-again.ts'
import type { Catalogue, Grammar, Messages } from './messages/catalogue.ts'

export type { Messages }

/** A table of imports, so that the build makes one small file of each: a visitor fetches one language. */
const bundled = {
  en: () => import('./messages/en.ts'),
  'zh-Hans': () => import('./messages/zh-Hans.ts'),
  'zh-Hant': () => import('./messages/zh-Hant.ts'),
  ja: () => import('./messages/ja.ts'),
  ko: () => import('./messages/ko.ts'),
  de: () => import('./messages/de.ts'),
  fr: () => import('./messages/fr.ts'),
  es: () => import('./messages/es.ts'),
  pt: () => import('./messages/pt.ts'),
  ar: () => import('./messages/ar.ts'),
}

export type WidgetLanguage = keyof typeof bundled

/** How each language's module is fetched. */
export type Catalogues = Readonly<Record<WidgetLanguage, () => Promise<{ readonly catalogue: Catalogue }>>>

/** The languages that the widget speaks. */
export const widgetLanguages = Object.keys(bundled) as readonly WidgetLanguage[]

/** A language of the widget, ready for use. */
export interface Words {
  readonly language: WidgetLanguage
  readonly messages: Messages
  readonly direction: 'ltr' | 'rtl'
}

/**
 * The words in the closest of our languages to those wanted (best first), or in English; dates and digits as in the wanted
 * region. A language that can't be fetched gives way to English; without that, too, it rejects.
 */
export async function loadMessages(wanted: readonly string[], catalogues: Catalogues = bundled): Promise<Words> {
  const { language, locale } = choose(wanted)
  try {
    const { catalogue } = await importAgain(catalogues[language])
    return { language, messages: catalogue(grammarOf(locale)), direction: direction(language) }
  } catch (error) {
    if (language === 'en') throw error
    return loadMessages(['en'], catalogues)
  }
}

type TextKey = { [K in keyof Messages]: Messages[K] extends string ? K : never }[keyof Messages]

/** A site's own words in place of ours; only for those that are plain text. */
export type Labels = { readonly [K in TextKey]?: string }

/** The messages with the site's own words in them. What we do not know, or what is blank, changes nothing. */
export function withLabels(messages: Messages, labels: Labels): Messages {
  const ours = messages as unknown as Readonly<Record<string, unknown>>
  const theirs = Object.entries(labels).filter(
    ([key, label]: [string, unknown]) => typeof ours[key] === 'string' && typeof label === 'string' && label.trim(),
  )
  return { ...messages, ...Object.fromEntries(theirs) }
}

/** What a language is called in another: `languageName('de', 'fr')` is `allemand`. A tag that nobody knows stays as it is. */
export function languageName(tag: string, inLanguage: string): string {
  return isLanguageTag(tag) ? (new Intl.DisplayNames([inLanguage], { type: 'language' }).of(tag) ?? tag) : tag
}

/** Which way a language is written. */
export function direction(tag: string): 'ltr' | 'rtl' {
  const script = isLanguageTag(tag) ? new Intl.Locale(tag).maximize().script : ''
  return /Adlm|Arab|Hebr|Nkoo|Rohg|Syrc|Thaa/.test(script ?? '') ? 'rtl' : 'ltr'
}

function choose(wanted: readonly string[]): { readonly language: WidgetLanguage; readonly locale: string } {
  for (const tag of wanted) {
    const language = closestLanguage([tag], widgetLanguages, '')
    if (language) return { language, locale: isLanguageTag(tag) ? tag : language }
  }
  return { language: 'en', locale: 'en' }
}

function grammarOf(locale: string): Grammar {
  const rules = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)
  return {
    plural: (count, forms) => {
      const form = (count === 0 && forms.zero) || (forms[rules.select(count)] ?? forms.other)
      return form.replace('#', numbers.format(count))
    },
    // not Intl.DateTimeFormat, which throws at a date that is none
    day: (date) => date.toLocaleDateString(locale, { dateStyle: 'long' }),
  }
}
