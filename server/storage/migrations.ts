// The steps from an empty database to today's. They only add; one that was released never changes.
import { type Kysely, type Migration, sql } from 'kysely'

export type Engine = 'sqlite' | 'postgres'

export function migrations(engine: Engine): Record<string, Migration> {
  return {
    '0001_foundation': { up: (db: Kysely<unknown>) => foundation(db, engine) },
    '0002_deltas': { up: deltas },
    '0003_helpful': { up: helpful },
    '0004_feedback': { up: feedback },
  }
}

async function foundation(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const bytes = engine === 'postgres' ? sql`bytea` : sql`blob`
  await db.schema
    .createTable('site')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('key', 'text', (c) => c.notNull().unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('allowed_origins', 'text', (c) => c.notNull())
    .addColumn('default_locale', 'text', (c) => c.notNull())
    .addColumn('locales', 'text', (c) => c.notNull())
    .addColumn('change', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute()

  await db.schema
    .createTable('entry')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('published_revision', 'integer')
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('question', 'text', (c) => c.notNull())
    .addColumn('answer', 'text', (c) => c.notNull())
    .addColumn('phrasings', 'text', (c) => c.notNull())
    .addColumn('tags', 'text', (c) => c.notNull())
    .addColumn('searched', 'text', (c) => c.notNull())
    .addColumn('source_name', 'text')
    .addColumn('source_id', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .addColumn('updated_by', 'text', (c) => c.notNull())
    .addUniqueConstraint('entry_source', ['site_id', 'source_name', 'source_id'])
    .execute()
  await db.schema.createIndex('entry_newest').on('entry').columns(['site_id', 'updated_at', 'id']).execute()

  await db.schema
    .createTable('entry_revision')
    .addColumn('entry_id', 'text', (c) => c.notNull().references('entry.id'))
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('question', 'text', (c) => c.notNull())
    .addColumn('answer', 'text', (c) => c.notNull())
    .addColumn('phrasings', 'text', (c) => c.notNull())
    .addColumn('tags', 'text', (c) => c.notNull())
    .addColumn('html', 'text')
    .addColumn('saved_at', 'text', (c) => c.notNull())
    .addColumn('saved_by', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('entry_revision_key', ['entry_id', 'revision'])
    .execute()

  await db.schema
    .createTable('gap')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('question', 'text', (c) => c.notNull())
    .addColumn('entry_id', 'text')
    .addColumn('taken_by', 'text')
    .addColumn('reason', 'text')
    .addColumn('questions', 'integer', (c) => c.notNull())
    .addColumn('first_asked_at', 'text', (c) => c.notNull())
    .addColumn('last_asked_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('gap_inbox').on('gap').columns(['site_id', 'state', 'questions']).execute()
  await db.schema.createIndex('gap_entry').on('gap').column('entry_id').execute()

  await db.schema
    .createTable('question')
    .addColumn('number', 'integer', (c) =>
      engine === 'postgres' ? c.primaryKey().generatedAlwaysAsIdentity() : c.primaryKey().autoIncrement(),
    )
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('page', 'text', (c) => c.notNull())
    .addColumn('email', 'text')
    .addColumn('entry_id', 'text')
    .addColumn('seen', 'text', (c) => c.notNull())
    .addColumn('asked_at', 'text', (c) => c.notNull())
    .addColumn('received_at', 'text', (c) => c.notNull())
    .addColumn('grouped', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('gap_id', 'text', (c) => c.references('gap.id'))
    .addColumn('settled_entry_id', 'text')
    .addUniqueConstraint('question_once', ['site_id', 'id'])
    .execute()
  await db.schema.createIndex('question_waiting').on('question').columns(['grouped', 'site_id', 'number']).execute()
  await db.schema.createIndex('question_gap').on('question').columns(['gap_id', 'text']).execute()

  await db.schema
    .createTable('pack')
    .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('change', 'integer', (c) => c.notNull())
    .addColumn('brotli', bytes, (c) => c.notNull())
    .addColumn('gzip', bytes, (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('pack_key', ['site_id', 'locale', 'hash'])
    .execute()
  await db.schema.createIndex('pack_hash').on('pack').column('hash').execute()

  await db.schema
    .createTable('agent')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('email', 'text', (c) => c.notNull().unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('password_hash', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('invite')
    .addColumn('secret_hash', 'text', (c) => c.primaryKey())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('session')
    .addColumn('secret_hash', 'text', (c) => c.primaryKey())
    .addColumn('agent_id', 'text', (c) => c.notNull().references('agent.id'))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('seen_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('task_lock')
    .addColumn('task', 'text', (c) => c.primaryKey())
    .execute()
}

/** Packs are binary from here on, with what changed since as a pack of its own. Those of before are built anew. */
async function deltas(db: Kysely<unknown>): Promise<void> {
  await sql`delete from pack`.execute(db)
  await db.schema.alterTable('pack').addColumn('base', 'text').execute()
  await db.schema
    .createTable('entry_change')
    .addColumn('site_id', 'text', (c) => c.notNull().references('site.id'))
    .addColumn('change', 'integer', (c) => c.notNull())
    .addColumn('entry_id', 'text')
    .execute()
  await db.schema.createIndex('entry_change_number').on('entry_change').columns(['site_id', 'change']).execute()
  await db.schema
    .alterTable('site')
    .addColumn('search', 'text', (c) => c.notNull().defaultTo('{}'))
    .execute()
}

/** What helped on a page, and on the whole site: each with all that the count needs, so that only the index is read. */
async function helpful(db: Kysely<unknown>): Promise<void> {
  await sql`delete from pack`.execute(db) // their form is another one now; they are built anew
  const onQuestions = (name: string) => db.schema.createIndex(name).on('question')
  await onQuestions('question_helpful').columns(['site_id', 'outcome', 'received_at', 'entry_id']).execute()
  await onQuestions('question_helpful_page')
    .columns(['site_id', 'outcome', 'page', 'received_at', 'entry_id'])
    .execute()
}

/** Why an entry did not help, and what the visitor adds. */
async function feedback(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('question').addColumn('reason', 'text').execute()
  await db.schema
    .alterTable('question')
    .addColumn('detail', 'text', (c) => c.notNull().defaultTo(''))
    .execute()
}
