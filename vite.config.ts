// One configuration, four outputs: the console, the widget's modules, its loader script, the server. `vite` alone serves
// console and widget from source with reload and hands the rest to the server beside it (npm run dev).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build, defineConfig, type Plugin } from 'vite'

const at = (path: string) => resolve(import.meta.dirname, path)
const web = at('dist/web')
const WIDGET = 'widget/embed.ts'
/** What the first opening needs before anything can be typed: one file beside the entry, not a handful of small ones. */
const SHELL =
  /node_modules\/(@?lit\b|lit-|@lit\/)|\/shared\/(language|limits|normalize)\.ts$|\/widget\/(askwell-|back-|digest|events|found\.|help-server|home|icons|identity|import-again|kept-|knowledge|launcher|marked-text|messages\.ts|page-|panel-|plain-(json|link)|search-view|searching|storage-modes|theme|trusted-types|widget-style)/
const SERVER = `http://127.0.0.1:${process.env['PORT'] ?? 8787}`

/** The loader as one classic script, for development. */
async function bundledLoader(): Promise<string> {
  const rolldownOptions = { input: at('widget/loader.ts'), output: { format: 'iife' as const } }
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, rolldownOptions },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (!output || !('output' in output)) throw new Error('The loader was not built.')
  return output.output[0].code
}

/** The loader names the widget's module, whose name changes with its content. */
function loader(): Plugin {
  const withEntry = (code: string, entry: string) => code.replaceAll('__WIDGET_MODULE__', JSON.stringify(entry))
  return {
    name: 'askwell-loader',
    transform: {
      filter: { id: /widget\/loader\.ts$/ },
      handler(code) {
        if (this.environment.name !== 'loader') return
        const manifest = JSON.parse(readFileSync(join(web, 'w/manifest.json'), 'utf8')) as Record<
          string,
          { file: string }
        >
        return { code: withEntry(code, manifest[WIDGET]!.file), map: null }
      },
    },
    configureServer(server) {
      server.middlewares.use('/askwell.js', (_request, response, next) => {
        bundledLoader().then((code) => {
          response.setHeader('Content-Type', 'text/javascript')
          // a page that is not Vite's own has no client to tell it of changes
          response.end(`import('/@vite/client');${withEntry(code, WIDGET)}`)
        }, next)
      })
      server.middlewares.use((request, _response, next) => {
        if (/^\/console\/[^.]*$/.test(request.url ?? '')) request.url = '/console/index.html'
        next()
      })
    },
  }
}

/** The widget has no style sheets to preload: plain import() instead of Vite's wrapper of 2 KB. */
function plainImports(): Plugin {
  return {
    name: 'askwell-plain-imports',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'widget',
    load: { filter: { id: /^\0vite\/preload-helper/ }, handler: () => 'export const __vitePreload = (load) => load()' },
  }
}

/**
 * Of lunr the widget needs the stemmer alone, and lunr has no modules to shake out: these are its parts, and stand-ins for
 * what stemmers register themselves with. lunr-languages' files become modules, so that a page's own AMD loader never sees them.
 */
function lunrForStemming(): Plugin {
  const parts = ['token', 'stemmer'].map((part) => readFileSync(at(`node_modules/lunr/lib/${part}.js`), 'utf8'))
  const lunr = 'const lunr = { Pipeline: { registerFunction() {} }, generateStopWordFilter() {} }'
  return {
    name: 'askwell-lunr-for-stemming',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'widget',
    resolveId: { filter: { id: /^lunr$/ }, handler: () => '\0lunr-for-stemming' },
    load: {
      filter: { id: /^\0lunr-for-stemming$/ },
      handler: () => [lunr, ...parts, 'export default lunr'].join('\n'),
    },
    transform: {
      filter: { id: /node_modules\/lunr-languages\/[^/]+\.js$/ },
      handler: (code) => ({
        code: `const define = undefined, exports = {}, module = { exports }\n${code}\nexport default module.exports`,
        map: null,
      }),
    },
  }
}

/** Lit's templates go through our own Trusted Types policy, and a page that forbids it doesn't keep Lit from loading. */
function ourPolicy(): Plugin {
  const lits = /(\w+)\?\1\.createPolicy\("lit-html",\{createHTML:\w+=>\w+\}\):void 0/
  return {
    name: 'askwell-policy',
    applyToEnvironment: ({ name }) => name === 'widget',
    transform: {
      filter: { id: /\/lit-html\/lit-html\.js$/ },
      handler(code) {
        if (!lits.test(code))
          throw new Error('Lit makes its Trusted Types policy in another way now: adapt this plugin.')
        const source = JSON.stringify(at('widget/trusted-types.ts'))
        return {
          code: `import { policy as askwellPolicy } from ${source};${code.replace(lits, 'askwellPolicy')}`,
          map: null,
        }
      },
    },
  }
}

/** What keeps style sheets and templates readable for us, visitors need not fetch: there, a line break says what it says. */
function denseTexts(): Plugin {
  const dense = (css: string) =>
    css
      .replace(/\/\*.*?\*\//gs, '')
      .replace(/\s+/g, ' ')
      .replace(/ ?([{};,>]) ?|(?<=:) /g, '$1')
  return {
    name: 'askwell-dense-texts',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'widget',
    transform: {
      filter: { id: /\/widget\/[\w-]+\.ts$/ },
      handler: (code) => ({ code: code.replace(/(?<=\bcss`)[^`]*/g, dense).replace(/\n\s+/g, '\n'), map: null }),
    },
  }
}

/** Compressed once here rather than at every request. */
function compress(folder: string): void {
  for (const item of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!item.isFile() || !/\.(js|css|html|svg|json)$/.test(item.name)) continue
    const file = join(item.parentPath, item.name)
    writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)))
  }
}

const named = (folder: string) => ({
  entryFileNames: `${folder}/[name]-[hash].js`,
  chunkFileNames: `${folder}/[name]-[hash].js`,
  assetFileNames: `${folder}/[name]-[hash][extname]`,
})

export default defineConfig({
  appType: 'mpa',
  plugins: [loader(), plainImports(), lunrForStemming(), ourPolicy(), denseTexts()],
  server: {
    port: 5173,
    strictPort: true,
    proxy: Object.fromEntries(['/v1', '/api', '/demo', '/preview', '/check', '/help'].map((path) => [path, SERVER])),
  },
  // known beforehand, or the first visit in development reloads the page under one's hands
  optimizeDeps: {
    include: [
      ...['lit', 'lit/decorators.js', '@lit/task', 'dompurify', 'lunr'],
      ...['stemmer.support', 'de', 'es', 'fr', 'it', 'nl', 'pt'].map((part) => `lunr-languages/lunr.${part}.js`),
    ],
  },
  build: { target: 'es2022', modulePreload: false },
  experimental: { renderBuiltUrl: (_file, { hostType }) => (hostType === 'js' ? { relative: true } : undefined) },
  environments: {
    client: {
      build: {
        outDir: web,
        emptyOutDir: true,
        rolldownOptions: { input: at('console/index.html'), output: named('assets') },
      },
    },
    widget: {
      consumer: 'client',
      build: {
        outDir: web,
        emptyOutDir: false,
        manifest: 'w/manifest.json',
        rolldownOptions: {
          input: { widget: at(WIDGET) },
          preserveEntrySignatures: 'strict',
          // every page view pays for the entry's name, which is in the loader; hexadecimal digits compress best
          output: {
            ...{ format: 'es', ...named('w'), entryFileNames: 'w/e-[hash].js', hashCharacters: 'hex' },
            codeSplitting: { groups: [{ name: 'shell', test: SHELL }] },
          },
        },
      },
    },
    loader: {
      consumer: 'client',
      build: {
        outDir: web,
        emptyOutDir: false,
        rolldownOptions: {
          input: { askwell: at('widget/loader.ts') },
          output: { format: 'iife', entryFileNames: '[name].js' },
        },
      },
    },
    server: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['better-sqlite3', 'pg', 'pino', '@node-rs/argon2', 'tinypool'] },
      build: {
        outDir: at('dist/server'),
        emptyOutDir: true,
        minify: false,
        sourcemap: true,
        target: 'node20',
        rolldownOptions: {
          input: { main: at('server/main.ts'), tasks: at('server/work/tasks.ts') },
          preserveEntrySignatures: 'strict',
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'widget', 'loader', 'server']) await builder.build(builder.environments[name]!)
      compress(web)
    },
  },
})
