// What a page still holds after the widget has come, was opened, searched, closed and destroyed many times.
import type { Browser } from 'playwright-core'
import { comeAndGo, heardOnPage, held, type Tag } from '../../test/journeys/leaks.ts'

/** More than there was at the start; templates that are made once are there by then. */
export interface Left {
  readonly listeners: number
  readonly nodes: number
  /** Of listeners on the page's own window and document. */
  readonly heard: number
}

interface Rounds {
  readonly tag: Tag
  readonly rounds: number
}

const WARM = 2

export async function leftAfter(browser: Browser, address: string, { tag, rounds }: Rounds): Promise<Left> {
  const page = await browser.newPage()
  await page.goto(address)
  const heard = await heardOnPage(page)
  for (let round = 0; round < WARM; round++) await comeAndGo(page, tag)
  const before = await held(page)
  for (let round = 0; round < rounds; round++) await comeAndGo(page, tag)
  const after = await held(page)
  const left = { listeners: after.listeners - before.listeners, nodes: after.nodes - before.nodes }
  return { ...left, heard: (await heardOnPage(page)).length - heard.length }
}
