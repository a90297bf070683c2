// The page for visitors whose browser or page has no widget: search, and read. HTML alone, no script.
import { html, raw } from 'hono/html'
import type { SearchAnswer } from '../../shared/contract.ts'
import type { LiveEntry } from '../domain/entry.ts'
import type { Site } from '../domain/site.ts'
import type { HelpContent } from './help-content.ts'
import { type HelpLanguage, type HelpTexts, helpTexts } from './help-texts.ts'

type Html = ReturnType<typeof html>

/** Where one stands in a site: goes into every link. */
interface Place {
  readonly site: Site
  readonly locale: string
}

export function helpPage(language: HelpLanguage, { site, locale, q, answer, entry }: HelpContent): Html {
  const t = helpTexts[language]
  if (!site)
    return document(
      language,
      t.noSite,
      html`<main>
        <h1>${t.noSite}</h1>
        <p class="lead">${t.noSiteHint}</p>
      </main>`,
    )
  const place = { site, locale }
  const body = html`<header>
      <a class="brand" href="${addressOf(place)}">${site.name}</a>
      ${site.locales.length > 1 ? otherLanguages(place, q) : ''}
    </header>
    <main>
      ${searchForm(t, place, q)} ${answer ? results(t, place, q, answer) : ''}
      ${entry ? article(t, language, entry) : entry === null ? html`<h1>${t.noEntry}</h1>` : ''}
      ${answer && !q ? '' : html`<p class="all"><a href="${addressOf(place)}">${t.all}</a></p>`}
    </main>`
  return document(language, `${entry?.question ?? (q || t.title)} · ${site.name}`, body)
}

function document(language: HelpLanguage, title: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="stylesheet" href="/help.css" />
      </head>
      <body>
        ${body}
      </body>
    </html>`
}

function otherLanguages({ site, locale }: Place, q: string): Html {
  const others = site.locales.filter((other) => other !== locale)
  return html`<nav>
    ${others.map(
      (other) =>
        html`<a lang="${other}" hreflang="${other}" href="${addressOf({ site, locale: other }, { q })}"
          >${nameOf(other)}</a
        > `,
    )}
  </nav>`
}

function searchForm(t: HelpTexts, { site, locale }: Place, q: string): Html {
  return html`<form action="/help" role="search">
    <input type="hidden" name="site" value="${site.key}" />
    <input type="hidden" name="locale" value="${locale}" />
    <input
      type="search"
      name="q"
      value="${q}"
      aria-label="${t.search}"
      placeholder="${t.search}"
      maxlength="500"
      dir="auto"
    />
    <button type="submit">${t.find}</button>
  </form>`
}

function results(t: HelpTexts, place: Place, q: string, { confidence, hits, suggestion }: SearchAnswer): Html {
  const isFound = !q || confidence !== 'none'
  const title = !q ? t.first : confidence === 'answered' ? t.found(q) : isFound ? t.unsure(q) : t.nothing(q)
  return html`<h1>${title}</h1>
    ${
      suggestion
        ? html`<p class="lead">${t.suggestion} <a href="${addressOf(place, { q: suggestion })}">${suggestion}</a></p>`
        : ''
    }
    ${isFound ? '' : html`<p class="lead">${t.nothingHint}</p>`}
    ${!q && hits.length === 0 ? html`<p class="lead">${t.empty}</p>` : ''}
    <ul lang="${place.locale}" dir="auto">
      ${(isFound ? hits : []).map(
        ({ entry, marks, passage }) =>
          html`<li>
            <a href="${addressOf(place, { entry: entry.id })}">${marked(entry.question, marks)}</a>
            <p>${marked(passage.text, passage.marks)}</p>
          </li>`,
      )}
    </ul>`
}

/** The HTML of an entry was made safe when it was published. */
function article(
  t: HelpTexts,
  language: HelpLanguage,
  { question, html: answer, locale, publishedAt }: LiveEntry,
): Html {
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(publishedAt))
  return html`<article lang="${locale}" dir="auto">
      <h1>${question}</h1>
      ${raw(answer)}
    </article>
    <p class="lead">${t.updated} <time datetime="${publishedAt}">${day}</time></p>`
}

function marked(text: string, marks: readonly (readonly [number, number])[]): Html {
  let end = 0
  const pieces = marks.map(([from, to]) => {
    const before = text.slice(end, from)
    end = to
    return html`${before}<mark>${text.slice(from, to)}</mark>`
  })
  return html`${pieces}${text.slice(end)}`
}

function addressOf(
  { site, locale }: Place,
  { q, entry }: { readonly q?: string; readonly entry?: string } = {},
): string {
  const query = new URLSearchParams({ site: site.key, locale, ...(q && { q }) }).toString()
  return `/help${entry === undefined ? '' : `/${encodeURIComponent(entry)}`}?${query}`
}

/** A language as its readers call it. */
function nameOf(tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language', style: 'short' }).of(tag) ?? tag
}
