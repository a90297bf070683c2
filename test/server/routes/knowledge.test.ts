import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Head, PublishedEntry } from '../../../shared/contract.ts'
import { decodePack } from '../../../shared/pack-bytes.ts'
import { openPack } from '../../../shared/search.ts'
import { archiveEntry, saveEntry } from '../../../server/domain/write-entry.ts'
import { databases } from '../../databases.ts'
import { draftOf, publishedOf, textOf } from '../../desk.ts'
import { newServer, PAGE } from '../../http.ts'

const headOf = async (response: Response) => (await response.json()) as Head

describe.each(databases)('published knowledge over HTTP, on %s', (database) => {
  test('the head names the pack of the closest language, and says so quickly when nothing is new', async () => {
    const { fetch, desk, site } = await newServer(database)
    await publishedOf(desk, site, '如何退货', { locale: 'zh' })
    const first = await fetch('/v1/sites/pk_shop/head?locale=zh-HK')
    const head = await headOf(first.clone())
    expect(head).toMatchObject({ site: 'Shop', locale: 'zh', why: 'language' })
    expect(first.headers.get('Cache-Control')).toBe('no-cache')

    const headers = { 'If-None-Match': first.headers.get('ETag')! }
    expect((await fetch('/v1/sites/pk_shop/head?locale=zh-HK', { headers })).status).toBe(304)
    expect((await fetch('/v1/sites/pk_shop/head?locale=en', { headers })).status).toBe(200)
    await publishedOf(desk, site, '运费多少', { locale: 'zh' })
    const next = await fetch('/v1/sites/pk_shop/head?locale=zh', { headers })
    expect(next.status).toBe(200)
    expect((await headOf(next)).pack).not.toBe(head.pack)
  })

  test('a site that has nothing yet has an empty pack', async () => {
    const { fetch } = await newServer(database)
    const { pack } = await headOf(await fetch('/v1/sites/pk_shop/head'))
    const bytes = Buffer.from(await (await fetch(`/v1/packs/${pack}`)).arrayBuffer())
    expect(decodePack(gunzipSync(bytes)).entries).toEqual([])
  })

  test.each([
    ['br', 'gzip, deflate, br', brotliDecompressSync],
    ['gzip', 'gzip, deflate', gunzipSync],
    ['gzip', 'brotli', gunzipSync],
  ] as const)('a pack comes as %s to who takes "%s", and finds what was published', async (encoding, takes, decode) => {
    const { fetch, desk, site } = await newServer(database)
    const { id } = await publishedOf(desk, site, 'How do I return a teapot?')
    const { pack } = await headOf(await fetch('/v1/sites/pk_shop/head'))
    const response = await fetch(`/v1/packs/${pack}`, { headers: { 'Accept-Encoding': takes } })
    expect(response.headers.get('Content-Encoding')).toBe(encoding)
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('Vary')).toContain('Accept-Encoding')
    const knowledge = openPack(decodePack(decode(Buffer.from(await response.arrayBuffer()))))
    expect(knowledge.search('teapot').hits[0]?.entry.id).toBe(id)
  })

  test('an answer is the revision that is published, sanitised', async () => {
    const { fetch, desk, site } = await newServer(database)
    const answer = '**Yes** <script>alert(1)</script>'
    const { id, revision } = await publishedOf(desk, site, 'Can I return it?', { answer })
    const entry = (await (await fetch(`/v1/entries/${id}/${revision}`)).json()) as PublishedEntry
    expect(entry).toMatchObject({ id, revision, locale: 'en', question: 'Can I return it?' })
    expect(entry.html).toBe('<p><strong>Yes</strong> </p>')
    expect(Object.keys(entry).toSorted()).toEqual(['html', 'id', 'locale', 'publishedAt', 'question', 'revision'])
  })

  test('drafts, edits that are not published, and archived entries are no answers', async () => {
    const { fetch, desk, site } = await newServer(database)
    const draft = await draftOf(desk, site, 'Secret draft')
    const published = await publishedOf(desk, site, 'Public')
    const edited = await saveEntry(desk, published.id, published.revision, textOf('Secret edit'), 'Ada')
    const gone = await publishedOf(desk, site, 'Withdrawn')
    await archiveEntry(desk, desk.live, gone.id, gone.revision, 'Ada')
    await desk.live.idle()
    for (const path of [
      `/v1/entries/${draft.id}/1`,
      `/v1/entries/${published.id}/1`,
      `/v1/entries/${published.id}/${edited.revision}`,
      `/v1/entries/${gone.id}/${gone.revision}`,
    ]) {
      const response = await fetch(path)
      expect(response.status, path).toBe(404)
      expect(await response.text()).not.toMatch(/Secret|Withdrawn/)
    }
    const { pack } = await headOf(await fetch('/v1/sites/pk_shop/head'))
    const bytes = Buffer.from(await (await fetch(`/v1/packs/${pack}`)).arrayBuffer())
    expect(gunzipSync(bytes).toString()).not.toMatch(/Secret|Withdrawn/)
  })

  test('addresses that name nothing are not found, whatever they hold', async () => {
    const { fetch } = await newServer(database)
    for (const odd of [
      '%00',
      'x%00',
      '..%2f..',
      '%',
      '%E0%A4%A',
      '%ff',
      "'",
      '%ud800',
      'x'.repeat(5000),
      '-1',
      '1e3',
    ]) {
      for (const path of [
        ...[`/v1/sites/${odd}/head`, `/v1/sites/${odd}/check`, `/v1/packs/${odd}`, `/v1/entries/${odd}/1`],
        ...[`/v1/sites/${odd}/home`, `/v1/sites/${odd}/entries/x`, `/v1/sites/${odd}/questions?ids=x`],
        ...[`/v1/entries/x/${odd}`, `/${odd}`, `/preview/${odd}`, `/console/${odd}`, `/v1/questions?site=${odd}`],
      ]) {
        expect((await fetch(path)).status, path).toBe(404)
      }
    }
    for (const revision of ['99999999999', '9007199254740993', '0', '1.5', 'NaN', '0x1']) {
      expect((await fetch(`/v1/entries/x/${revision}`)).status, revision).toBe(404)
    }
  })

  test('a widget may be embedded anywhere, the console nowhere else', async () => {
    const { fetch } = await newServer(database)
    const open = await fetch('/v1/sites/pk_shop/head', { headers: { Origin: PAGE } })
    expect(open.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
    expect((await fetch('/api/session')).headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin')
    expect(open.headers.get('Strict-Transport-Security')).toBe('max-age=31536000; includeSubDomains')
  })
})
