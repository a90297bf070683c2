// What stands between a site and a page that embeds it: worked out here, said in words by check-page.ts.
import { chooseLanguage, type LanguageChoice } from '../../shared/language.ts'
import { isAllowed, type Site } from '../domain/site.ts'

/** What a web admin has typed. */
export interface Asked {
  /** Public key of the site. */
  readonly key: string
  /** Address of the page that has, or will have, the widget. */
  readonly page: string
  /** What a visitor reads (BCP 47), the most wanted first. */
  readonly locales: readonly string[]
}

export interface Diagnosis extends Asked {
  /** Where this server is reached. */
  readonly server: string
  readonly site: Site | undefined
  /** Of the page; null: the address can't be read; undefined: none was given. */
  readonly origin: string | null | undefined
  readonly isAllowed: boolean
  readonly choice: LanguageChoice<string> | undefined
}

export interface Known {
  readonly site: Site | undefined
  readonly ownOrigins: readonly [string, ...string[]]
}

/** Says of one origin whether it is allowed, and never which others are: that may be private. */
export function diagnose(asked: Asked, { site, ownOrigins }: Known): Diagnosis {
  const origin = asked.page ? originOf(asked.page) : undefined
  return {
    ...asked,
    server: ownOrigins[0],
    site,
    origin,
    isAllowed: !!site && !!origin && isAllowed(site, origin, ownOrigins),
    choice: site && chooseLanguage(asked.locales, site.locales, site.defaultLocale),
  }
}

/** The origin that a browser names for a page of this address; people leave out the scheme. */
function originOf(address: string): string | null {
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `https://${address}`
  const { protocol, origin } = URL.canParse(whole) ? new URL(whole) : { protocol: '', origin: null }
  return /^https?:$/.test(protocol) ? origin : null
}
