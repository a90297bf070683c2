// The main job: a customer finds nothing, an agent writes the answer, the next customer finds it.
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { databases } from '../databases.ts'
import { startAskwell } from './askwell-process.ts'
import { becomeAgent, catalogues, closeBrowser, gapsOf, type Language, openShop, openWindow } from './people.ts'

afterAll(closeBrowser)

const stories = {
  en: {
    asked: 'Is there a vegan chai concentrate?',
    reworded: 'vegan chai concentrate available',
    answer: 'Yes: **Masala 7**, without milk or honey.',
    found: 'without milk or honey',
    searched: 'vegan chai',
  },
  zh: {
    asked: '哈尔滨有实体门店吗？',
    reworded: '哈尔滨有没有实体门店',
    answer: '有，**中央大街 7 号**，每天营业。',
    found: '中央大街',
    searched: '实体门店',
  },
} as const

/** Searches for something unknown and leaves it as a question. */
async function ask(page: Page, language: Language, text: string): Promise<void> {
  const words = catalogues[language].widget
  await page.getByRole('button', { name: words.help, exact: true }).click()
  await page.getByRole('combobox').fill(text)
  await page.getByText(words.noAnswer(text)).first().waitFor()
  await page.getByRole('button', { name: words.send }).click()
  await page.getByText(words.sentTitle).waitFor()
}

/** Opens the gap, writes the answer, checks that every wording finds it, publishes. */
async function answer(
  page: Page,
  language: Language,
  { asked, answer }: { asked: string; answer: string },
): Promise<void> {
  const words = catalogues[language].console
  await page.getByRole('link', { name: asked }).click()
  await page.getByRole('button', { name: words.gap.write }).click()
  const editor = page.getByRole('textbox', { name: words.editor.answer, exact: true })
  await editor.click()
  await page.keyboard.insertText(answer)
  await page.getByText(words.save.saved, { exact: true }).waitFor()
  await page.getByText(words.replay.summary(2, 2)).waitFor()
  await page.getByRole('button', { name: words.editor.publish, exact: true }).click()
  await page.getByText(words.editor.published).waitFor()
  await page.getByText(words.gaps.answered, { exact: true }).waitFor()
}

/** Searches and opens the answer. */
async function find(
  page: Page,
  language: Language,
  { searched, question, found }: { searched: string; question: string; found: string },
): Promise<void> {
  const words = catalogues[language].widget
  await page.getByRole('combobox').fill(searched)
  await page.getByRole('option', { name: question }).waitFor()
  await page.getByRole('combobox').press('Enter')
  await page.getByRole('heading', { name: question }).waitFor()
  await page.locator('askwell-article-view').getByText(found).first().waitFor()
  await page.getByRole('button', { name: words.yes, exact: true }).click()
  await page.getByText(words.glad).waitFor()
}

describe.each(databases)('on %s', (database) => {
  test.each(['en', 'zh'] as const)(
    'a question without an answer becomes an answer that the next customer finds: %s',
    async (language) => {
      const story = stories[language]
      const askwell = await startAskwell(database)
      const shop = await openShop(askwell, language)
      const [customer, other, agent] = await Promise.all([
        openWindow({ locale: language }),
        openWindow({ locale: language }),
        openWindow({ locale: language }),
      ])

      await customer.goto(shop)
      await ask(customer, language, story.asked)
      await other.goto(shop)
      await ask(other, language, story.reworded)

      await becomeAgent(agent, askwell, language)
      await expect.poll(() => gapsOf(agent, askwell, 'open')).toMatchObject([{ question: story.asked, questions: 2 }])
      await answer(agent, language, story)
      expect(await gapsOf(agent, askwell, 'answered')).toMatchObject([{ question: story.asked }])

      // the next customer, and the first one without reloading the page
      const next = await openWindow({ locale: language })
      await next.goto(shop)
      await next.getByRole('button', { name: catalogues[language].widget.help, exact: true }).click()
      await find(next, language, { searched: story.searched, question: story.asked, found: story.found })
      await customer.getByRole('button', { name: catalogues[language].widget.searchAgain }).click()
      await find(customer, language, { searched: story.asked, question: story.asked, found: story.found })
    },
  )
})
