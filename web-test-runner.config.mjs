// Element tests in a real Chromium. Vite's own pipeline stands behind the test runner, so tests see what the build sees.
import { chromeLauncher } from '@web/test-runner-chrome'
import { createServer } from 'vite'
import { chromiumFlags, chromiumPath } from './test/chromium.mjs'

const vite = await createServer({
  configFile: './vite.config.ts',
  logLevel: 'warn',
  appType: 'custom',
  cacheDir: 'node_modules/.vite-wtr',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  plugins: [
    {
      name: 'test-runner-socket',
      enforce: 'pre',
      resolveId: (id) =>
        id.endsWith('__web-dev-server__web-socket.js')
          ? { id: '/__web-dev-server__web-socket.js', external: true }
          : null,
    },
  ],
  optimizeDeps: {
    include: [
      'lit',
      'lit/decorators.js',
      'lit/directives/unsafe-html.js',
      'lunr',
      'dompurify',
      'chai',
      'axe-core',
      'hono/client',
      '@lit/task',
      'fast-check',
      'lit/directives/keyed.js',
      'lit/directives/live.js',
      'lit/directives/repeat.js',
      'codemirror',
      '@codemirror/lang-markdown',
      '@awesome.me/webawesome/dist/translations/zh-cn.js',
      '@awesome.me/webawesome/dist/components/icon/library.js',
      ...['button', 'dropdown', 'dropdown-item', 'icon', 'input', 'option', 'select'].map(
        (name) => `@awesome.me/webawesome/dist/components/${name}/${name}.js`,
      ),
    ],
    exclude: ['@web/test-runner-commands'],
  },
})

/** What modules with styles import of Vite's client; the real one wants a socket for reloading. */
const viteClient = `
  export const createHotContext = () => ({ accept() {}, prune() {}, dispose() {}, on() {} })
  export const updateStyle = (id, css) => document.head.append(Object.assign(document.createElement('style'), { textContent: css }))
  export const removeStyle = () => {}
`

/** @type {import('@web/test-runner').Middleware} */
function withoutServer(context, next) {
  if (context.path === '/@vite/client') {
    context.type = 'text/javascript'
    context.body = viteClient
  } else if (/^\/(preview|api|v1)\//.test(context.path)) {
    context.status = 404 // Vite would pass it on to a server that is not there
  } else {
    return next()
  }
}

/** @type {import('@web/test-runner').Middleware} */
function throughVite(context, next) {
  if (/^\/(__web-|__wds-|__wtr)/.test(context.path) || context.path === '/') return next()
  return new Promise((resolve, reject) => {
    const sent = () => {
      context.respond = false
      resolve()
    }
    context.res.once('finish', sent)
    context.res.statusCode = 200
    vite.middlewares(context.req, context.res, (error) => {
      context.res.off('finish', sent)
      if (error) return reject(error)
      context.res.statusCode = 404
      resolve(next())
    })
  })
}

export default {
  files: ['test/**/*.browser.ts'],
  concurrency: 2,
  middleware: [withoutServer, throughVite],
  browsers: [chromeLauncher({ launchOptions: { executablePath: await chromiumPath(), args: chromiumFlags } })],
  filterBrowserLogs: ({ args }) => !args.some((text) => String(text).startsWith('Lit is in dev mode')),
  testFramework: { config: { timeout: 10_000 } },
}
