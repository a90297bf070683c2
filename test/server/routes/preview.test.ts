import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Head, PublishedEntry } from '../../../shared/contract.ts'
import { decodePack } from '../../../shared/pack-bytes.ts'
import { openPack } from '../../../shared/search.ts'
import { databases } from '../../databases.ts'
import { draftOf, publishedOf, questionOf } from '../../desk.ts'
import { newServer } from '../../http.ts'

test.each(databases)('a preview shows the draft among what is published, on %s', async (database) => {
  const server = await newServer(database)
  const { desk, site, send } = server
  const cookie = await server.signedIn('viewer')
  await publishedOf(desk, site, 'Where is my parcel?')
  const draft = await draftOf(desk, site, 'Can I return a teapot?', { answer: '**Secret** <script>x</script>' })
  const at = `/api/preview/${draft.id}/v1`

  const head = (await (await send('GET', `${at}/sites/pk_shop/head`, undefined, cookie)).json()) as Head
  const [base, delta] = await Promise.all(
    [head.pack, head.delta].map(async (hash) => {
      const pack = await send('GET', `${at}/packs/${hash}`, undefined, cookie)
      expect(pack.headers.get('Cache-Control')).toBe('no-store')
      return decodePack(gunzipSync(Buffer.from(await pack.arrayBuffer())))
    }),
  )
  const knowledge = openPack(base!).withDelta(delta!)
  expect(knowledge.search('teapot').hits[0]?.entry.id).toBe(draft.id)
  expect(knowledge.search('parcel').hits).toHaveLength(1)

  const answer = await send('GET', `${at}/entries/${draft.id}/${draft.revision}`, undefined, cookie)
  expect(((await answer.json()) as PublishedEntry).html).toBe('<p><strong>Secret</strong> </p>')
  expect((await server.fetch(`/v1/packs/${head.delta}`)).status).toBe(404)
})

test('without a session, a preview gives nothing of the draft away', async () => {
  const server = await newServer('SQLite')
  const { desk, site, fetch, send } = server
  const draft = await draftOf(desk, site, 'Secret question', { answer: 'Secret answer' })
  const cookie = await server.signedIn('viewer')
  const at = `/api/preview/${draft.id}/v1`
  const head = (await (await send('GET', `${at}/sites/pk_shop/head`, undefined, cookie)).json()) as Head
  for (const path of [
    ...[`/preview/${draft.id}`, `${at}/sites/pk_shop/head`, `${at}/packs/${head.delta}`],
    ...[`${at}/entries/${draft.id}/1`, `/v1/entries/${draft.id}/1`],
  ]) {
    const response = await fetch(path)
    if (path !== `/preview/${draft.id}`) expect([401, 404], path).toContain(response.status)
    expect(await response.text(), path).not.toMatch(/Secret/)
  }
})

test('questions that an agent asks in a preview are not logged', async () => {
  const server = await newServer('SQLite')
  const { desk, site } = server
  const draft = await draftOf(desk, site, 'Can I return a teapot?')
  const cookie = await server.signedIn('admin')
  const body = { questions: [questionOf('nothing found?')] }
  expect((await server.send('POST', `/api/preview/${draft.id}/v1/questions`, body, cookie)).status).toBe(202)
  expect(await desk.storage.questions.ungrouped(site.id, 9)).toEqual([])
})

test.each(databases)('odd addresses in a preview name nothing, on %s', async (database) => {
  const server = await newServer(database)
  const draft = await draftOf(server.desk, server.site, 'Q')
  const cookie = await server.signedIn('admin')
  for (const path of ['entries/x/1', `entries/${draft.id}x/NaN`, 'entries/x/99999999999', 'packs/x', 'entries/%00/1']) {
    const response = await server.send('GET', `/api/preview/${draft.id}/v1/${path}`, undefined, cookie)
    expect(response.status, path).toBe(404)
  }
})
