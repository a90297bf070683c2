// Agents: members of staff, what each may do, and how they come in.

/** From least to most; each may do all that those before it may. */
export const roles = ['viewer', 'contributor', 'publisher', 'admin'] as const
export type Role = (typeof roles)[number]

export interface Agent {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly passwordHash: string
  readonly createdAt: string
}

/** Who a request comes from, without anything secret. */
export interface SignedIn {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: Role
}

/** A one-time link by which a person becomes an agent. */
export interface Invite {
  readonly secretHash: string
  readonly role: Role
  readonly expiresAt: string
}

export interface Session {
  readonly secretHash: string
  readonly agentId: string
  readonly createdAt: string
  readonly seenAt: string
}

const IDLE = 8 * 3_600_000
const ABSOLUTE = 7 * 86_400_000

export function mayAct(agent: { readonly role: Role }, role: Role): boolean {
  return roles.indexOf(agent.role) >= roles.indexOf(role)
}

/** A session ends 8 hours after its last use and 7 days after sign-in (ASVS 5.0, 7.3): the times that are too long ago. */
export function sessionLimits(now: string): { readonly seenBefore: string; readonly createdBefore: string } {
  const ago = (milliseconds: number) => new Date(Date.parse(now) - milliseconds).toISOString()
  return { seenBefore: ago(IDLE), createdBefore: ago(ABSOLUTE) }
}

export function isSessionLive(session: Session, now: string): boolean {
  const { seenBefore, createdBefore } = sessionLimits(now)
  return session.seenAt > seenBefore && session.createdAt > createdBefore
}

export function withoutSecrets({ id, name, email, role }: Agent): SignedIn {
  return { id, name, email, role }
}
