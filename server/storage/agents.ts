import type { Kysely, Selectable } from 'kysely'
import type { Agent, Role } from '../domain/agent.ts'
import type { Agents } from '../domain/ports.ts'
import type { AgentTable, Database } from './schema.ts'

export function storedAgents(db: Kysely<Database>): Agents {
  return {
    async add({ id, email, name, role, passwordHash, createdAt }) {
      const row = { id, email, name, role, password_hash: passwordHash, created_at: createdAt }
      await db.insertInto('agent').values(row).execute()
    },
    async count() {
      const { agents } = await db
        .selectFrom('agent')
        .select(({ fn }) => fn.countAll<number>().as('agents'))
        .executeTakeFirstOrThrow()
      return agents
    },
    async byEmail(email) {
      const row = await db.selectFrom('agent').selectAll().where('email', '=', email).executeTakeFirst()
      return row && toAgent(row)
    },
    async byId(id) {
      const row = await db.selectFrom('agent').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toAgent(row)
    },
    async addInvite({ secretHash, role, expiresAt }) {
      await db.insertInto('invite').values({ secret_hash: secretHash, role, expires_at: expiresAt }).execute()
    },
    async takeInvite(secretHash) {
      const row = await db.deleteFrom('invite').where('secret_hash', '=', secretHash).returningAll().executeTakeFirst()
      return row && { secretHash, role: row.role as Role, expiresAt: row.expires_at }
    },
    async removeInvites(role) {
      await db.deleteFrom('invite').where('role', '=', role).execute()
    },
    async addSession({ secretHash, agentId, createdAt, seenAt }) {
      const row = { secret_hash: secretHash, agent_id: agentId, created_at: createdAt, seen_at: seenAt }
      await db.insertInto('session').values(row).execute()
    },
    async session(secretHash) {
      const row = await db.selectFrom('session').selectAll().where('secret_hash', '=', secretHash).executeTakeFirst()
      return row && { secretHash, agentId: row.agent_id, createdAt: row.created_at, seenAt: row.seen_at }
    },
    async touchSession(secretHash, seenAt) {
      await db.updateTable('session').set({ seen_at: seenAt }).where('secret_hash', '=', secretHash).execute()
    },
    async removeSessions({ seenBefore, createdBefore }) {
      await db
        .deleteFrom('session')
        .where((e) => e.or([e('seen_at', '<=', seenBefore), e('created_at', '<=', createdBefore)]))
        .execute()
    },
    async removeSession(secretHash) {
      await db.deleteFrom('session').where('secret_hash', '=', secretHash).execute()
    },
  }
}

function toAgent(row: Selectable<AgentTable>): Agent {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role as Role,
    passwordHash: row.password_hash,
    createdAt: row.created_at,
  }
}
