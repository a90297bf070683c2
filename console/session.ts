// Who is signed in, for which sites, and what that role may do.
import type { Agent, SignedIn } from '../server/domain/agent.ts'
import type { Site } from '../server/domain/site.ts'
import { client, need } from './api.ts'
import { recall, remember } from './memory.ts'

export type Role = Agent['role']

export interface Session {
  readonly agent: SignedIn
  readonly sites: readonly Site[]
}

/** From least to most, as the server has it. */
const ranks: Readonly<Record<Role, number>> = { viewer: 0, contributor: 1, publisher: 2, admin: 3 }

export function may(agent: { readonly role: Role }, needed: Role): boolean {
  return ranks[agent.role] >= ranks[needed]
}

export function loadSession(signal?: AbortSignal): Promise<Session> {
  return need(client.api.session.$get(undefined, { init: { signal: signal ?? null } }))
}

export function endSession(): Promise<unknown> {
  return need(client.api.session.$delete())
}

/** The site that the agent worked on last, or the first. */
export function currentSite({ sites }: Session): Site | undefined {
  const last = recall('site')
  return sites.find(({ id }) => id === last) ?? sites[0]
}

export function rememberSite({ id }: Site): void {
  remember('site', id)
}
