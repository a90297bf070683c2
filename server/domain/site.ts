// A site: one embedded place with its public key, its allowed origins and its locales.
import { chooseLanguage, closestLanguage, type LanguageChoice } from '../../shared/language.ts'
import type { Synonym } from '../../shared/pack.ts'
import { Refusal } from './refusal.ts'

/** How a site's customers search. */
export interface SiteSearch {
  readonly synonyms: readonly Synonym[]
  /** Words that are looked up as they are, not by their stem. */
  readonly protectedWords: readonly string[]
  /** A pack of more bytes than this, over the wire, is searched on the server. */
  readonly browserLimit: number
  /** Certainty below which a result counts as none; null: what the site's phrasings taught. */
  readonly floor: number | null
}

export const defaultSearch: SiteSearch = { synonyms: [], protectedWords: [], browserLimit: 1_500_000, floor: null }

export interface Site {
  readonly id: string
  /** Public; stands in the script tag. */
  readonly key: string
  readonly name: string
  /** Exact origins (scheme, host, port) of the pages that may embed the widget. */
  readonly allowedOrigins: readonly string[]
  readonly defaultLocale: string
  readonly locales: readonly string[]
  readonly search: SiteSearch
  readonly createdAt: string
}

/** True for the origins of pages that may use the site: those it lists, and our own. */
export function isAllowed(site: Site, origin: string, own: readonly string[]): boolean {
  return own.includes(origin) || site.allowedOrigins.includes(origin)
}

/** Refuses a browser's request from a page that the site does not list. Requests of no page (no origin) pass. */
export function admitOrigin(site: Site, origin: string | undefined, own: readonly string[]): void {
  if (origin === undefined || isAllowed(site, origin, own)) return
  throw new Refusal(
    'forbidden',
    `Pages of ${origin} may not use the site "${site.name}". Add this origin to the site's allowed origins.`,
  )
}

/** The site's locale for an entry in this language. Entries in others would be in no pack, so they are refused. */
export function entryLocale(site: Site, locale: string): string {
  const closest = closestLanguage([locale], site.locales, '')
  if (closest) return closest
  throw new Refusal('invalid', `The site has no "${locale}"; its languages are ${site.locales.join(', ')}.`)
}

/** The site's locale that is closest to the one wanted. */
export function siteLocale(site: Site, wanted: string | undefined): string {
  return chooseLocale(site, wanted).language
}

/** The same, with the reason. */
export function chooseLocale(site: Site, wanted: string | undefined): LanguageChoice<string> {
  return chooseLanguage(wanted ? [wanted] : [], site.locales, site.defaultLocale)
}
