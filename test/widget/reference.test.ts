// The reference page is committed, so that it can be read without building; it must say what the elements say.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { elementDeclarations } from '../../widget/npm/manifest.ts'
import { referencePage } from '../../widget/npm/reference.ts'

const root = join(import.meta.dirname, '../..')

test('docs/reference.md says what the elements say (npm run build:npm writes it)', async () => {
  expect(readFileSync(join(root, 'docs/reference.md'), 'utf8')).toBe(
    await referencePage(await elementDeclarations(root)),
  )
})

test('the elements of the page have their attributes, events, slots, parts and styles in the manifest', async () => {
  const [widget, search] = await elementDeclarations(root)
  expect(widget?.attributes.map(({ name }) => name)).toContain('color-scheme')
  expect(widget?.members.map(({ name }) => name)).not.toContain('readyCount') // private
  expect(widget?.events.find(({ name }) => name === 'askwell-no-answer')?.fields.map(({ name }) => name)).toEqual([
    'query',
    'outcome',
  ])
  for (const list of [widget?.slots, widget?.cssParts, widget?.cssProperties]) expect(list?.length).toBeGreaterThan(5)
  expect(search?.members.map(({ name }) => name)).toContain('site') // of the class that they share
})
