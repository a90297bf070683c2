// A page for visitors who have no widget: their page's policy forbids it, or their browser runs no scripts.
import { type Context, Hono } from 'hono'
import { parseAccept } from 'hono/utils/accept'
import { z } from 'zod'
import { QUESTION_LENGTH } from '../../shared/limits.ts'
import { closestLanguage } from '../../shared/language.ts'
import type { Desk, LiveKnowledge } from '../domain/ports.ts'
import { type HelpContent, helpContent } from '../help/help-content.ts'
import { helpPage } from '../help/help-page.ts'
import { helpStyle } from '../help/help-style.ts'
import { helpLanguages } from '../help/help-texts.ts'
import { limitedTo } from '../rate-limit.ts'
import type { RequestEnv } from '../request.ts'
import { takes } from './content.ts'

const RATE = { requests: 120, seconds: 60 }
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' https: data:", // pictures in answers
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const query = z.object({
  site: z.string().max(100).default(''),
  q: z
    .string()
    .transform((words) => words.trim().slice(0, QUESTION_LENGTH))
    .default(''),
  locale: z.string().max(35).optional(),
})

export function helpRoutes(desk: Desk, live: LiveKnowledge) {
  return new Hono<RequestEnv>()
    .use('/help/*', limitedTo(RATE)) // and /help
    .get('/help', takes('query', query), async (c) => {
      const { site: key, q, locale } = c.req.valid('query')
      return show(c, await helpContent(desk, live, { key, q, locales: wanted(c, locale) }))
    })
    .get('/help/:entry', takes('query', query), async (c) => {
      const { site: key, locale } = c.req.valid('query')
      const entry = c.req.param('entry')
      return show(c, await helpContent(desk, live, { key, q: '', entry, locales: wanted(c, locale) }))
    })
    .get('/help.css', (c) => {
      c.header('Content-Type', 'text/css; charset=utf-8')
      c.header('Cache-Control', 'no-cache')
      return c.body(helpStyle, 200)
    })
}

function show(c: Context, content: HelpContent) {
  const isThere = content.site && content.entry !== null
  c.header('Content-Security-Policy', POLICY)
  c.header('Cache-Control', 'no-cache')
  c.header('Vary', 'Accept-Language', { append: true })
  const language = closestLanguage(wanted(c, content.locale || undefined), helpLanguages, 'en')
  return c.html(helpPage(language, content), isThere ? 200 : 404)
}

/** What the visitor reads: as the address says, else as the browser does. */
function wanted(c: Context, locale: string | undefined): string[] {
  if (locale) return [locale]
  const accepted = parseAccept(c.req.header('Accept-Language') ?? '').filter(({ q, type }) => q > 0 && type !== '*')
  return accepted.map(({ type }) => type.slice(0, 35))
}
