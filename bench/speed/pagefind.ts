// Pagefind's index of the same entries: files beside a site, of which its search fetches what it needs.
import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createIndex } from 'pagefind'
import type { Entry } from '../data.ts'
import type { Language } from './help-text.ts'

export interface PagefindFiles {
  readonly folder: string
  /** Of all files; they are compressed already. A visitor fetches a part of them. */
  readonly bytes: number
}

export async function pagefindFiles(language: Language, entries: readonly Entry[]): Promise<PagefindFiles> {
  const folder = join(import.meta.dirname, `../node_modules/.cache/pagefind/${language}-${entries.length}`)
  rmSync(folder, { recursive: true, force: true })
  const { index, errors } = await createIndex({ forceLanguage: language })
  if (!index) throw new Error(errors.join(', '))
  for (const { id, question, answer } of entries)
    await index.addCustomRecord({
      url: `/${id}`,
      content: `${question}\n${answer}`,
      language,
      meta: { title: question },
    })
  await index.writeFiles({ outputPath: folder })
  return { folder, bytes: sizeOf(folder) }
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && /\.(pf_index|pf_meta|pf_fragment|pagefind|json)$|^pagefind\.js$/.test(item.name))
    .reduce((sum, item) => sum + statSync(join(item.parentPath, item.name)).size, 0)
}
