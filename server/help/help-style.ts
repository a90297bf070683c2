// The style of the page for visitors. A file of its own, so that its policy can forbid all inline code.

export const helpStyle = `:root {
  --bg: light-dark(#f6f7f6, #141617); --card: light-dark(#fff, #1b1e1f); --fg: light-dark(#1b1f1e, #eceeed);
  --muted: light-dark(#59625f, #a5aeac); --line: light-dark(#dfe3e1, #343a3c); --accent: light-dark(#0b6355, #5fd0b9);
  --on-accent: light-dark(#fff, #05201b); --mark: light-dark(#fdeeb5, #5c4a09);
  color-scheme: light dark;
}
*, ::before, ::after { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--fg); font: 1rem/1.6 system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; overflow-wrap: anywhere; }
header, main { max-inline-size: 44rem; margin-inline: auto; padding-inline: 1.25rem; }
header { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; justify-content: space-between; padding-block: 1.25rem; }
main { padding-block: .5rem 5rem; }
a { color: var(--accent); text-underline-offset: .2em; }
.brand { color: inherit; font-weight: 650; text-decoration: none; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
form { display: flex; flex-wrap: wrap; gap: .5rem; margin-block-end: 2rem; }
input[type=search] { flex: 1 1 12rem; min-inline-size: 0; min-block-size: 2.75rem; padding: .5rem .75rem; font: inherit; color: inherit; background: var(--card); border: 1px solid light-dark(#868e8b, #79827f); border-radius: .625rem; }
button { min-block-size: 2.75rem; padding: .5rem 1.25rem; font: inherit; font-weight: 600; color: var(--on-accent); background: var(--accent); border: 0; border-radius: .625rem; cursor: pointer; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
h1 { font-size: clamp(1.375rem, 4vw, 1.75rem); font-weight: 650; line-height: 1.25; letter-spacing: -.015em; margin: 0 0 .75rem; text-wrap: balance; }
.lead, li p, time { color: var(--muted); }
.lead { margin: 0 0 1rem; }
main > ul { list-style: none; margin: 1rem 0 0; padding: 0; }
main > ul > li { padding-block: 1rem; border-block-start: 1px solid var(--line); }
main > ul > li > a { font-weight: 600; }
li p { margin: .25rem 0 0; }
mark { color: inherit; background: var(--mark); border-radius: .125rem; }
article { margin-block-end: 1.5rem; }
article img { max-inline-size: 100%; block-size: auto; }
article pre, article table { display: block; overflow-x: auto; }
article pre { padding: .75rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .625rem; }
article td, article th { padding: .375rem .75rem; border: 1px solid var(--line); text-align: start; }
.all { margin-block-start: 2rem; }
`
