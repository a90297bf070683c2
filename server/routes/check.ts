// A page for web admins: why the widget does not appear on theirs, and what it needs.
import { type Context, Hono } from 'hono'
import { parseAccept } from 'hono/utils/accept'
import { z } from 'zod'
import { closestLanguage } from '../../shared/language.ts'
import { checkScript, checkStyle } from '../check/check-files.ts'
import { checkPage } from '../check/check-page.ts'
import { checkLanguages } from '../check/check-texts.ts'
import { diagnose } from '../check/diagnosis.ts'
import type { Desk } from '../domain/ports.ts'
import { limitedTo } from '../rate-limit.ts'
import type { RequestEnv } from '../request.ts'
import { takes } from './content.ts'

const RATE = { requests: 120, seconds: 60 }
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

const typed = (most: number) => z.string().trim().max(most).default('')
const checkQuery = z.object({
  site: typed(100),
  page: typed(2000),
  locale: typed(35),
  /** Of this page itself; left out: what the browser prefers. */
  lang: z.enum(checkLanguages).optional(),
})

/** `ownOrigins`: under which this server is reached, the public one first; none: as the request was. */
export function checkRoutes({ storage }: Desk, ownOrigins: readonly string[] = []) {
  return new Hono<RequestEnv>()
    .get('/check', limitedTo(RATE), takes('query', checkQuery), async (c) => {
      const { site: key, page, locale, lang } = c.req.valid('query')
      const preferred = acceptedLanguages(c)
      const site = key ? await storage.sites.byKey(key) : undefined
      const locales = locale ? [locale] : preferred.slice(0, 1)
      const [publicOrigin = new URL(c.req.url).origin, ...others] = ownOrigins
      const diagnosis = diagnose({ key, page, locales }, { site, ownOrigins: [publicOrigin, ...others] })
      c.header('Content-Security-Policy', POLICY)
      c.header('Cache-Control', 'no-store')
      c.header('Vary', 'Accept-Language', { append: true })
      return c.html(
        checkPage(lang ?? closestLanguage(preferred, checkLanguages, 'en'), diagnosis),
        key && !site ? 404 : 200,
      )
    })
    .get('/check.css', (c) => file(c, checkStyle, 'text/css; charset=utf-8'))
    .get('/check.js', (c) => file(c, checkScript, 'text/javascript; charset=utf-8'))
}

function acceptedLanguages(c: Context): string[] {
  const accepted = parseAccept(c.req.header('Accept-Language') ?? '').filter(({ q, type }) => q > 0 && type !== '*')
  return accepted.map(({ type }) => type.slice(0, 35))
}

function file(c: Context, body: string, type: string): Response {
  c.header('Content-Type', type)
  c.header('Cache-Control', 'no-cache')
  return c.body(body, 200)
}
