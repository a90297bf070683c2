// Pages with Trusted Types: the widget needs the policy `askwell`, and where it may not have it, a link stands in.
import { expect } from 'chai'
import { waitFor } from '../wait-for.ts'
import { closePages, openPage, tag } from './host-page.ts'

afterEach(closePages)

const policy = (directives: string) => `<meta http-equiv="Content-Security-Policy" content="${directives}">`
const none = policy("require-trusted-types-for 'script'; trusted-types 'none'")

it('a page that allows no policy gets a plain link, one line that names the directive, and no errors', async () => {
  const page = await openPage({
    real: true,
    head: none,
    body: tag('data-link="mailto:help@example.com" data-label="Hilfe"'),
  })
  page.button!.click()
  const link = await waitFor('the link', () => page.widget!.shadowRoot!.querySelector('a'))
  expect([link.href, link.textContent]).to.deep.equal(['mailto:help@example.com', 'Hilfe'])
  expect(getComputedStyle(link).position).to.equal('fixed')
  expect(page.button).to.equal(null)
  expect(page.window.customElements.get('askwell-widget')).to.equal(undefined)
  await page.askwell('open').catch(() => undefined)
  expect(page.window.said.length).to.equal(1)
  expect(page.window.said[0]).to.contain('trusted-types askwell')
  expect(page.window.faults).to.deep.equal([])
})

it('without a link in the tag it leads to the server, also where the page has buttons of its own', async () => {
  const page = await openPage({ real: true, head: none, body: tag('data-launcher="h1"') })
  page.document.querySelector('h1')!.click()
  const link = await waitFor('the link', () => page.widget!.shadowRoot?.querySelector('a'))
  expect(link.href).to.equal(new URL('/help?site=pk_test', location.href).href)
})

for (const [what, directives] of [
  ['the policy is allowed', "require-trusted-types-for 'script'; trusted-types askwell"],
  ['no policy is allowed, and none demanded', "trusted-types 'none'"],
] as const) {
  it(`where ${what}, HTML may be written`, async () => {
    const asks = `import { mayWriteHtml } from '/widget/trusted-types.ts'; window.may = mayWriteHtml()`
    const page = await openPage({ head: policy(directives), body: `<script type="module">${asks}</script>` })
    const { may } = page.window as { may?: boolean }
    expect(may).to.equal(true)
  })
}
