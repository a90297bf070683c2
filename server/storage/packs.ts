import { type Kysely, sql } from 'kysely'
import type { Packs } from '../domain/ports.ts'
import type { Database } from './schema.ts'

/** Widgets that have just read an older head can still fetch what it names. */
const KEPT = 3

export function storedPacks(db: Kysely<Database>): Packs {
  return {
    async store({ siteId, locale, change, hash, brotli, gzip, base }, createdAt) {
      const bytes = { brotli: Buffer.from(brotli), gzip: Buffer.from(gzip) } // better-sqlite3 binds nothing but Buffers
      const row = { site_id: siteId, locale, change, hash, base, ...bytes, created_at: createdAt }
      await db
        .insertInto('pack')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['site_id', 'locale', 'hash']).doUpdateSet({ change }).where('pack.change', '<', change),
        )
        .execute()
      await forgetOld(db, siteId, locale)
    },
    async advance(siteId, locale, hash, change) {
      await db
        .updateTable('pack')
        .set({ change })
        .where('site_id', '=', siteId)
        .where('locale', '=', locale)
        .where('hash', '=', hash)
        .where('change', '<', change)
        .execute()
    },
    async byHash(hash) {
      const row = await db.selectFrom('pack').selectAll().where('hash', '=', hash).executeTakeFirst()
      return row && { ...row, siteId: row.site_id }
    },
    async head(siteId, locale) {
      const row = await db
        .selectFrom('pack')
        .innerJoin('pack as base', (join) =>
          join
            .onRef('base.site_id', '=', 'pack.site_id')
            .onRef('base.locale', '=', 'pack.locale')
            .on('base.hash', '=', sql<string>`coalesce(pack.base, pack.hash)`),
        )
        .select(['pack.hash', 'pack.change', 'base.hash as baseHash', 'base.change as baseChange'])
        .select(sql<number>`length(base.brotli)`.as('size'))
        .where('pack.site_id', '=', siteId)
        .where('pack.locale', '=', locale)
        .orderBy('pack.change', 'desc')
        .orderBy(sql`case when pack.base is null then 0 else 1 end`) // a whole pack of the same change is better
        .orderBy('pack.created_at', 'desc')
        .limit(1)
        .executeTakeFirst()
      if (!row) return undefined
      const { hash, change, baseHash, baseChange, size } = row
      return { hash, change, base: { hash: baseHash, change: baseChange, size } }
    },
  }
}

/** Keeps the newest, and the packs that they build on. */
async function forgetOld(db: Kysely<Database>, siteId: string, locale: string): Promise<void> {
  const ofLocale = db.selectFrom('pack').where('site_id', '=', siteId).where('locale', '=', locale)
  const newest = await ofLocale.select(['hash', 'base']).orderBy('change', 'desc').limit(KEPT).execute()
  const kept = newest.flatMap(({ hash, base }) => (base === null ? [hash] : [hash, base]))
  await db
    .deleteFrom('pack')
    .where('site_id', '=', siteId)
    .where('locale', '=', locale)
    .where('hash', 'not in', kept)
    .execute()
}
