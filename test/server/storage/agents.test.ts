import { describe, expect, test } from 'vitest'
import type { Agent } from '../../../server/domain/agent.ts'
import { databases, newStorage } from '../../databases.ts'
import { START } from '../../desk.ts'

const ada: Agent = {
  ...{ id: 'a1', email: 'ada@shop.example', name: 'Ada', role: 'publisher', passwordHash: 'hash' },
  createdAt: START,
}

describe.each(databases)('agents on %s', (database) => {
  test('an agent comes back by id and by address', async () => {
    const { agents } = await newStorage(database)
    expect(await agents.count()).toBe(0)
    await agents.add(ada)
    expect(await agents.byId('a1')).toEqual(ada)
    expect(await agents.byEmail('ada@shop.example')).toEqual(ada)
    expect(await agents.byEmail('ada@shop.exampl')).toBeUndefined()
    expect(await agents.count()).toBe(1)
  })

  test('two agents never share an address', async () => {
    const { agents } = await newStorage(database)
    await agents.add(ada)
    await expect(agents.add({ ...ada, id: 'a2' })).rejects.toThrow()
    expect(await agents.count()).toBe(1)
  })

  test('an invite can be taken once', async () => {
    const { agents } = await newStorage(database)
    const invite = { secretHash: 'h1', role: 'admin', expiresAt: START } as const
    await agents.addInvite(invite)
    expect(await agents.takeInvite('h2')).toBeUndefined()
    expect(await agents.takeInvite('h1')).toEqual(invite)
    expect(await agents.takeInvite('h1')).toBeUndefined()
  })

  test('invites for one role are taken back together, others stay', async () => {
    const { agents } = await newStorage(database)
    for (const [secretHash, role] of [
      ['h1', 'viewer'],
      ['h2', 'viewer'],
      ['h3', 'admin'],
    ] as const) {
      await agents.addInvite({ secretHash, role, expiresAt: START })
    }
    await agents.removeInvites('viewer')
    expect(await agents.takeInvite('h1')).toBeUndefined()
    expect(await agents.takeInvite('h2')).toBeUndefined()
    expect(await agents.takeInvite('h3')).toMatchObject({ role: 'admin' })
  })

  test('sessions that have ended are forgotten, by their last use or by their beginning', async () => {
    const { agents } = await newStorage(database)
    await agents.add(ada)
    const at = (hour: number) => `2026-03-01T${String(hour).padStart(2, '0')}:00:00.000Z`
    await agents.addSession({ secretHash: 'idle', agentId: 'a1', createdAt: at(5), seenAt: at(6) })
    await agents.addSession({ secretHash: 'old', agentId: 'a1', createdAt: at(1), seenAt: at(9) })
    await agents.addSession({ secretHash: 'live', agentId: 'a1', createdAt: at(5), seenAt: at(9) })
    await agents.removeSessions({ seenBefore: at(7), createdBefore: at(2) })
    const kept = await Promise.all(['idle', 'old', 'live'].map((secret) => agents.session(secret)))
    expect(kept.map((session) => session?.secretHash)).toEqual([undefined, undefined, 'live'])
  })

  test('a session is kept up to date and ends when it is removed, other sessions stay', async () => {
    const { agents } = await newStorage(database)
    await agents.add(ada)
    for (const secretHash of ['s1', 's2']) {
      await agents.addSession({ secretHash, agentId: 'a1', createdAt: START, seenAt: START })
    }
    await agents.touchSession('s1', '2026-03-01T09:00:00.000Z')
    expect(await agents.session('s1')).toMatchObject({ createdAt: START, seenAt: '2026-03-01T09:00:00.000Z' })
    expect(await agents.session('s2')).toMatchObject({ seenAt: START })
    await agents.removeSession('s1')
    expect(await agents.session('s1')).toBeUndefined()
    expect(await agents.session('s2')).toBeDefined()
  })
})
