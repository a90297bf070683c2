// What runs in worker threads: everything that parses Markdown or builds packs, so that the server keeps answering.
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { MarkdownError, plainText, renderMarkdown } from '../../shared/markdown.ts'
import { buildPack, encodePack, type Pack } from '../../shared/pack.ts'
import { isFound, openPack } from '../../shared/search.ts'
import type { LiveEntry } from '../domain/entry.ts'
import type { EncodedPack } from '../domain/ports.ts'

/** Brotli's best takes ten times as long for 3 % fewer bytes. */
const BROTLI_QUALITY = 6

/** What is wrong with the Markdown comes back as a value: an error loses its class and its name between threads. */
export type Rendered = { readonly html: string } | { readonly fault: string }

export function render({ markdown }: { markdown: string }): Rendered {
  try {
    return { html: renderMarkdown(markdown) }
  } catch (error) {
    if (error instanceof MarkdownError) return { fault: error.message }
    throw error
  }
}

export interface PackTask {
  readonly siteId: string
  readonly locale: string
  readonly entries: readonly LiveEntry[]
}

export async function pack({ siteId, locale, entries }: PackTask): Promise<EncodedPack> {
  const bytes = Buffer.from(encodePack(packOf(locale, entries)))
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  const [brotli, gzipped] = await Promise.all([promisify(brotliCompress)(bytes, { params }), promisify(gzip)(bytes)])
  const hash = createHash('sha256').update(`${siteId}\n`).update(bytes).digest('base64url').slice(0, 22)
  return { hash, brotli, gzip: gzipped }
}

export interface ReplayTask {
  readonly locale: string
  readonly entries: readonly LiveEntry[]
  readonly entryId: string
  readonly wordings: readonly string[]
}

export function replay({ locale, entries, entryId, wordings }: ReplayTask): boolean[] {
  const knowledge = openPack(packOf(locale, entries))
  return wordings.map((wording) => isFound(knowledge, entryId, wording))
}

function packOf(locale: string, entries: readonly LiveEntry[]): Pack {
  return buildPack(
    locale,
    entries.map(({ html, ...entry }) => ({ ...entry, answer: plainText(html) })),
  )
}
