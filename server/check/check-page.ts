// The page for web admins: how it stands with a key, a page and a language, and what to copy. It works without its script.
import { html } from 'hono/html'
import { type CheckLanguage, type CheckTexts, checkTexts } from './check-texts.ts'
import type { Diagnosis } from './diagnosis.ts'

/** Names of the Trusted Types policies that the widget makes: Lit's, and DOMPurify's. */
export const trustedTypesPolicies = ['askwell'] as const

type Html = ReturnType<typeof html>
type State = 'good' | 'bad' | 'open' | 'note'

/** `diagnosis` without a key: nothing was asked yet. */
export function checkPage(language: CheckLanguage, diagnosis: Diagnosis): Html {
  const t = checkTexts[language]
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${t.title} · Askwell</title>
        <link rel="stylesheet" href="/check.css" />
        <script defer src="/check.js"></script>
      </head>
      <body>
        <header>
          <p class="brand">Askwell</p>
          <a href="${addressIn(t.other.language, diagnosis)}" lang="${t.other.language}">${t.other.name}</a>
        </header>
        <main>
          <h1>${t.title}</h1>
          <p class="lead">${t.lead}</p>
          ${askForm(t, language, diagnosis)} ${diagnosis.key ? results(t, language, diagnosis) : ''}
          ${diagnosis.site ? instructions(t, language, diagnosis) : ''}
        </main>
      </body>
    </html>`
}

function askForm(t: CheckTexts, language: CheckLanguage, { key, page, locales }: Diagnosis): Html {
  return html`<form action="/check">
    <input type="hidden" name="lang" value="${language}" />
    ${field({ name: 'page', label: t.page, hint: t.pageHint, value: page, mode: 'url' })}
    ${field({ name: 'site', label: t.key, hint: t.keyHint, value: key, required: true })}
    ${field({ name: 'locale', label: t.locale, hint: t.localeHint, value: locales[0] ?? '' })}
    <button type="submit">${t.check}</button>
  </form>`
}

interface Field {
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly mode?: 'url'
  readonly required?: boolean
}

function field({ name, label, hint, value, mode, required }: Field): Html {
  return html`<div class="field field-${name}">
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      value="${value}"
      aria-describedby="${name}-hint"
      inputmode="${mode ?? 'text'}"
      maxlength="${name === 'page' ? 2000 : name === 'locale' ? 35 : 100}"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      ${required ? 'required' : ''}
    />
    <p class="hint" id="${name}-hint">${hint}</p>
  </div>`
}

function results(t: CheckTexts, language: CheckLanguage, diagnosis: Diagnosis): Html {
  const { site } = diagnosis
  return html`<section aria-labelledby="result">
    <h2 id="result">${t.result}</h2>
    <ul class="results">
      ${site ? row(t, 'good', html`${t.site(site.name)}`) : row(t, 'bad', html`${t.noSite}`, html`${t.noSiteHint}`)}
      ${site ? pageRow(t, diagnosis, site.key) : ''} ${site ? languageRow(t, language, diagnosis) : ''}
    </ul>
  </section>`
}

function pageRow(t: CheckTexts, { origin, isAllowed }: Diagnosis, key: string): Html {
  if (origin === undefined) return row(t, 'open', html`${t.noPage}`, html`${t.noPageHint}`)
  if (origin === null) return row(t, 'bad', html`${t.unreadable}`, html`${t.unreadableHint}`)
  if (isAllowed) return row(t, 'good', html`${t.allowed(origin)}`, html`${t.allowedHint}`)
  const command = html`${t.refusedHint}${copyable(t, `npx askwell site allow ${key} ${origin}`)}`
  return row(t, 'bad', html`${t.refused(origin)}`, command)
}

function languageRow(t: CheckTexts, language: CheckLanguage, { choice, locales }: Diagnosis): Html {
  if (!choice) return html``
  const [wanted] = locales
  const got = nameOf(choice.language, language)
  const sentence = wanted ? t.chosen(nameOf(wanted, language), got) : t.chosenDefault(got)
  const isRead = choice.why === 'exact' || choice.why === 'script' || !wanted
  return row(t, isRead ? 'good' : 'note', html`${sentence}`, html`${t.why[choice.why]}`)
}

function row(t: CheckTexts, state: State, sentence: Html, more?: Html): Html {
  return html`<li class="${state}">
    <span class="state">${t[state]}</span>
    <div>
      <p class="sentence">${sentence}</p>
      ${more ? html`<div class="more">${more}</div>` : ''}
    </div>
  </li>`
}

function instructions(t: CheckTexts, language: CheckLanguage, { server, key, site }: Diagnosis): Html {
  const policy = ['script-src', 'connect-src', 'img-src'].map((directive) => `${directive} ${server};`).join('\n')
  return html`<section>
      <h2>${t.tag}</h2>
      <p>${t.tagHint}</p>
      ${copyable(t, `<script async src="${server}/askwell.js" data-site="${key}"></script>`)}
    </section>
    <section>
      <h2>${t.policy}</h2>
      <p>${t.policyHint}</p>
      ${copyable(t, policy)}
      <p>${t.trusted}</p>
      ${copyable(t, `trusted-types ${trustedTypesPolicies.join(' ')};`)}
      <ul class="notes">
        ${t.policyNotes.map((note) => html`<li>${note}</li>`)}
      </ul>
    </section>
    <section>
      <h2>${t.languages}</h2>
      <p>${t.languagesHint}</p>
      <ul class="languages">
        ${site?.locales.map(
          (locale) =>
            html`<li>
              ${nameOf(locale, language)} <code>${locale}</code>
              ${locale === site.defaultLocale ? html`<span class="hint">${t.defaultLanguage}</span>` : ''}
            </li>`,
        )}
      </ul>
    </section>
    <p class="lead">${t.more}</p>`
}

/** The script puts a button beside it; without one, a click selects it all. */
function copyable(t: CheckTexts, code: string): Html {
  return html`<pre data-copy="${t.copy}" data-copied="${t.copied}"><code>${code}</code></pre>`
}

function addressIn(language: CheckLanguage, { key, page, locales }: Diagnosis): string {
  const query = {
    lang: language,
    ...(key && { site: key }),
    ...(page && { page }),
    ...(locales[0] && { locale: locales[0] }),
  }
  return `/check?${new URLSearchParams(query).toString()}`
}

/** A language as people call it; one that nobody can read stays as it is. */
function nameOf(tag: string, language: CheckLanguage): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language', style: 'short' }).of(tag) ?? tag
  } catch {
    return tag // malformed
  }
}
