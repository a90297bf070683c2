import { describe, expect, test } from 'vitest'
import type { SiteEntry } from '../../../shared/contract.ts'
import { archiveEntry, saveEntry } from '../../../server/domain/write-entry.ts'
import { databases } from '../../databases.ts'
import { draftOf, newSite, publishedOf, textOf } from '../../desk.ts'
import { newServer } from '../../http.ts'

const AT = '/v1/sites/pk_shop/entries'

describe.each(databases)('an entry by its id, on %s', (database) => {
  test('is the revision that visitors see, with up to three that are near to it', async () => {
    const { fetch, desk, site } = await newServer(database)
    const asked = ['Can I return a teapot?', 'Return a cup', 'Return a kettle', 'How to return a tray', 'Return a bowl']
    const entries = []
    for (const question of asked) entries.push(await publishedOf(desk, site, question))
    await publishedOf(desk, site, 'Opening hours')
    const [{ id, revision }] = entries as [(typeof entries)[number]]
    await saveEntry(desk, id, revision, textOf('Secret edit'), 'Ada')

    const response = await fetch(`${AT}/${id}`)
    const { related, ...entry } = (await response.json()) as SiteEntry
    const { publishedAt } = entry
    const html = '<p>About: Can I return a teapot?</p>'
    expect(entry).toEqual({ id, revision, locale: 'en', question: asked[0], html, publishedAt })
    expect(related).toHaveLength(3)
    for (const near of related) {
      expect(near).toEqual({ id: near.id, revision: 2, question: near.question })
      expect(asked.slice(1)).toContain(near.question)
    }
    const headers = { 'If-None-Match': response.headers.get('ETag')! }
    expect((await fetch(`${AT}/${id}`, { headers })).status).toBe(304)
  })

  test('is in its own language, whatever the visitor’s', async () => {
    const { fetch, desk, site } = await newServer(database)
    const { id } = await publishedOf(desk, site, '如何退货', { locale: 'zh' })
    await publishedOf(desk, site, '退货运费由谁承担', { locale: 'zh' })
    await publishedOf(desk, site, 'Returns')
    const entry = (await (await fetch(`${AT}/${id}?locale=en`)).json()) as SiteEntry
    expect(entry.locale).toBe('zh')
    expect(entry.related.map(({ question }) => question)).toEqual(['退货运费由谁承担'])
  })

  test('is not found while a draft, once archived, on another site, and made up', async () => {
    const { fetch, desk, site } = await newServer(database)
    const draft = await draftOf(desk, site, 'Secret draft')
    const gone = await publishedOf(desk, site, 'Secret, withdrawn')
    const foreign = await publishedOf(desk, await newSite(desk, { key: 'pk_blog' }), 'Secret of another site')
    await archiveEntry(desk, desk.live, gone.id, gone.revision, 'Ada')
    for (const id of [draft.id, gone.id, foreign.id, 'x', '%00', "'", '%E0%A4%A', 'x'.repeat(5000)]) {
      const response = await fetch(`${AT}/${id}`)
      expect(response.status, id).toBe(404)
      expect(await response.text()).not.toContain('Secret')
    }
    expect((await fetch(`/v1/sites/pk_blog/entries/${foreign.id}`)).status).toBe(200)
  })
})
