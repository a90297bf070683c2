// A folder of Markdown files, each an entry: the title from its front matter, its first heading or its name.
import { readdirSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import type { SourceRow } from './source.ts'
import { readText } from './source.ts'

const FRONT_MATTER = /^---[ \t]*\n(?:([\s\S]*?)\n)?---[ \t]*(?:\n|$)/
const HEADING = /^\s*#[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*(?:\n|$)/

/** YAML reads `title: 404` as a number. A key without a value is null, which means the same as no key. */
const word = z.union([z.string(), z.number(), z.boolean()]).transform(String)
const words = z.array(word)
const frontMatterSchema = z.object({
  title: word.nullish(),
  question: word.nullish(),
  tags: z.union([z.string().transform((text) => text.split(',')), words]).nullish(),
  phrasings: words.nullish(),
  lang: z.string().nullish(),
  locale: z.string().nullish(),
  language: z.string().nullish(),
  draft: z.boolean().nullish(),
  id: word.nullish(),
})

export function readMarkdownFolder(folder: string): SourceRow[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && /\.mdx?$/i.test(item.name) && !isHidden(relative(folder, item.parentPath)))
    .map((item) => join(item.parentPath, item.name))
    .sort()
    .map((file) => readMarkdown(relative(folder, file).replaceAll('\\', '/'), readText(file)))
}

export function readMarkdown(place: string, file: string): SourceRow {
  const text = file.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  if (text.startsWith('+++')) return { place, reason: 'has front matter in TOML; only YAML between --- lines is read' }
  const [whole = '', yaml = ''] = FRONT_MATTER.exec(text) ?? []
  let matter: z.infer<typeof frontMatterSchema>
  try {
    matter = frontMatterSchema.parse(parseYaml(yaml) ?? {})
  } catch (error) {
    const why =
      error instanceof z.ZodError
        ? error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
        : ''
    return { place, reason: `has front matter that can't be read${why && ` (${why})`}` }
  }
  const body = text.slice(whole.length)
  const [headingLine = '', heading] = HEADING.exec(body) ?? []
  const question = matter.question ?? matter.title ?? heading ?? basename(place).replace(/\.mdx?$/i, '')
  const locale = matter.locale ?? matter.lang ?? matter.language
  return {
    place,
    sourceId: matter.id ?? place,
    draft: matter.draft ?? false,
    text: {
      question: question.trim(),
      answer: (heading?.trim() === question.trim() ? body.slice(headingLine.length) : body).trim(),
      tags: (matter.tags ?? []).map((tag) => tag.trim()).filter(Boolean),
      phrasings: matter.phrasings ?? [],
      ...(locale && { locale }),
    },
  }
}

function isHidden(path: string): boolean {
  return path.split(/[\\/]/).some((part) => part.startsWith('.') || part === 'node_modules')
}
