// Addresses that lead into the widget: `?askwell=article:ID`, `?askwell=search:WORDS`, `?askwell=ask`.
const PARAMETER = 'askwell'

export type LinkTarget = readonly ['article' | 'search' | 'ask' | 'open', string?]

/** This page's address with a way to a place in the widget. */
export function deepLink(target: string): string {
  const url = new URL(location.href)
  url.searchParams.set(PARAMETER, target)
  url.hash = ''
  return url.href
}

/** Where the address of this page leads to in the widget. */
export function linkedTarget(href = location.href): LinkTarget | undefined {
  const target = new URL(href).searchParams.get(PARAMETER)
  if (target === null) return undefined
  const [, name = '', words = ''] = /^(article|search|ask):?(.*)$/s.exec(target) ?? []
  if (name === 'article') return words ? [name, words] : undefined
  return name ? [name as 'search' | 'ask', words] : ['open']
}
