// Every state that a visitor can see, as pictures to look at: `npm run pictures:states`, into screenshots/states.
// ONLY=en-light makes a part of them.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, test } from 'vitest'
import { type AskwellProcess, startAskwell } from '../journeys/askwell-process.ts'
import { closeBrowser, openShop, openWindow } from '../journeys/people.ts'

const folder = join(import.meta.dirname, '../../screenshots/states')

afterAll(closeBrowser)

const languages = {
  en: { find: 'how long does delivery take', part: 'ship', weak: 'store my cat', none: 'zebra quantum soup' },
  zh: { find: '多久能收到货', part: '退', weak: '茶可以寄给我的猫吗', none: '斑马量子' },
  ar: { find: 'how long does delivery take', part: 'ship', weak: 'store my cat', none: 'zebra quantum soup' },
} as const
type Language = keyof typeof languages

const devices = {
  desktop: { viewport: { width: 520, height: 760 } },
  phone: { viewport: { width: 360, height: 720 }, isMobile: true, hasTouch: true },
} as const

/** State → how a visitor comes to it, on a page where the panel is open. */
const states: Record<string, (page: Page, words: (typeof languages)[Language]) => Promise<unknown>> = {
  home: (page) => page.getByRole('option').first().waitFor(),
  typing: async (page, { part }) => {
    await page.getByRole('combobox').fill(part)
    await page.locator('mark').first().waitFor()
  },
  results: async (page, { find }) => {
    await page.getByRole('combobox').fill(find)
    await page.locator('.passage:not([data-empty])').first().waitFor()
  },
  'chosen by keyboard': async (page, { find }) => {
    await states['results']!(page, languages.en.find === find ? languages.en : languages.zh)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
  },
  'weak results': async (page, { weak }) => {
    await page.getByRole('combobox').fill(weak)
    await page.waitForTimeout(1500)
  },
  'no answer': async (page, { none }) => {
    await page.getByRole('combobox').fill(none)
    await page.locator('askwell-ask-form textarea').first().waitFor()
  },
  article: async (page) => {
    await page.getByRole('option').first().click()
    await page.locator('.vote').waitFor()
  },
  'feedback with reasons': async (page) => {
    await states['article']!(page, languages.en)
    await page.locator('.vote button').last().click()
    await page.locator('.reasons').waitFor()
    await page.locator('.chips button').nth(1).click()
    await page.locator('.reasons').scrollIntoViewIfNeeded()
  },
  'did not help': async (page) => {
    await states['feedback with reasons']!(page, languages.en)
    await page.locator('.reasons button[type=submit]').click()
    await page.locator('.after textarea').first().waitFor()
    await page.locator('.after').scrollIntoViewIfNeeded()
  },
  'ask form': async (page, { find }) => {
    await page.locator('.ask').last().click()
    await page.locator('askwell-ask-form textarea').first().fill(find)
    await page.locator('.maybe').waitFor()
  },
  'form with faults': async (page) => {
    await page.locator('.ask').last().click()
    await page.locator('askwell-ask-form #question').fill('?')
    await page.locator('askwell-ask-form #email').fill('kim@')
    await page.locator('askwell-ask-form button[type=submit]').click()
  },
  sent: async (page, { find }) => {
    await states['ask form']!(page, find === languages.zh.find ? languages.zh : languages.en)
    await page.locator('askwell-ask-form button[type=submit]').click()
    await page.locator('.sent').waitFor()
  },
  'answer ready': async (page, words) => {
    await page.route('**/v1/sites/*/questions?ids=*', async (route) => {
      const id = new URL(route.request().url()).searchParams.get('ids')!.split(',')[0]
      const head = await page.request.get(
        route
          .request()
          .url()
          .replace(/questions\?.*/, 'search?q='),
      )
      const { hits } = (await head.json()) as { hits: { entry: object }[] }
      const questions = [{ id, state: 'answered', entry: hits[0]!.entry }]
      await route.fulfill({ json: { questions }, headers: { 'Access-Control-Allow-Origin': '*' } })
    })
    await states['sent']!(page, words)
    await page.evaluate(() => (window as unknown as { askwell: (command: string) => Promise<void> }).askwell('close'))
    await page.evaluate(() => (window as unknown as { askwell: (command: string) => Promise<void> }).askwell('open'))
    await page.locator('.sent .quiet').click()
    await page.locator('.ready').waitFor()
  },
  offline: async (page, { find }) => {
    await page.getByRole('option').first().waitFor()
    await page.context().setOffline(true)
    await page.getByRole('combobox').fill(find)
    await page.locator('.strip').waitFor()
  },
  'kept until there is a connection': async (page, { find }) => {
    await page.getByRole('option').first().waitFor()
    await page.locator('.ask').last().click()
    await page.context().setOffline(true)
    await page.locator('askwell-ask-form textarea').first().fill(find)
    await page.locator('askwell-ask-form button[type=submit]').click()
    await page.locator('.sent').waitFor()
  },
  busy: async (page, { find }) => {
    await page.route('**/v1/questions?*', (route) =>
      route.fulfill({
        status: 429,
        headers: { 'Retry-After': '30', 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': '*' },
      }),
    )
    await states['sent']!(page, find === languages.zh.find ? languages.zh : languages.en)
    await page.locator('.strip').waitFor()
  },
}

/** States that are there before the panel has anything to show. */
const before: Record<string, (page: Page) => Promise<unknown>> = {
  closed: (page) => page.locator('askwell-widget button').first().waitFor(),
  opening: async (page) => {
    await page.route('**/v1/sites/*/head*', () => undefined)
    await page.locator('askwell-widget button').first().click()
    await page.getByRole('combobox').waitFor()
  },
  error: async (page) => {
    await page.route('**/v1/sites/*/head*', (route) => route.abort())
    await page.locator('askwell-widget button').first().click()
    await page.locator('.strip').waitFor()
  },
}

test('every state', { timeout: 1_800_000 }, async () => {
  const askwell = await startAskwell('SQLite')
  for (const language of Object.keys(languages) as Language[]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const device of Object.keys(devices) as (keyof typeof devices)[]) {
        const name = `${language}-${colorScheme}-${device}`
        if (name.includes(process.env['ONLY'] ?? '')) await sheet(askwell, name, { language, colorScheme, device })
      }
    }
  }
})

async function sheet(
  askwell: AskwellProcess,
  name: string,
  how: { language: Language; colorScheme: 'light' | 'dark'; device: keyof typeof devices },
): Promise<void> {
  const { language, colorScheme, device } = how
  const background = colorScheme === 'dark' ? '#101213' : '#eef0ee'
  const direction = language === 'ar' ? 'rtl' : 'ltr'
  const shop = await openShop(
    askwell,
    `${language}" dir="${direction}`,
    (tag) => `<body style="background:${background}">${tag}`,
  )
  const pictures: { state: string; picture: Buffer }[] = []
  for (const state of [...Object.keys(before), ...Object.keys(states)]) {
    const page = await openWindow({ ...devices[device], colorScheme, reducedMotion: 'reduce' })
    await page.goto(shop)
    try {
      if (before[state]) await before[state](page)
      else {
        await page.locator('askwell-widget button').first().click()
        await page.locator('[part=result]').first().waitFor()
        await states[state]!(page, languages[language])
      }
    } catch (error) {
      process.stderr.write(`${name}, ${state}: ${String(error).split('\n')[0]}\n`)
    }
    pictures.push({ state, picture: await page.screenshot({ animations: 'disabled' }) })
    await page.context().close()
  }
  await contactSheet(name, pictures)
}

async function contactSheet(name: string, pictures: readonly { state: string; picture: Buffer }[]): Promise<void> {
  const figures = pictures.map(
    ({ state, picture }) =>
      `<figure><img src="data:image/png;base64,${picture.toString('base64')}"><figcaption>${state}</figcaption></figure>`,
  )
  const page = await openWindow({ viewport: { width: 1800, height: 900 } })
  await page.setContent(`<style>body{margin:20px;display:flex;flex-wrap:wrap;gap:20px;background:#888;font:14px system-ui}
    figure{margin:0}img{block-size:560px;border-radius:6px;display:block}figcaption{padding:4px 0;color:#fff}</style>${figures.join('')}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.png`), await page.screenshot({ fullPage: true }))
  await page.context().close()
}
