import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { describe, expect, onTestFinished, test } from 'vitest'
import { databases, newDatabase, openedStorage } from '../../databases.ts'
import { deskOn, draftOf, newSite } from '../../desk.ts'

/** A process that opens each database that it is told, and says how it went. */
const OPENER = `
  import { createInterface } from 'node:readline'
  import { openStorage } from './server/storage/open-storage.ts'
  console.log('ready')
  for await (const url of createInterface(process.stdin)) {
    try {
      const storage = await openStorage(url)
      await storage.ping()
      await storage.close()
      console.log('open')
    } catch (error) {
      console.log(String(error))
    }
  }`

function openerProcess() {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', OPENER], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill())
  const lines = createInterface(child.stdout)
  const said = async (): Promise<string> => ((await once(lines, 'line')) as [string])[0]
  return { said, open: (url: string) => (child.stdin.write(`${url}\n`), said()) }
}

describe.each(databases)('opening a %s database', (database) => {
  test('eight who open an empty database at once all succeed', async () => {
    const url = await newDatabase(database)
    const storages = await Promise.all(Array.from({ length: 8 }, () => openedStorage(url)))
    const site = await newSite(deskOn(storages[0]!))
    for (const storage of storages) expect(await storage.sites.all()).toEqual([site])
  })

  test('four processes that open an empty database at once all succeed, ten times over', async () => {
    const openers = Array.from({ length: 4 }, openerProcess)
    expect(await Promise.all(openers.map(({ said }) => said()))).toEqual(Array(4).fill('ready'))
    for (let round = 0; round < 10; round++) {
      const url = await newDatabase(database)
      expect(await Promise.all(openers.map(({ open }) => open(url)))).toEqual(Array(4).fill('open'))
    }
  })

  test('what was written is there when the database is opened again', async () => {
    const url = await newDatabase(database)
    const first = await openedStorage(url)
    const site = await newSite(deskOn(first))
    const draft = await draftOf(deskOn(first), site, 'Still here?')
    await first.close()
    expect(await (await openedStorage(url)).entries.byId(draft.id)).toEqual(draft)
  })
})
