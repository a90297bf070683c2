// The loader and the widget together: what the tag says reaches the element.
import { expect } from 'chai'
import type { AskwellWidget } from '../../widget/askwell-widget.ts'
import { waitFor } from '../wait-for.ts'
import { closePages, openPage, tag } from './host-page.ts'

afterEach(closePages)

it('the element has what the tag says, the server is where the script is, and what waited is done', async () => {
  const attributes = 'data-locale="auto" data-position="start" data-color-scheme="dark" data-token-url="/token"'
  const page = await openPage({ real: true, body: tag(attributes) })
  await page.askwell('set', { contact: 'mailto:help@example.com' })
  await page.askwell('open')
  const { site, server, locale, position, colorScheme, tokenUrl, contact, open } = page.widget as AskwellWidget
  expect({ site, server, locale, position, colorScheme, tokenUrl, contact, open }).to.deep.equal({
    site: 'pk_test',
    server: location.origin,
    locale: 'auto',
    position: 'start',
    colorScheme: 'dark',
    tokenUrl: '/token',
    contact: 'mailto:help@example.com',
    open: true,
  })
  expect(page.window.faults).to.deep.equal([])
})

it('who began to listen before the widget was there hears that it is ready', async () => {
  const page = await openPage({ real: true, body: tag() })
  const heard: string[] = []
  for (const name of ['ready', 'open']) await page.askwell('on', name, () => heard.push(name))
  await page.askwell('open')
  await waitFor('both', () => heard.length === 2)
  expect(heard.sort()).to.deep.equal(['open', 'ready'])
})

it('inline, a search box stands in the place of the page, also after Turbo has taken another body, until destroy', async () => {
  const place = '<div id="here"></div>'
  const page = await openPage({ real: true, body: place + tag('data-display="inline" data-target="#here"') })
  const box = () => page.document.querySelector('#here > askwell-search')
  await waitFor('the search box', box)
  page.document.body.innerHTML = place
  page.document.dispatchEvent(new Event('turbo:load'))
  expect(box()?.getAttribute('site')).to.equal('pk_test')
  await page.askwell('destroy')
  expect(box()).to.equal(null)
})

it('the button looks the same before and after', async () => {
  const page = await openPage({ real: true, body: tag() })
  const look = () => {
    const button = page.button!
    const { position, bottom, right, width, height, borderRadius, backgroundColor, color, boxShadow, zIndex } =
      getComputedStyle(button)
    const { x, y } = button.getBoundingClientRect()
    return { position, bottom, right, width, height, borderRadius, backgroundColor, color, boxShadow, zIndex, x, y }
  }
  const before = look()
  await page.askwell('info')
  await waitFor('the element’s own button', () => page.button?.getAttribute('style') === null)
  expect(look()).to.deep.equal(before)
})
