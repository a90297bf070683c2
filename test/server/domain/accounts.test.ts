import { describe, expect, test } from 'vitest'
import { isSessionLive, mayAct, roles } from '../../../server/domain/agent.ts'
import { acceptInvite, inviteAgent, inviteFirstAdmin, signIn, signOut, whoIs } from '../../../server/domain/accounts.ts'
import { createVault } from '../../../server/work/vault.ts'
import { databases } from '../../databases.ts'
import { newDesk, type TestDesk } from '../../desk.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const vault = createVault()
const password = 'correct horse battery'

async function join(desk: TestDesk, more: { invite?: string; email?: string } = {}): Promise<string> {
  const invite = more.invite ?? (await inviteAgent(desk, vault, 'publisher'))
  return acceptInvite(desk, vault, { name: 'Ada', email: 'Ada@Shop.example', password, ...more, invite })
}

describe.each(databases)('accounts on %s', (database) => {
  test('whoever holds the invite becomes an agent with its role, signed in', async () => {
    const desk = await newDesk(database)
    const session = await join(desk)
    expect(await whoIs(desk, vault, session)).toEqual({
      ...{ id: expect.any(String) as string, name: 'Ada', email: 'ada@shop.example', role: 'publisher' },
    })
  })

  test('an invite works once', async () => {
    const desk = await newDesk(database)
    const invite = await inviteAgent(desk, vault, 'viewer')
    await join(desk, { invite })
    await expect(join(desk, { invite, email: 'ben@shop.example' })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('an invite is void after a week', async () => {
    const desk = await newDesk(database)
    const invite = await inviteAgent(desk, vault, 'viewer')
    desk.wait(7 * DAY)
    await expect(join(desk, { invite })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('several people can be invited to one role', async () => {
    const desk = await newDesk(database)
    const invites = [await inviteAgent(desk, vault, 'viewer'), await inviteAgent(desk, vault, 'viewer')]
    await join(desk, { invite: invites[1]! })
    await join(desk, { invite: invites[0]!, email: 'ben@shop.example' })
    expect(await desk.storage.agents.count()).toBe(2)
  })

  test('once there is an admin, the links for a first one that earlier starts printed are void', async () => {
    const desk = await newDesk(database)
    const printed = [await inviteFirstAdmin(desk, vault), await inviteFirstAdmin(desk, vault)]
    await join(desk, { invite: printed[0]! })
    const late = join(desk, { invite: printed[1]!, email: 'ben@shop.example' })
    await expect(late).rejects.toMatchObject({ code: 'forbidden' })
    const invited = await inviteAgent(desk, vault, 'admin')
    await join(desk, { invite: invited, email: 'ben@shop.example' })
    expect(await desk.storage.agents.count()).toBe(2)
  })

  test('an invite that met a taken address can be used with another', async () => {
    const desk = await newDesk(database)
    await join(desk)
    const invite = await inviteAgent(desk, vault, 'viewer')
    await expect(join(desk, { invite })).rejects.toMatchObject({ code: 'conflict' })
    await join(desk, { invite, email: 'ben@shop.example' })
    expect(await desk.storage.agents.count()).toBe(2)
  })

  test('the first admin is invited while there is no agent', async () => {
    const desk = await newDesk(database)
    const invite = await inviteFirstAdmin(desk, vault)
    const session = await join(desk, { invite: invite! })
    expect((await whoIs(desk, vault, session))?.role).toBe('admin')
    expect(await inviteFirstAdmin(desk, vault)).toBeNull()
  })

  test('an agent signs in however the address is written', async () => {
    const desk = await newDesk(database)
    await join(desk)
    const session = await signIn(desk, vault, ' ADA@shop.EXAMPLE ', password)
    expect((await whoIs(desk, vault, session))?.name).toBe('Ada')
  })

  test('an unknown address and a wrong password are told the same', async () => {
    const desk = await newDesk(database)
    await join(desk)
    const said = async (email: string, password: string) =>
      signIn(desk, vault, email, password).then(
        () => 'in',
        ({ code, message }: { code: string; message: string }) => ({ code, message }),
      )
    const wrong = await said('ada@shop.example', 'wrong password')
    expect(wrong).toMatchObject({ code: 'unauthenticated' })
    expect(await said('nobody@shop.example', password)).toEqual(wrong)
  })

  test('signing out ends this session on the server and no other', async () => {
    const desk = await newDesk(database)
    const [first, second] = [await join(desk), await signIn(desk, vault, 'ada@shop.example', password)]
    await signOut(desk, vault, first)
    expect(await whoIs(desk, vault, first)).toBeUndefined()
    expect(await whoIs(desk, vault, second)).toBeDefined()
  })

  test('a session ends eight hours after its last use', async () => {
    const desk = await newDesk(database)
    const session = await join(desk)
    desk.wait(7 * HOUR)
    expect(await whoIs(desk, vault, session)).toBeDefined()
    desk.wait(7 * HOUR)
    expect(await whoIs(desk, vault, session)).toBeDefined() // it was used seven hours ago
    desk.wait(8 * HOUR)
    expect(await whoIs(desk, vault, session)).toBeUndefined()
  })

  test('a session that is used all the time ends seven days after sign-in', async () => {
    const desk = await newDesk(database)
    const session = await join(desk)
    for (let used = 0; used < 7 * DAY - 7 * HOUR; used += 7 * HOUR) {
      expect(await whoIs(desk, vault, session)).toBeDefined()
      desk.wait(7 * HOUR)
    }
    desk.wait(7 * HOUR)
    expect(await whoIs(desk, vault, session)).toBeUndefined()
  })

  test('what the database holds opens no session', async () => {
    const desk = await newDesk(database)
    const session = await join(desk)
    const stored = await desk.storage.agents.session(vault.digest(session))
    expect(await whoIs(desk, vault, stored!.secretHash)).toBeUndefined()
    expect((await desk.storage.agents.byEmail('ada@shop.example'))?.passwordHash).toMatch(/^\$argon2id\$/)
  })
})

test('each role may do what those before it may, and nothing of those after it', () => {
  for (const [i, role] of roles.entries()) {
    for (const [j, wanted] of roles.entries()) expect(mayAct({ role }, wanted)).toBe(i >= j)
  }
})

test('a session is live up to the last moment of its eight hours and seven days, and not at it', () => {
  const at = (ms: number) => new Date(ms).toISOString()
  const session = { secretHash: 'h', agentId: 'a', createdAt: at(0), seenAt: at(0) }
  expect(isSessionLive(session, at(8 * HOUR - 1))).toBe(true)
  expect(isSessionLive(session, at(8 * HOUR))).toBe(false)
  const used = { ...session, seenAt: at(7 * DAY - HOUR) }
  expect(isSessionLive(used, at(7 * DAY - 1))).toBe(true)
  expect(isSessionLive(used, at(7 * DAY))).toBe(false)
})
