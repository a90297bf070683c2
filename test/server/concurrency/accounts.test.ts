import { describe, expect, test } from 'vitest'
import { acceptInvite, inviteAgent } from '../../../server/domain/accounts.ts'
import { createVault } from '../../../server/work/vault.ts'
import { databases, newDatabase, openedStorage } from '../../databases.ts'
import { deskOn } from '../../desk.ts'

const vault = createVault()

describe.each(databases)('accounts from two processes on %s', (database) => {
  test('four people with one link at once: one becomes an agent, the rest are told that it was used', async () => {
    const url = await newDatabase(database)
    const desks = [deskOn(await openedStorage(url), 'one'), deskOn(await openedStorage(url), 'two')] as const
    const invite = await inviteAgent(desks[0], vault, 'admin')
    const outcomes = await Promise.allSettled(
      ['ada', 'ben', 'cai', 'dee'].map((name, i) =>
        acceptInvite(desks[i % 2]!, vault, {
          ...{ invite, name, email: `${name}@shop.example`, password: 'a long enough password' },
        }),
      ),
    )
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []))
    expect(refused).toHaveLength(3)
    for (const reason of refused) expect(reason).toMatchObject({ code: 'forbidden' })
    expect(await desks[1].storage.agents.count()).toBe(1)
  })
})
