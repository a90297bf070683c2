// How agents come in and go: a one-time invite, a password, a session that the server can end.
import { type Agent, isSessionLive, type Role, sessionLimits, type SignedIn, withoutSecrets } from './agent.ts'
import type { Desk, Vault } from './ports.ts'
import { Refusal } from './refusal.ts'

const INVITE_LIFE = 7 * 86_400_000
/** A session's last use is written at most this often. */
const TOUCH_EVERY = 60_000

/** The secret of a new one-time link. */
export async function inviteAgent({ storage, clock }: Desk, vault: Vault, role: Role): Promise<string> {
  const secret = vault.newSecret()
  const expiresAt = new Date(Date.parse(clock()) + INVITE_LIFE).toISOString()
  await storage.agents.addInvite({ secretHash: vault.digest(secret), role, expiresAt })
  return secret
}

/** The secret for the first admin's link while there is no agent, else null. */
export async function inviteFirstAdmin(desk: Desk, vault: Vault): Promise<string | null> {
  return (await desk.storage.agents.count()) === 0 ? inviteAgent(desk, vault, 'admin') : null
}

/** Makes an agent of whoever holds the invite, and signs them in. Resolves with the session's secret. */
export async function acceptInvite(
  desk: Desk,
  vault: Vault,
  person: { readonly invite: string; readonly name: string; readonly email: string; readonly password: string },
): Promise<string> {
  const passwordHash = await vault.hashPassword(person.password)
  const email = person.email.toLowerCase()
  return desk.storage.serially('accounts', async (storage) => {
    const invite = await storage.agents.takeInvite(vault.digest(person.invite))
    if (!invite || invite.expiresAt <= desk.clock()) {
      throw new Refusal('forbidden', 'This link was used already or is too old. Ask for a new one.')
    }
    if (await storage.agents.byEmail(email))
      throw new Refusal('conflict', 'An agent with this e-mail address exists already.')
    const agent: Agent = {
      id: desk.newId(),
      email,
      name: person.name,
      role: invite.role,
      passwordHash,
      createdAt: desk.clock(),
    }
    // every start without an agent has printed a link for the first admin: now there is one, and the others are void
    if ((await storage.agents.count()) === 0) await storage.agents.removeInvites('admin')
    await storage.agents.add(agent)
    return startSession({ ...desk, storage }, vault, agent)
  })
}

/** Resolves with the session's secret. Says the same, as late, for an unknown address as for a wrong password. */
export async function signIn(desk: Desk, vault: Vault, email: string, password: string): Promise<string> {
  const agent = await desk.storage.agents.byEmail(email.trim().toLowerCase())
  const right = await vault.verifyPassword(agent?.passwordHash ?? (await unknownAgentHash(vault)), password)
  if (!agent || !right) throw new Refusal('unauthenticated', 'E-mail address or password is wrong.')
  return desk.storage.atomically((storage) => startSession({ ...desk, storage }, vault, agent))
}

export async function signOut({ storage }: Desk, vault: Vault, secret: string): Promise<void> {
  await storage.agents.removeSession(vault.digest(secret))
}

/** Whose session this is, if it is still live. */
export async function whoIs({ storage, clock }: Desk, vault: Vault, secret: string): Promise<SignedIn | undefined> {
  const session = await storage.agents.session(vault.digest(secret))
  if (!session || !isSessionLive(session, clock())) return undefined
  const agent = await storage.agents.byId(session.agentId)
  if (agent && Date.parse(clock()) - Date.parse(session.seenAt) > TOUCH_EVERY) {
    await storage.agents.touchSession(session.secretHash, clock())
  }
  return agent && withoutSecrets(agent)
}

async function startSession({ storage, clock }: Desk, vault: Vault, agent: Agent): Promise<string> {
  const secret = vault.newSecret()
  await storage.agents.removeSessions(sessionLimits(clock()))
  await storage.agents.addSession({
    secretHash: vault.digest(secret),
    agentId: agent.id,
    createdAt: clock(),
    seenAt: clock(),
  })
  return secret
}

const unknownAgentHashes = new WeakMap<Vault, Promise<string>>()

/** A hash that no password fits, made as the real ones are, so that checking it takes as long. */
function unknownAgentHash(vault: Vault): Promise<string> {
  const known = unknownAgentHashes.get(vault) ?? vault.hashPassword(vault.newSecret())
  unknownAgentHashes.set(vault, known)
  return known
}
