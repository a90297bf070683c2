// The ways in which people come: by touch on a phone, by the keyboard alone, with the server gone for a while, two at once.
import { afterAll, describe, expect, test } from 'vitest'
import { databases } from '../databases.ts'
import { startAskwell } from './askwell-process.ts'
import { becomeAgent, catalogues, closeBrowser, gapsOf, openShop, openWindow } from './people.ts'

afterAll(closeBrowser)

const { widget, console: desk } = catalogues.en

describe.each(databases)('on %s', (database) => {
  test('on a phone, by touch', async () => {
    const askwell = await startAskwell(database)
    const page = await openWindow({ viewport: { width: 390, height: 740 }, isMobile: true, hasTouch: true })
    await page.goto(await openShop(askwell, 'en'))
    await page.getByRole('button', { name: widget.help, exact: true }).tap()
    const panel = page.getByRole('dialog')
    await panel.waitFor()
    await expect.poll(async () => (await panel.boundingBox())?.width).toBe(390)
    await page.getByRole('option', { name: 'How much is shipping?' }).tap()
    await page.getByText('free from €45').waitFor()
    await page.getByRole('button', { name: widget.no, exact: true }).tap()
    await page.getByRole('button', { name: widget.skip, exact: true }).tap()
    await page.getByRole('textbox', { name: widget.question }).fill('How much is shipping to Iceland?')
    await page.getByRole('button', { name: widget.send }).tap()
    await page.getByText(widget.sentTitle).waitFor()
    await panel.getByRole('button', { name: widget.close }).tap()
    await panel.waitFor({ state: 'hidden' })
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    const agent = await openWindow()
    await becomeAgent(agent, askwell, 'en')
    await expect
      .poll(() => gapsOf(agent, askwell, 'open'))
      .toMatchObject([{ question: 'How much is shipping to Iceland?', questions: 1 }])
  })

  test('with the keyboard alone, on the page and at the console', async () => {
    const askwell = await startAskwell(database)
    const page = await openWindow()
    await page.goto(await openShop(askwell, 'en'))
    await page.getByRole('button', { name: widget.help, exact: true }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.type('origami cranes workshop')
    await page.getByText(widget.noAnswer('origami cranes workshop')).first().waitFor()
    await page.keyboard.press('Tab') // the button that clears
    await page.keyboard.press('Tab') // the question
    await page.keyboard.press('Tab') // the mail address
    await page.keyboard.press('Tab') // send
    await page.keyboard.press('Enter')
    await page.getByText(widget.sentTitle).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })

    const agent = await openWindow()
    await becomeAgent(agent, askwell, 'en')
    await agent.getByRole('link', { name: 'origami cranes workshop' }).waitFor()
    await agent.keyboard.press('j')
    await agent.keyboard.press('Enter')
    await agent.getByRole('button', { name: desk.gap.write }).waitFor()
    await agent.keyboard.press('w')
    await agent.getByRole('textbox', { name: desk.editor.answer, exact: true }).focus()
    await agent.keyboard.type('Yes, with golden cranes.')
    await agent.keyboard.press('Control+Enter')
    await agent.getByText(desk.editor.published).waitFor()

    await page.keyboard.press('Enter') // the launcher has the focus again
    await page.getByRole('button', { name: widget.searchAgain }).press('Enter')
    await page.keyboard.type('golden cranes')
    await page.getByRole('option', { name: 'origami cranes workshop' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText('Yes, with golden cranes.').waitFor()
  })

  test('a question that waits while the server is gone arrives once', async () => {
    const askwell = await startAskwell(database)
    const page = await openWindow()
    const shop = await openShop(askwell, 'en')
    await page.goto(shop)
    await page.getByRole('button', { name: widget.help, exact: true }).click()
    await page.getByRole('option', { name: 'How much is shipping?' }).waitFor()

    await askwell.kill()
    await page.getByRole('combobox').fill('how long delivery')
    await page.getByRole('option', { name: 'How long does delivery take?' }).waitFor()
    await page.getByRole('option', { name: widget.noneOfThese }).click()
    await page.getByRole('textbox', { name: widget.question }).fill('Do you deliver by bicycle?')
    await page.getByRole('button', { name: widget.send }).click()
    await page.getByText(widget.waitingTitle).waitFor()
    // gone to another page of the shop while the server is still down: the page is as it always is
    await page.goto(`${shop}/other`)
    expect(await page.getByRole('heading', { name: 'Shop' }).isVisible()).toBe(true)

    await askwell.restart()
    await page.goto(`${shop}/third`)
    const agent = await openWindow()
    await becomeAgent(agent, askwell, 'en')
    await expect
      .poll(() => gapsOf(agent, askwell, 'open'))
      .toMatchObject([{ question: 'Do you deliver by bicycle?', questions: 1 }])
    // the question is gone, its receipt is kept
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage))).toEqual(['askwell:pk_demo:asked'])
  })

  test('what is published in one browser is found in another that is open already', async () => {
    const askwell = await startAskwell(database)
    const page = await openWindow()
    await page.goto(await openShop(askwell, 'en'))
    await page.getByRole('button', { name: widget.help, exact: true }).click()
    await page.getByRole('option').first().waitFor()

    const agent = await openWindow()
    await becomeAgent(agent, askwell, 'en')
    await agent.getByRole('link', { name: desk.shell.entries, exact: true }).first().click()
    await agent.getByRole('button', { name: desk.entries.create }).first().click()
    await agent.getByLabel(desk.entries.dialog.question).fill('Can I visit your tea garden?')
    await agent.getByRole('button', { name: desk.entries.dialog.create, exact: true }).click()
    await agent.getByRole('textbox', { name: desk.editor.answer, exact: true }).click()
    await agent.keyboard.insertText('Every Saturday in spring.')
    await agent.getByText(desk.save.saved, { exact: true }).waitFor()

    await page.getByRole('combobox').fill('visit tea garden')
    await page.getByText(widget.noAnswer('visit tea garden')).first().waitFor() // a draft is nowhere public
    await agent.getByRole('button', { name: desk.editor.publish, exact: true }).click()
    await agent.getByText(desk.editor.published).waitFor()

    await page.getByRole('combobox').fill('visit the garden')
    await page.getByRole('option', { name: 'Can I visit your tea garden?' }).waitFor()
  })

  test('of two agents on one gap, the second is told, and nothing is overwritten', async () => {
    const askwell = await startAskwell(database)
    const visitor = await openWindow()
    await visitor.goto(await openShop(askwell, 'en'))
    await visitor.getByRole('button', { name: widget.help, exact: true }).click()
    await visitor.getByRole('option', { name: widget.askUs }).click()
    await visitor.getByRole('textbox', { name: widget.question }).fill('Do you rent samovars?')
    await visitor.getByRole('button', { name: widget.send }).click()
    await visitor.getByText(widget.sentTitle).waitFor()

    const [ann, bo] = [await openWindow(), await openWindow()]
    await becomeAgent(ann, askwell, 'en')
    const invited = await askwell.run('invite', '--role', 'publisher')
    await becomeAgent(bo, askwell, 'en', { invite: /\S+#\S+/.exec(invited)![0], name: 'Bo' })
    for (const agent of [ann, bo]) await agent.getByRole('link', { name: 'Do you rent samovars?' }).click()
    await bo.getByRole('button', { name: desk.gap.write }).waitFor()
    await ann.getByRole('button', { name: desk.gap.write }).click()
    await ann.getByRole('textbox', { name: desk.editor.answer, exact: true }).click()
    await ann.keyboard.insertText('By the week.')
    await ann.getByText(desk.save.saved, { exact: true }).waitFor()

    await bo.getByText(desk.gap.takenBy('Ann')).waitFor()
    await bo.getByRole('link', { name: desk.gap.open }).click()
    const question = bo.getByRole('textbox', { name: desk.editor.question, exact: true })
    await question.fill('Do you rent out samovars?')
    await bo.getByText(desk.save.saved, { exact: true }).waitFor()

    // Ann goes on with what she has on her screen
    await ann.keyboard.insertText(' From 40 €.')
    await ann
      .getByRole('alert')
      .filter({ hasText: desk.conflict.title('Bo') })
      .waitFor()
    await ann.getByRole('button', { name: desk.conflict.keepMine }).click()
    await ann.getByText(desk.save.saved, { exact: true }).waitFor()
    expect(await ann.getByRole('textbox', { name: desk.editor.answer, exact: true }).textContent()).toBe(
      'By the week. From 40 €.',
    )
  })
})
