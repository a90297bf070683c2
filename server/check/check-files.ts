// The style and the script of the page for web admins. Files of their own, so that its policy can forbid all inline code.

export const checkStyle = `:root {
  --bg: light-dark(#f6f7f6, #141617); --card: light-dark(#fff, #1b1e1f); --fg: light-dark(#1b1f1e, #eceeed);
  --muted: light-dark(#59625f, #a5aeac); --line: light-dark(#dfe3e1, #343a3c); --accent: light-dark(#0b6355, #5fd0b9);
  --on-accent: light-dark(#fff, #05201b); --bad: light-dark(#a82a1c, #ff9c8f); --note: light-dark(#7a5a00, #e6c15a);
  color-scheme: light dark;
}
*, ::before, ::after { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--fg); font: 1rem/1.6 system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; overflow-wrap: anywhere; }
header, main { max-inline-size: 44rem; margin-inline: auto; padding-inline: 1.25rem; }
header { display: flex; justify-content: space-between; align-items: baseline; padding-block: 1.25rem; }
p { margin: 0; }
a { color: var(--accent); text-underline-offset: .2em; }
.brand { font-weight: 650; letter-spacing: -.01em; }
main { padding-block: 1.5rem 5rem; }
h1 { font-size: clamp(1.75rem, 5vw, 2.25rem); font-weight: 650; line-height: 1.2; letter-spacing: -.02em; margin: 0 0 .5rem; text-wrap: balance; }
h2 { font-size: 1.125rem; font-weight: 650; margin: 0 0 .25rem; }
.lead, section > p { color: var(--muted); }
section { margin-block-start: 2.5rem; }
main > .lead:last-child { margin-block-start: 2.5rem; }
form { display: grid; grid-template-columns: 1fr 1fr; gap: 1.25rem; margin-block-start: 1.75rem; padding: 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: .875rem; }
.field-page { grid-column: 1 / -1; }
label { display: block; font-weight: 600; margin-block-end: .25rem; }
input { inline-size: 100%; min-block-size: 2.75rem; padding: .5rem .75rem; font: inherit; color: inherit; background: var(--bg); border: 1px solid light-dark(#868e8b, #79827f); border-radius: .5rem; }
.hint { color: var(--muted); font-size: .875rem; }
.field .hint { margin-block-start: .25rem; }
button { min-block-size: 2.75rem; padding: .5rem 1.25rem; font: inherit; font-weight: 600; color: var(--on-accent); background: var(--accent); border: 0; border-radius: .5rem; cursor: pointer; justify-self: start; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
ul { list-style: none; margin: 0; padding: 0; }
.results { margin-block-start: .75rem; background: var(--card); border: 1px solid var(--line); border-radius: .875rem; }
.results li { display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); gap: 1rem; padding: 1rem 1.25rem; }
.results li + li { border-block-start: 1px solid var(--line); }
.state { font-size: .875rem; font-weight: 600; line-height: 1.6rem; white-space: nowrap; }
.state::before { content: ''; display: inline-block; inline-size: .625rem; block-size: .625rem; margin-inline-end: .5rem; border: .1875rem solid; border-radius: 50%; }
.good .state { color: var(--accent); }
.good .state::before { background: currentColor; }
.bad .state { color: var(--bad); }
.bad .state::before { background: currentColor; border-radius: .125rem; rotate: 45deg; }
.open .state { color: var(--muted); }
.note .state { color: var(--note); }
.sentence { font-weight: 600; }
.more { color: var(--muted); }
pre { font: inherit; display: flex; gap: .75rem; align-items: start; justify-content: space-between; margin: .75rem 0; padding: .75rem .75rem .75rem 1rem; color: var(--fg); background: var(--card); border: 1px solid var(--line); border-radius: .625rem; }
.more pre { background: var(--bg); margin-block-end: 0; }
code { font: .875rem/1.6 ui-monospace, 'SF Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', monospace; }
pre code { white-space: pre-wrap; user-select: all; padding-block: .125rem; border-radius: .25rem; }
pre button { min-block-size: 2.125rem; padding: .25rem .75rem; font-size: .875rem; flex: none; color: var(--accent); background: none; border: 1px solid var(--line); }
.notes { list-style: disc; margin-block-start: .75rem; padding-inline-start: 1.25rem; color: var(--muted); }
.notes li + li { margin-block-start: .375rem; }
.languages { display: flex; flex-wrap: wrap; gap: .5rem; margin-block-start: .75rem; }
.languages li { padding: .375rem .875rem; background: var(--card); border: 1px solid var(--line); border-radius: 2rem; }
.languages code { color: var(--muted); }
@media (max-width: 34rem) { form { grid-template-columns: 1fr; } .results li { grid-template-columns: 1fr; gap: .125rem; } pre { flex-direction: column; } }
`

/** A button that copies, beside everything that is to be copied. */
export const checkScript = `for (const pre of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) break // pages without HTTPS have none
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = pre.dataset.copy
  button.ariaLive = 'polite'
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(pre.querySelector('code').textContent)
    button.textContent = pre.dataset.copied
    setTimeout(() => (button.textContent = pre.dataset.copy), 2000)
  })
  pre.append(button)
}
`
