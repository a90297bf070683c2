// What visitors' browsers pay, as a budget: bytes after Brotli, measured on what the build made.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'

const web = join(import.meta.dirname, '../dist/web')
const LOADER = 1_024
/** Without the words of one language (1,200 to 1,640) and the engine, which comes with the pack. Of this, Lit takes 6,300. */
const FIRST_OPEN = 24_600

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}

const brotli = (file: string): number => brotliCompressSync(readFileSync(join(web, file))).length

/** The widget's module and everything that it imports before it can run. */
function firstOpen(): string[] {
  const manifest = JSON.parse(readFileSync(join(web, 'w/manifest.json'), 'utf8')) as Record<string, Chunk>
  const files = new Set<string>()
  const visit = (name: string): void => {
    const chunk = manifest[name]
    if (!chunk) throw new Error(`The build made no ${name}.`)
    files.add(chunk.file)
    for (const next of chunk.imports ?? []) visit(next)
  }
  visit('widget/embed.ts')
  return [...files]
}

test(`the loader weighs at most ${LOADER} bytes`, () => {
  expect(brotli('askwell.js')).toBeLessThanOrEqual(LOADER)
})

test(`loader and shell weigh at most ${FIRST_OPEN} bytes until one can type`, () => {
  const files = firstOpen()
  expect(files.length).toBeGreaterThan(1)
  expect(['askwell.js', ...files].map(brotli).reduce((sum, size) => sum + size)).toBeLessThanOrEqual(FIRST_OPEN)
})

test('the widget holds neither schemas nor Markdown nor the builder of indexes', () => {
  const code = firstOpen()
    .map((file) => readFileSync(join(web, file), 'utf8'))
    .join('\n')
  expect(code).toContain('askwell-widget')
  expect(code).not.toMatch(/ZodError|sanitizeHtml|createFieldVectors|DOMPurify/)
})
