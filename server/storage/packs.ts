import type { Kysely } from 'kysely'
import type { Packs } from '../domain/ports.ts'
import type { Database } from './schema.ts'

/** Widgets that have just read an older head can still fetch what it names. */
const KEPT = 3

export function storedPacks(db: Kysely<Database>): Packs {
  return {
    async store({ siteId, locale, change, hash, brotli, gzip }, createdAt) {
      const bytes = { brotli: Buffer.from(brotli), gzip: Buffer.from(gzip) } // better-sqlite3 binds nothing but Buffers
      const row = { site_id: siteId, locale, change, hash, ...bytes, created_at: createdAt }
      await db
        .insertInto('pack')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['site_id', 'locale', 'hash']).doUpdateSet({ change }).where('pack.change', '<', change),
        )
        .execute()
      const newest = db
        .selectFrom('pack')
        .select('hash')
        .where('site_id', '=', siteId)
        .where('locale', '=', locale)
        .orderBy('change', 'desc')
        .limit(KEPT)
      await db
        .deleteFrom('pack')
        .where('site_id', '=', siteId)
        .where('locale', '=', locale)
        .where('hash', 'not in', newest)
        .execute()
    },
    async byHash(hash) {
      const row = await db.selectFrom('pack').selectAll().where('hash', '=', hash).executeTakeFirst()
      return row && { ...row, siteId: row.site_id }
    },
    async head(siteId, locale) {
      return db
        .selectFrom('pack')
        .select(['hash', 'change'])
        .where('site_id', '=', siteId)
        .where('locale', '=', locale)
        .orderBy('change', 'desc')
        .orderBy('created_at', 'desc')
        .limit(1)
        .executeTakeFirst()
    },
  }
}
