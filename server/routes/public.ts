// The public API: what widgets on customers' pages use. Answers only the origins that the site lists.
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { z } from 'zod'
import {
  type Head,
  homeQuerySchema,
  type PublishedEntry,
  questionBatchSchema,
  receiptQuerySchema,
  type Receipts,
  searchQuerySchema,
  type SiteCheck,
} from '../../shared/contract.ts'
import { homeOf } from '../domain/home.ts'
import { logQuestions } from '../domain/log-questions.ts'
import type { Desk, LiveKnowledge } from '../domain/ports.ts'
import { readEntry } from '../domain/read-entry.ts'
import { need, Refusal } from '../domain/refusal.ts'
import { searchKnowledge } from '../domain/search-knowledge.ts'
import { admitOrigin, chooseLocale, type Site, siteLocale } from '../domain/site.ts'
import { limitedTo } from '../rate-limit.ts'
import type { RequestEnv } from '../request.ts'
import { version } from '../version.ts'
import { takes } from './content.ts'
import { revalidated } from './revalidated.ts'

export interface PublicParts {
  readonly desk: Desk
  readonly live: LiveKnowledge
  /** Hears that questions were logged. */
  readonly asked: (siteId: string) => void
  /** Origins of our own pages: the demo, the preview. */
  readonly ownOrigins: readonly string[]
}

const BODY = 256 * 1024
const IMMUTABLE = 'public, max-age=31536000, immutable'
const QUESTION_RATE = { requests: 60, seconds: 60 }
const READ_RATE = { requests: 600, seconds: 60 }
/** Digits of a revision in an address; more would not fit in the column. */
export const REVISION = '[0-9]{1,9}'
const localeQuery = z.object({ locale: z.string().max(35).optional() })

export function publicRoutes({ desk, live, asked, ownOrigins }: PublicParts) {
  const { storage } = desk
  const home = homeOf(desk)
  const admitted = (c: Context, site: Site): Site => {
    const origin = c.req.header('Origin')
    admitOrigin(site, origin, ownOrigins)
    if (origin) {
      c.header('Access-Control-Allow-Origin', origin)
      c.header('Access-Control-Expose-Headers', 'Retry-After')
    }
    c.header('Vary', 'Origin', { append: true })
    return site
  }
  const siteByKey = async (key: string) => need(await storage.sites.byKey(key), wrongKey(key))
  /** Before anything else may refuse, so that an allowed page can read why. */
  const forSite = (keyOf: (c: Context) => string) =>
    createMiddleware<RequestEnv & { Variables: { site: Site } }>(async function admitPage(c, next) {
      c.set('site', admitted(c, await siteByKey(keyOf(c))))
      await next()
    })

  return (
    new Hono<RequestEnv>()
      .use('/sites/*', limitedTo(READ_RATE))
      .use('/packs/*', limitedTo(READ_RATE))
      .use('/entries/*', limitedTo(READ_RATE))
      .options('/questions', forSite(keyInQuery), (c) => {
        c.header('Access-Control-Allow-Methods', 'POST')
        c.header('Access-Control-Allow-Headers', 'Content-Type')
        c.header('Access-Control-Max-Age', '7200')
        return c.body(null, 204)
      })
      .get('/sites/:key/head', forSite(keyInPath), revalidated, takes('query', localeQuery), async (c) => {
        const { site } = c.var
        const { language, why } = chooseLocale(site, c.req.valid('query').locale)
        c.header('Cache-Control', 'no-cache')
        return c.json({ ...(await live.head(site, language)), why } satisfies Head, 200)
      })
      .get('/sites/:key/home', forSite(keyInPath), takes('query', homeQuerySchema), async (c) => {
        const { locale, page } = c.req.valid('query')
        c.header('Cache-Control', 'public, max-age=60')
        return c.json(await home(c.var.site, siteLocale(c.var.site, locale), page), 200)
      })
      .get('/sites/:key/search', forSite(keyInPath), takes('query', searchQuerySchema), async (c) => {
        const { typing, ...query } = c.req.valid('query')
        c.header('Cache-Control', 'no-cache')
        return c.json(await searchKnowledge(desk, live, c.var.site, { ...query, typing: typing === '1' }), 200)
      })
      .get('/sites/:key/entries/:id', forSite(keyInPath), revalidated, async (c) => {
        c.header('Cache-Control', 'no-cache')
        return c.json(await readEntry(desk, live, c.var.site, c.req.param('id')), 200)
      })
      .get('/sites/:key/questions', forSite(keyInPath), takes('query', receiptQuerySchema), async (c) => {
        const { ids } = c.req.valid('query')
        const receipts = await storage.questions.receipts(c.var.site.id, ids)
        const questions = receipts.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
        c.header('Cache-Control', 'no-store')
        return c.json({ questions } satisfies Receipts, 200)
      })
      /** Why a page gets no answer, and why in this language: a refusal, too, may be read from any page. */
      .get('/sites/:key/check', allPages, takes('query', localeQuery), async (c) => {
        c.header('Cache-Control', 'no-store')
        const site = await siteByKey(c.req.param('key'))
        const origin = c.req.header('Origin')
        admitOrigin(site, origin, ownOrigins)
        const { language: locale, why } = chooseLocale(site, c.req.valid('query').locale)
        const { name, locales } = site
        return c.json({ site: name, version, origin: origin ?? null, locales, locale, why } satisfies SiteCheck, 200)
      })
      .get('/packs/:hash', async (c) => {
        const pack = need(
          await storage.packs.byHash(c.req.param('hash')),
          'This pack is no longer the newest. Ask for the head.',
        )
        admitted(c, need(await storage.sites.byId(pack.siteId), 'There is no such site.'))
        return sendPack(c, pack)
      })
      .get(`/entries/:id/:revision{${REVISION}}`, async (c) => {
        const found = await storage.entries.liveRevision(c.req.param('id'), Number(c.req.param('revision')))
        const entry = need(found, 'This answer is not published.')
        admitted(c, need(await storage.sites.byId(entry.siteId), 'There is no such site.'))
        c.header('Cache-Control', IMMUTABLE)
        const { id, revision, locale, question, html, publishedAt } = entry
        return c.json({ id, revision, locale, question, html, publishedAt } satisfies PublishedEntry, 200)
      })
      /** 202 means: every question of the batch is on disk, once. */
      .post(
        '/questions',
        forSite(keyInQuery),
        limitedTo(QUESTION_RATE),
        bodyLimit({ maxSize: BODY, onError: tooLarge }),
        jsonOnly,
        takes('json', questionBatchSchema),
        async (c) => {
          const { site } = c.var
          const { questions } = c.req.valid('json')
          await logQuestions(desk, site, questions)
          asked(site.id)
          return c.json({ accepted: questions.map(({ id }) => id) }, 202)
        },
      )
  )
}

/** A pack in the encoding that the client takes; browsers take Brotli on HTTPS and on localhost only. */
export function sendPack(c: Context, pack: { readonly brotli: Uint8Array; readonly gzip: Uint8Array }): Response {
  const brotli = /\bbr\b/.test(c.req.header('Accept-Encoding') ?? '')
  c.header('Cache-Control', IMMUTABLE)
  c.header('Content-Type', 'application/octet-stream')
  c.header('Content-Encoding', brotli ? 'br' : 'gzip')
  c.header('Vary', 'Accept-Encoding', { append: true })
  return c.body(new Uint8Array(brotli ? pack.brotli : pack.gzip), 200)
}

/** A page can send forms and text without asking; JSON it can't. */
export const jsonOnly = createMiddleware(async function jsonOnly(c, next) {
  if (!/^application\/json\b/i.test(c.req.header('Content-Type') ?? '')) {
    throw new Refusal('invalid', 'Send JSON, with Content-Type: application/json.')
  }
  await next()
})

export function tooLarge(): never {
  throw new Refusal('too-large', 'The request is too large. Send fewer questions at once.')
}

/** Lets any page read the answer, be it a refusal. */
const allPages = createMiddleware(async function allowAllPages(c, next) {
  c.header('Access-Control-Allow-Origin', '*')
  await next()
})

const keyInPath = (c: Context) => c.req.param('key') ?? ''
const keyInQuery = (c: Context) => c.req.query('site') ?? ''

function wrongKey(key: string): string {
  return `There is no site with the key "${key.slice(0, 40)}". Compare data-site in the script tag with the console's.`
}
