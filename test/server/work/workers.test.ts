import { resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { LiveEntry } from '../../../server/domain/entry.ts'
import { defaultSearch, type Site } from '../../../server/domain/site.ts'
import { startWorkers } from '../../../server/work/workers.ts'
import { START } from '../../desk.ts'

const TASKS = resolve(import.meta.dirname, '../../../server/work/tasks.ts')

/** The real pool, on the sources, as in development. */
function pool() {
  process.execArgv.push('--import', 'tsx') // as `npm run dev` is started
  onTestFinished(() => void process.execArgv.splice(-2))
  const workers = startWorkers(TASKS, (error) => {
    throw error
  })
  onTestFinished(() => workers.close())
  return workers
}

const shop: Site = {
  ...{ id: 's1', key: 'pk_shop', name: 'Shop', allowedOrigins: [], createdAt: START },
  ...{ defaultLocale: 'en', locales: ['en'], search: defaultSearch },
}

const entry: LiveEntry = {
  ...{ id: 'e1', revision: 1, locale: 'en', question: 'Can I return a teapot?', html: '<p>Yes.</p>' },
  ...{ publishedAt: START, phrasings: [], tags: [] },
}

test('what other threads make comes back: HTML, packs, replays', async () => {
  const workers = pool()
  expect(await workers.render('**Yes**')).toBe('<p><strong>Yes</strong></p>')
  const pack = await workers.pack(shop, 'en', [entry])
  expect(pack.hash).toMatch(/^[\w-]{11}\.[\w-]{22}$/)
  expect(pack.brotli.length).toBeGreaterThan(0)
  const changes = { base: pack.brotli, entries: [{ ...entry, id: 'e2', question: 'Do you sell cups?' }], removed: [] }
  expect((await workers.delta('s1', changes)).hash).toMatch(/^[\w-]{11}\.[\w-]{22}$/)
  expect(await workers.replay(changes, 'e2', ['cup', 'teapot', 'voucher'])).toEqual([true, false, false])
})

test('the same knowledge of two sites is two packs, of one site it is one', async () => {
  const workers = pool()
  const hashes = await Promise.all(
    ['s1', 's1', 's2'].map(async (id) => (await workers.pack({ ...shop, id }, 'en', [entry])).hash),
  )
  expect(hashes[0]).toBe(hashes[1])
  expect(hashes[0]).not.toBe(hashes[2])
})

test('Markdown that can not be rendered is refused with its sentence', async () => {
  await expect(pool().render('> '.repeat(5_000))).rejects.toMatchObject({
    ...{ name: 'Refusal', code: 'invalid', message: expect.stringContaining('deep') as string },
  })
})

test('Markdown that takes too long is given up on, and the next answer is rendered as ever', async () => {
  const workers = pool()
  const hanging = '*a '.repeat(60_000) + '_a*_ '.repeat(60_000)
  await expect(workers.render(hanging)).rejects.toMatchObject({ name: 'Refusal', code: 'invalid' })
  expect(await workers.render('fine')).toBe('<p>fine</p>')
})
