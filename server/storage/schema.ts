// The tables, as Kysely sees them. Portable columns only: text (ids, ISO 8601 times, JSON), integer, and bytes for packs.
import type { Generated } from 'kysely'

export interface Database {
  site: SiteTable
  entry: EntryTable
  entry_revision: EntryRevisionTable
  question: QuestionTable
  gap: GapTable
  pack: PackTable
  entry_change: EntryChangeTable
  agent: AgentTable
  invite: InviteTable
  session: SessionTable
  task_lock: TaskLockTable
}

export interface SiteTable {
  id: string
  key: string
  name: string
  allowed_origins: string
  default_locale: string
  locales: string
  /** Number of the newest change of the published knowledge. */
  change: Generated<number>
  /** Settings of the search, JSON. */
  search: Generated<string>
  created_at: string
}

export interface EntryTable {
  id: string
  site_id: string
  revision: number
  state: string
  published_revision: number | null
  locale: string
  question: string
  answer: string
  phrasings: string
  tags: string
  /** Question, answer, phrasings and tags in lower case: what the console's search looks in. */
  searched: string
  source_name: string | null
  source_id: string | null
  created_at: string
  updated_at: string
  updated_by: string
}

export interface EntryRevisionTable {
  site_id: string
  entry_id: string
  revision: number
  locale: string
  question: string
  answer: string
  phrasings: string
  tags: string
  /** The sanitised answer; only revisions that were published have it. */
  html: string | null
  saved_at: string
  saved_by: string
}

export interface QuestionTable {
  /** Counts up; the order in which questions were received. */
  number: Generated<number>
  id: string
  site_id: string
  text: string
  locale: string
  outcome: string
  page: string
  email: string | null
  entry_id: string | null
  reason: string | null
  detail: string
  seen: string
  asked_at: string
  received_at: string
  /** 0 until grouping has looked at it. */
  grouped: Generated<number>
  gap_id: string | null
  settled_entry_id: string | null
}

export interface GapTable {
  id: string
  site_id: string
  revision: number
  state: string
  locale: string
  question: string
  entry_id: string | null
  taken_by: string | null
  reason: string | null
  questions: number
  first_asked_at: string
  last_asked_at: string
}

export interface PackTable {
  hash: string
  site_id: string
  locale: string
  change: number
  brotli: Uint8Array
  gzip: Uint8Array
  /** Of a delta: the hash of the pack that it changes. */
  base: string | null
  created_at: string
}

/** Which entries each change of the published knowledge touched. */
export interface EntryChangeTable {
  site_id: string
  change: number
  /** null: all of them. */
  entry_id: string | null
}

export interface AgentTable {
  id: string
  email: string
  name: string
  role: string
  password_hash: string
  created_at: string
}

export interface InviteTable {
  secret_hash: string
  role: string
  expires_at: string
}

export interface SessionTable {
  secret_hash: string
  agent_id: string
  created_at: string
  seen_at: string
}

/** One row a task that runs one at a time; locking the row is the lock. */
export interface TaskLockTable {
  task: string
}
