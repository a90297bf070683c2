// The script tag, up to the moment when the widget itself takes over.
import { expect } from 'chai'
import { expectAccessible } from '../accessibility.ts'
import { waitFor } from '../wait-for.ts'
import { addScript, closePages, openAddress, openPage, tag } from './host-page.ts'

afterEach(closePages)
afterEach(() => localStorage.clear())

describe('the button', () => {
  it('can be used by everybody, and needs nothing of a strict policy for styles', async () => {
    const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'none'">`
    const { button } = await openPage({ head: policy, body: tag() })
    const { position, backgroundColor, borderRadius } = getComputedStyle(button!)
    expect({ position, backgroundColor, borderRadius }).to.deep.equal({
      position: 'fixed',
      backgroundColor: 'rgb(11, 99, 85)',
      borderRadius: '28px 28px 6px',
    })
    const { width, height } = button!.getBoundingClientRect()
    expect([width, height]).to.deep.equal([56, 56])
    expect(button!.getAttribute('aria-expanded')).to.equal('false')
    const copy = document.body.appendChild(document.importNode(button!, true))
    await expectAccessible(copy).finally(() => copy.remove())
  })

  it('shows that it has the focus, and is dark where the page wants it dark', async () => {
    const { button } = await openPage({ body: tag('data-color-scheme="dark"') })
    button!.focus({ focusVisible: true })
    expect(getComputedStyle(button!).outlineStyle).not.to.equal('none')
    expect(getComputedStyle(button!).backgroundColor).to.equal('rgb(95, 208, 185)')
  })

  it('takes auto as if nothing were said', async () => {
    const { button } = await openPage({ body: tag('data-color-scheme="auto"') })
    expect(getComputedStyle(button!).colorScheme).to.equal('light dark')
  })

  it('stands where the tag says, in the colours that it says', async () => {
    const { button, widget } = await openPage({
      body: tag(
        'data-position="start" data-offset-x="7px" data-offset-y="9px" data-z-index="5" data-accent="rgb(1, 2, 3)"',
      ),
    })
    const { left, bottom, zIndex, backgroundColor } = getComputedStyle(button!)
    expect({ left, bottom, zIndex, backgroundColor }).to.deep.equal({
      left: '7px',
      bottom: '9px',
      zIndex: '5',
      backgroundColor: 'rgb(1, 2, 3)',
    })
    expect(widget!.getBoundingClientRect().width).to.equal(0)
  })

  it('takes no place in the layout of the page', async () => {
    const { document: page } = await openPage({
      head: '<style>body { display: grid; gap: 50px; margin: 0 } h1 { margin: 0 }</style>',
      body: tag(),
    })
    const heading = page.querySelector('h1')!.getBoundingClientRect().height
    expect(page.body.getBoundingClientRect().height).to.equal(heading)
  })

  it('is out of reach of the page’s styles', async () => {
    const { button } = await openPage({
      head: '<style>askwell-widget { left: -9999px !important; position: fixed !important } button { display: none !important } * { color: red !important }</style>',
      body: tag(),
    })
    const { left, right, width } = button!.getBoundingClientRect()
    expect(left).to.be.greaterThan(0)
    expect(right - left).to.equal(width)
    expect(getComputedStyle(button!).color).to.equal('rgb(255, 255, 255)')
  })

  it('has its name in the language of the tag, the page, or by the tag’s own word', async () => {
    const names = await Promise.all(
      ['', 'data-locale="zh-CN"', 'data-locale="auto"', 'data-label="Hilfe"'].map(
        async (attributes) => (await openPage({ body: tag(attributes) })).button!.ariaLabel,
      ),
    )
    expect(names).to.deep.equal(['Help', '帮助', 'Help', 'Hilfe'])
    const chinese = await openPage({
      head: '<script>document.documentElement.lang = "zh-TW"</script>',
      body: tag('data-locale="auto"'),
    })
    expect(chinese.button!.ariaLabel).to.equal('帮助')
  })

  it('says that help is not available, and tries anew at the next click', async () => {
    const page = await openPage({ failures: 1, body: tag() })
    page.button!.click()
    await waitFor('the words', () => page.button!.textContent === 'Not available now')
    expect([page.button!.style.opacity, page.button!.ariaLabel]).to.deep.equal(['', null]) // the words are its name
    page.button!.click()
    expect((await page.told()).calls).to.deep.equal([['open']])
    expect(page.window.faults).to.deep.equal([])
  })
})

describe('where the tag stands', () => {
  it('in the head, before there is a body', async () => {
    const { button, widget, document: page } = await openPage({ head: tag() })
    expect(button).not.to.equal(null)
    expect(widget!.parentNode).to.equal(page.body)
  })

  it('as a module, where a script can’t see its own tag', async () => {
    const page = await openPage({ body: '<script type="module" src="/askwell.js" data-site="pk_module"></script>' })
    await waitFor('the button', () => page.button)
    page.button!.click()
    expect((await page.told()).script.dataset['site']).to.equal('pk_module')
  })

  it('twice, in two versions: the second does nothing', async () => {
    const page = await openPage({ body: tag() + tag('data-position="start"') })
    expect(page.document.querySelectorAll('askwell-widget').length).to.equal(1)
    expect(page.window.faults).to.deep.equal([])
  })

  it('in a sandbox that forbids storage', async () => {
    const heard = new Promise<unknown>((resolve) => {
      addEventListener('message', ({ data }) => resolve(data), { once: true })
    })
    const frame = document.createElement('iframe')
    frame.className = 'page'
    frame.setAttribute('sandbox', 'allow-scripts')
    frame.srcdoc = `<body><script>let faults = 0; addEventListener('error', () => faults++)</script>${tag()}
      <script>parent.postMessage([faults, document.querySelectorAll('askwell-widget').length], '*')</script>`
    document.body.append(frame)
    expect(await heard).to.deep.equal([0, 1])
  })

  it('with a nonce: the module is loaded under it, too', async () => {
    const policy = `<meta http-equiv="Content-Security-Policy" content="script-src 'nonce-abc'">`
    const page = await openPage({ nonce: 'abc', head: policy, body: tag('nonce="abc"') })
    page.button!.click()
    expect((await page.told()).calls).to.deep.equal([['open']])
  })
})

describe('a page that changes before anybody asks', () => {
  for (const [what, name, change] of [
    ['Turbo takes another body', 'turbo:load', (page: Document) => page.body.replaceWith(page.createElement('body'))],
    [
      'Astro takes another body',
      'astro:after-swap',
      (page: Document) => page.body.replaceWith(page.createElement('body')),
    ],
  ] as const) {
    it(`keeps its button when ${what}`, async () => {
      const page = await openPage({ body: tag() })
      change(page.document)
      expect(page.button).to.equal(null)
      page.document.dispatchEvent(new Event(name))
      expect(page.widget!.parentNode).to.equal(page.document.body)
      page.button!.click()
      await page.told()
    })
  }

  it('keeps its button when a framework empties the body while the page loads', async () => {
    const page = await openPage({ body: `${tag()}<script>document.body.replaceChildren()</script>` })
    expect(page.button).not.to.equal(null)
  })
})

describe('what is loaded, and when', () => {
  it('nothing before somebody asks', async () => {
    const page = await openPage({ body: tag() })
    expect(page.modules).to.deep.equal([])
    page.button!.click()
    await page.told()
    expect(page.modules).to.include('/test/widget/stand-in.ts')
  })

  it('at once with data-load="eager"', async () => {
    const page = await openPage({ body: tag('data-load="eager"') })
    expect((await page.told()).calls).to.deep.equal([[]])
  })

  it('when the browser has time with data-load="idle"', async () => {
    const page = await openPage({ body: tag('data-load="idle"') })
    await page.told()
  })

  it('not by itself for visitors who save data', async () => {
    const saving = `<script>navigator.connection.__defineGetter__('saveData', () => true); requestIdleCallback = () => { asked = true }</script>`
    const page = await openPage({ head: saving, body: tag('data-load="idle"') })
    expect('asked' in page.window).to.equal(false)
    const other = await openPage({
      head: '<script>requestIdleCallback = () => { window.asked = true }</script>',
      body: tag('data-load="idle"'),
    })
    expect('asked' in other.window).to.equal(true)
  })

  it('no button with data-load="manual" until a command', async () => {
    const page = await openPage({ body: tag('data-load="manual"') })
    expect(page.button).to.equal(null)
    expect(page.modules).to.deep.equal([])
    await page.askwell('open')
    expect((await page.told()).calls).to.deep.equal([['open']])
  })

  it('when a question from an earlier visit still waits', async () => {
    localStorage.setItem('askwell:pk_test:1', '{}')
    const page = await openPage({ body: tag() })
    await page.told()
  })

  it('when the address leads into the widget', async () => {
    const page = await openAddress('/package.json?askwell=search:refund')
    addScript(page, { src: '/askwell.js' }, { site: 'pk_test' })
    await page.told()
  })
})

describe('the place and the buttons of the page', () => {
  it('buttons of the page toggle the widget, later ones too, and ours is not there', async () => {
    const page = await openPage({ body: tag('data-launcher=".help"') })
    expect(page.button).to.equal(null)
    page.document.body.insertAdjacentHTML('beforeend', '<a class="help" href="/elsewhere"><b>Help</b></a>')
    page.document.querySelector('b')!.click()
    expect((await page.told()).calls).to.deep.equal([['toggle']])
    expect(page.window.location.href).to.equal('about:srcdoc')
    page.document.dispatchEvent(new Event('click')) // from no element
    expect(page.window.faults).to.deep.equal([])
  })

  it('inline, the widget stands in the place that the page has for it, and needs no click', async () => {
    const page = await openPage({ body: `<div id="here"></div>${tag('data-display="inline" data-target="#here"')}` })
    expect(page.widget!.parentElement!.id).to.equal('here')
    expect(page.button).to.equal(null)
    await page.told()
  })

  it('with data-display="none" there is no button, and commands work', async () => {
    const page = await openPage({ body: tag('data-display="none"') })
    expect(page.button).to.equal(null)
    expect(await page.askwell('open')).to.equal('open')
  })
})
