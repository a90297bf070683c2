// Pages and files for browsers: the widget, the console, the demo shop, the preview.
import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Desk } from '../domain/ports.ts'
import { need, Refusal } from '../domain/refusal.ts'
import { demoSiteKey } from '../demo/content.ts'
import { isTheme, shopPage } from '../demo/shop.ts'
import { entryById } from '../domain/write-entry.ts'
import type { RequestEnv } from '../request.ts'
import { checkRoutes } from './check.ts'
import { revalidated } from './revalidated.ts'
import type { WebFile } from '../web-files.ts'

const PAGE_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'", // style attributes in the templates of the console's controls
  "img-src 'self' https: data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ')

export function pageRoutes(desk: Desk, files: ReadonlyMap<string, WebFile>, ownOrigins?: readonly string[]) {
  const { storage } = desk
  return new Hono<RequestEnv>()
    .get('/', (c) => c.redirect('/console/'))
    .route('/', checkRoutes(desk, ownOrigins))
    .get('/demo', (c) => {
      c.header('Content-Security-Policy', PAGE_POLICY)
      const theme = c.req.query('theme')
      const language = c.req.query('lang') === 'zh' ? 'zh' : 'en'
      return c.html(shopPage(language, demoSiteKey, isTheme(theme) ? theme : undefined))
    })
    .get('/preview/:entry', async (c) => {
      const entry = await entryById({ storage }, c.req.param('entry'))
      const site = need(await storage.sites.byId(entry.siteId), 'There is no such site.')
      c.header('Content-Security-Policy', PAGE_POLICY)
      return c.html(previewPage(entry.id, entry.locale, site.key))
    })
    .get('/console', (c) => c.redirect('/console/'))
    .get('/console/*', (c) => {
      const page = files.get('/console/index.html')
      if (!page) throw new Refusal('not-found', 'The console is not built. Run "npm run build".')
      c.header('Content-Security-Policy', PAGE_POLICY)
      return send(c, page)
    })
    .get('*', revalidated, (c, next) => {
      const file = files.get(c.req.path)
      if (!file || file.type.startsWith('text/html')) return next()
      c.header('Access-Control-Allow-Origin', '*') // scripts of the widget are modules, which other origins fetch with CORS
      return Promise.resolve(send(c, file))
    })
}

function send(c: Context, { body, brotli, type, etag, hashed }: WebFile): Response {
  c.header('Cross-Origin-Resource-Policy', 'cross-origin')
  c.header('Content-Type', type)
  c.header('ETag', etag)
  c.header('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
  c.header('Vary', 'Accept-Encoding', { append: true })
  if (!brotli || !/\bbr\b/.test(c.req.header('Accept-Encoding') ?? '')) return c.body(body, 200)
  c.header('Content-Encoding', 'br')
  return c.body(brotli, 200)
}

/** An empty page with the real widget on it, open, on the preview's knowledge. What it shows takes a session. */
function previewPage(entryId: string, locale: string, siteKey: string) {
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Preview</title>
      </head>
      <body>
        <script
          async
          src="/askwell.js"
          data-site="${siteKey}"
          data-server="/api/preview/${entryId}"
          data-locale="${locale}"
          data-storage="none"
          data-load="eager"
          data-open
          data-quiet
        ></script>
      </body>
    </html>`
}
