import type { Kysely, Selectable } from 'kysely'
import type { Sites } from '../domain/ports.ts'
import { defaultSearch, type Site, type SiteSearch } from '../domain/site.ts'
import { parseList } from './columns.ts'
import type { Database, SiteTable } from './schema.ts'

/** Rows in one statement: databases limit the number of values. */
const AT_ONCE = 500

export function storedSites(db: Kysely<Database>): Sites {
  return {
    async add(site) {
      await db
        .insertInto('site')
        .values({
          id: site.id,
          key: site.key,
          name: site.name,
          allowed_origins: JSON.stringify(site.allowedOrigins),
          default_locale: site.defaultLocale,
          locales: JSON.stringify(site.locales),
          search: JSON.stringify(site.search),
          created_at: site.createdAt,
        })
        .execute()
    },
    async all() {
      return (await db.selectFrom('site').selectAll().orderBy('created_at').orderBy('id').execute()).map(toSite)
    },
    async byId(id) {
      const row = await db.selectFrom('site').selectAll().where('id', '=', id).executeTakeFirst()
      return row && toSite(row)
    },
    async byKey(key) {
      const row = await db.selectFrom('site').selectAll().where('key', '=', key).executeTakeFirst()
      return row && toSite(row)
    },
    async allowOrigins(id, origins) {
      await db
        .updateTable('site')
        .set({ allowed_origins: JSON.stringify(origins) })
        .where('id', '=', id)
        .execute()
    },
    async setSearch(id, search) {
      await db
        .updateTable('site')
        .set({ search: JSON.stringify(search) })
        .where('id', '=', id)
        .execute()
    },
    async nextChange(siteId, changed) {
      const { change } = await db
        .updateTable('site')
        .set((e) => ({ change: e('change', '+', 1) }))
        .where('id', '=', siteId)
        .returning('change')
        .executeTakeFirstOrThrow()
      const rows = (changed === 'all' ? [null] : changed).map((entry_id) => ({ site_id: siteId, change, entry_id }))
      for (let i = 0; i < rows.length; i += AT_ONCE) {
        const some = rows.slice(i, i + AT_ONCE)
        await db.insertInto('entry_change').values(some).execute()
      }
      return change
    },
    async change(siteId) {
      const row = await db.selectFrom('site').select('change').where('id', '=', siteId).executeTakeFirst()
      return row?.change ?? 0
    },
  }
}

function toSite(row: Selectable<SiteTable>): Site {
  return {
    id: row.id,
    key: row.key,
    name: row.name,
    allowedOrigins: parseList(row.allowed_origins),
    defaultLocale: row.default_locale,
    locales: parseList(row.locales),
    search: { ...defaultSearch, ...(JSON.parse(row.search) as Partial<SiteSearch>) },
    createdAt: row.created_at,
  }
}
