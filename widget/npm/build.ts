// `npm run build:npm`: makes the package `@askwell/widget` in dist/npm/. The widget's own modules, but with Lit and DOMPurify as
// dependencies, readable, and with types.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { createBuilder, type Plugin } from 'vite'
import askwell from '../../vite.config.ts'
import { writeDeclarations } from './declarations.ts'
import { elementDeclarations, elementsManifest } from './manifest.ts'
import { referencePage } from './reference.ts'

const root = resolve(import.meta.dirname, '../..')
const out = join(root, 'dist/npm')
const entries = ['index', 'define', 'react', 'vue'] as const
/** What Vite does to the widget for the script tag, as far as it is as good in a package. */
const kept = ['askwell-lunr-for-stemming', 'askwell-dense-texts']

interface RootPackage {
  readonly version: string
  readonly license: string
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as RootPackage
const caret = (name: string): string => `^${own.dependencies[name] ?? own.devDependencies[name]}`
const versions = (...names: string[]) => Object.fromEntries(names.map((name) => [name, caret(name)]))

const dependencies = versions('@lit/react', '@lit/task', 'dompurify', 'lit')
/** One major back works as well; who uses neither framework need not have it. */
const peers = { react: '>=18', vue: '>=3.3' }

rmSync(out, { recursive: true, force: true })
await buildModules()
writeDeclarations(root, join(out, 'types'))
const elements = await elementDeclarations(root)
writeJson('custom-elements.json', elementsManifest(elements))
writeFileSync(join(root, 'docs/reference.md'), await referencePage(elements))
writeJson('package.json', packageJson())
copyFileSync(join(root, 'docs/npm.md'), join(out, 'README.md'))
for (const name of ['embedding.md', 'reference.md']) copyFileSync(join(root, 'docs', name), join(out, name)) // it links to them
copyFileSync(join(root, 'LICENSE'), join(out, 'LICENSE'))
// parts of these are in modules of ours
for (const name of ['lunr', 'lunr-languages'])
  copyFileSync(join(root, `node_modules/${name}/LICENSE`), join(out, `LICENSE-${name}`))
console.log('Made dist/npm.')

async function buildModules(): Promise<void> {
  const plugins = (askwell.plugins as readonly Plugin[]).filter(({ name }) => kept.includes(name))
  if (plugins.length !== kept.length) throw new Error(`vite.config.ts has no longer all of ${kept.join(', ')}.`)
  const external = [...Object.keys(dependencies), ...Object.keys(peers)]
  const builder = await createBuilder({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins,
    environments: {
      widget: {
        consumer: 'client',
        build: {
          outDir: out,
          minify: false,
          target: 'es2022',
          modulePreload: false,
          // as a library: import() stays what it is, for the page's own bundler
          lib: { entry: entries.map((name) => join(root, `widget/npm/${name}.ts`)), formats: ['es'] },
          rolldownOptions: {
            external: (id) => external.some((name) => id === name || id.startsWith(`${name}/`)),
            output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'modules/[name]-[hash].js' },
          },
        },
      },
    },
  })
  await builder.build(builder.environments['widget']!)
}

function packageJson(): unknown {
  const module = (name: string) => ({ types: `./types/widget/npm/${name}.d.ts`, default: `./${name}.js` })
  return {
    name: '@askwell/widget',
    version: own.version,
    description: 'The help widget of Askwell as custom elements, for React, for Vue.',
    license: own.license,
    type: 'module',
    customElements: 'custom-elements.json',
    exports: {
      '.': module('index'),
      './define': module('define'),
      './react': module('react'),
      './vue': module('vue'),
      './custom-elements.json': './custom-elements.json',
      './package.json': './package.json',
    },
    // all others only say what they export
    sideEffects: ['./define.js', './react.js', './vue.js', './modules/*.js'],
    dependencies,
    peerDependencies: peers,
    peerDependenciesMeta: Object.fromEntries(Object.keys(peers).map((name) => [name, { optional: true }])),
  }
}

function writeJson(name: string, content: unknown): void {
  const file = join(out, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`)
}
