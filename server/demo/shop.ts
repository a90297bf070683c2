// The demo shop's page: somebody else's site with the widget's script tag on it.
import { html, raw } from 'hono/html'

const texts = {
  en: {
    lang: 'en',
    other: { href: '/demo?lang=zh', name: '中文' },
    name: 'Lantern Tea',
    nav: ['Green', 'Oolong', 'Black', 'Teaware'],
    title: 'Spring harvest, picked before dawn',
    lead: 'Small gardens, whole leaves, honest dates. Packed in tins that keep the air out and the mountain in.',
    buy: 'Add to basket',
    themes: { plain: 'Plain', lantern: 'Lantern', ink: 'Ink' },
    looks: 'The widget’s look:',
    note: 'This shop is a demo. The button in the corner is Askwell: ask it “How long does delivery take?”, then something that it can’t know.',
    teas: [
      { name: 'Cloud Terrace', kind: 'Green · Anji, Zhejiang', price: '€14.80', leaf: '#6f9a5e' },
      { name: 'Old Bush', kind: 'Oolong · Wuyi, Fujian', price: '€18.20', leaf: '#a8703c' },
      { name: 'Red Robe', kind: 'Black · Qimen, Anhui', price: '€12.40', leaf: '#8c3f34' },
    ],
  },
  zh: {
    lang: 'zh',
    other: { href: '/demo', name: 'English' },
    name: '灯笼茶',
    nav: ['绿茶', '乌龙', '红茶', '茶具'],
    title: '明前春茶，破晓采摘',
    lead: '小茶园，整叶芽，日期如实。密封在罐中，隔绝空气，留住山香。',
    buy: '加入购物车',
    themes: { plain: '素', lantern: '灯笼', ink: '墨' },
    looks: '小组件的外观：',
    note: '这是演示商店。右下角的按钮就是 Askwell：先问“多久能收到货？”，再问一个它不知道的问题。',
    teas: [
      { name: '云台', kind: '绿茶 · 浙江安吉', price: '¥118', leaf: '#6f9a5e' },
      { name: '老枞', kind: '乌龙 · 福建武夷', price: '¥146', leaf: '#a8703c' },
      { name: '红袍', kind: '红茶 · 安徽祁门', price: '¥98', leaf: '#8c3f34' },
    ],
  },
} as const

/** Looks of the widget, as a site's style sheet gives them. */
const themes = {
  plain: '',
  lantern: `askwell-widget {
  --askwell-accent: #7a4b2a; --askwell-accent-contrast: #fff; --askwell-bg: #fbf9f4; --askwell-fg: #26221c;
  --askwell-muted: #6b6358; --askwell-border: #ded5c4; --askwell-radius: 3px; --askwell-font-size: 16px;
  --askwell-font: Georgia, 'Songti SC', 'Noto Serif CJK SC', serif; --askwell-mark-bg: #f0dfb8;
  --askwell-shadow: 0 1px 0 #e6dfd2, 0 24px 48px -12px #7a4b2a33; }
askwell-widget::part(header) { border-block-end: 1px solid #ded5c4; margin-block-end: 12px; }
askwell-widget::part(launcher) { border-radius: 3px !important; }`,
  ink: `askwell-widget {
  --askwell-accent: #ffd166; --askwell-accent-contrast: #231a00; --askwell-bg: #12141c; --askwell-fg: #f2f0e9;
  --askwell-muted: #a9adbd; --askwell-border: #2c3040; --askwell-radius: 16px; --askwell-panel-width: 420px;
  --askwell-mark-bg: #ffd16633; --askwell-shadow: 0 0 0 1px #ffd1661f, 0 24px 64px #000a; }
askwell-widget::part(result) { margin-block: 4px; background: #1a1d28; }
askwell-widget::part(ask-submit) { border-radius: 99px; }`,
} as const
export type Theme = keyof typeof themes
const colorSchemes: Readonly<Record<Theme, string>> = { plain: 'auto', lantern: 'light', ink: 'dark' }

export function isTheme(name: string | undefined): name is Theme {
  return name !== undefined && Object.hasOwn(themes, name)
}

export function shopPage(language: keyof typeof texts, siteKey: string, theme: Theme = 'plain') {
  const t = texts[language]
  return html`<!doctype html>
    <html lang="${t.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${t.name}</title>
        <style>
          ${raw(css + themes[theme])}
        </style>
        <script async src="/askwell.js" data-site="${siteKey}" data-color-scheme="${colorSchemes[theme]}"></script>
      </head>
      <body>
        <header>
          <a class="brand" href="/demo${language === 'zh' ? '?lang=zh' : ''}">${t.name}</a>
          <nav>${t.nav.map((item) => html`<span>${item}</span>`)}</nav>
          <a class="language" href="${t.other.href}" lang="${language === 'zh' ? 'en' : 'zh'}">${t.other.name}</a>
        </header>
        <main>
          <section class="hero">
            <h1>${t.title}</h1>
            <p>${t.lead}</p>
          </section>
          <p class="note">${t.note}</p>
          <p class="looks">
            ${t.looks}
            ${Object.entries(t.themes).map(([name, label]) =>
              name === theme
                ? html`<strong>${label}</strong>`
                : html`<a href="/demo?${language === 'zh' ? 'lang=zh&' : ''}theme=${name}">${label}</a>`,
            )}
          </p>
          <ul class="teas">
            ${t.teas.map(
              ({ name, kind, price, leaf }) =>
                html`<li>
                  ${raw(picture(leaf))}
                  <h2>${name}</h2>
                  <p>${kind}</p>
                  <p class="price">${price}</p>
                  <button type="button">${t.buy}</button>
                </li>`,
            )}
          </ul>
        </main>
      </body>
    </html>`
}

function picture(leaf: string): string {
  return `<svg viewBox="0 0 200 150" aria-hidden="true"><rect width="200" height="150" fill="#f1ece2"/><g fill="${leaf}"><path d="M100 120C60 105 52 62 70 30c28 14 44 52 30 90Z"/><path d="M100 120c8-40 32-62 62-66 0 36-22 62-62 66Z" opacity=".72"/><path d="M100 120C88 88 62 74 36 78c8 30 32 46 64 42Z" opacity=".5"/></g></svg>`
}

const css = `
:root { --ink: #26221c; --soft: #6b6358; --paper: #fbf9f4; --line: #e6dfd2; --accent: #7a4b2a; color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.6 Georgia, 'Songti SC', 'Noto Serif CJK SC', serif; }
header { display: flex; gap: 32px; align-items: baseline; padding: 20px clamp(20px, 6vw, 88px); border-bottom: 1px solid var(--line); }
.brand { font-size: 22px; letter-spacing: .02em; color: inherit; text-decoration: none; }
nav { display: flex; gap: 24px; color: var(--soft); font-size: 15px; flex: 1; }
.language { color: var(--accent); font-size: 15px; }
main { padding: 0 clamp(20px, 6vw, 88px) 96px; max-width: 1280px; margin: auto; }
.hero { padding: clamp(48px, 9vw, 112px) 0 40px; max-width: 34em; }
h1 { font-weight: 400; font-size: clamp(34px, 5.2vw, 60px); line-height: 1.12; margin: 0 0 20px; letter-spacing: -.015em; text-wrap: balance; }
.hero p { color: var(--soft); margin: 0; font-size: 19px; }
.note { border-left: 3px solid var(--accent); padding: 4px 0 4px 16px; max-width: 38em; font-size: 15px; margin: 0 0 48px; }
.looks { display: flex; gap: 16px; font-size: 15px; color: var(--soft); margin: -28px 0 48px; }
.looks a { color: var(--accent); }
.teas { list-style: none; margin: 0; padding: 0; display: grid; gap: 28px; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); }
.teas svg { width: 100%; display: block; border-radius: 4px; }
.teas h2 { font-weight: 400; font-size: 21px; margin: 14px 0 0; }
.teas p { margin: 0; color: var(--soft); font-size: 15px; }
.teas .price { color: var(--ink); margin: 6px 0 12px; }
.teas button { font: inherit; font-size: 15px; background: none; border: 1px solid var(--ink); border-radius: 2px; padding: 8px 18px; cursor: pointer; }
.teas button:hover { background: var(--ink); color: var(--paper); }
@media (max-width: 600px) { nav { display: none; } header { justify-content: space-between; } }
`
