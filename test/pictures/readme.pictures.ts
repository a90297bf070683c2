// The README's pictures, made from the running product: `npm run pictures`.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, test } from 'vitest'
import { type AskwellProcess, startAskwell } from '../journeys/askwell-process.ts'
import { becomeAgent, catalogues, closeBrowser, openWindow } from '../journeys/people.ts'

const folder = join(import.meta.dirname, '../../docs/images')

afterAll(closeBrowser)

test('the widget, on a shop and on a phone', async () => {
  const askwell = await startAskwell('SQLite')
  const shop = await openWindow({ viewport: { width: 1180, height: 760 } })
  await search(shop, `${askwell.url}/demo`, 'en', 'how long delivery')
  const phone = await openWindow({
    viewport: { width: 390, height: 760 },
    colorScheme: 'dark',
    isMobile: true,
    hasTouch: true,
  })
  await search(phone, `${askwell.url}/demo?lang=zh`, 'zh', '怎么退货')
  await phone.getByRole('option').first().tap()
  await phone.getByRole('group').waitFor()
  await sideBySide([await shop.screenshot(), await phone.screenshot()], 'widget.png')
})

test('the console, with a gap that becomes an entry', async () => {
  const askwell = await startAskwell('SQLite')
  const asked = [
    'Do you have matcha for baking?',
    'matcha for baking',
    'is there baking matcha',
    'Do you offer tea tastings?',
    '有没有茶艺课？',
  ]
  await log(askwell, asked)
  const agent = await openWindow({ viewport: { width: 1380, height: 860 } })
  await becomeAgent(agent, askwell, 'en')
  const { gap, editor, save, replay } = catalogues.en.console
  await agent.getByRole('link', { name: asked[0]! }).click()
  await agent.getByRole('button', { name: gap.write }).click()
  await agent.getByRole('textbox', { name: editor.answer, exact: true }).click()
  await agent.keyboard.insertText(
    'Yes: **Kitchen Uji**, 100 g for €9.80.\n\nIt is grown in full sun, so its taste holds in the oven:\n\n- 2 tsp for a cake of 500 g\n- sift it with the flour\n- bake at 160 °C, or the green fades',
  )
  await agent.getByText(save.saved, { exact: true }).waitFor()
  await agent.getByText(replay.summary(3, 3)).waitFor()
  const preview = agent.frameLocator('iframe')
  await preview.getByRole('option', { name: asked[0]! }).click()
  await preview.getByText('Kitchen Uji').waitFor()
  await agent.mouse.move(0, 0)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'console.png'), await agent.screenshot({ animations: 'disabled' }))
})

async function search(page: Page, address: string, language: 'en' | 'zh', words: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(address)
  await page.getByRole('button', { name: catalogues[language].widget.help, exact: true }).click()
  await page.getByRole('combobox').fill(words)
  await page.getByRole('option', { name: catalogues[language].widget.noneOfThese }).waitFor()
  await page.locator('.passage:not([data-empty])').first().waitFor()
}

async function log(askwell: AskwellProcess, texts: readonly string[]): Promise<void> {
  const questions = texts.map((text) => ({
    ...{ id: crypto.randomUUID(), text, outcome: 'no_result', locale: /\p{Script=Han}/u.test(text) ? 'zh' : 'en' },
  }))
  const headers = { 'Content-Type': 'application/json' }
  await fetch(`${askwell.url}/v1/questions?site=pk_demo`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ questions }),
  })
}

async function sideBySide(pictures: readonly Buffer[], name: string): Promise<void> {
  const images = pictures.map((picture) => `<img src="data:image/png;base64,${picture.toString('base64')}">`)
  const page = await openWindow({ viewport: { width: 1640, height: 800 } })
  await page.setContent(`<style>body{margin:0;padding:20px;display:flex;gap:30px;background:#e9ece8}
    img{border-radius:12px;box-shadow:0 2px 16px #0003}</style>${images.join('')}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, name), await page.screenshot())
}
