// What runs in worker threads: everything that parses Markdown or builds packs, so that the server keeps answering.
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib'
import { MarkdownError, plainText, renderMarkdown } from '../../shared/markdown.ts'
import { decodePack, encodePack } from '../../shared/pack-bytes.ts'
import { buildPack, type Pack, type PackSource } from '../../shared/pack.ts'
import { isFound, languageOf, openPack } from '../../shared/search.ts'
import { loadStemmer } from '../../shared/stemmers.ts'
import { defaultTuning, type Tuning } from '../../shared/tuning.ts'
import type { LiveEntry } from '../domain/entry.ts'
import type { Changes, EncodedPack } from '../domain/ports.ts'
import { learnTuning } from './learning.ts'
import type { SiteSearch } from '../domain/site.ts'
import { emptyLexicon, lexiconOf } from './lexicon.ts'

/** Brotli's best takes seconds for a megabyte; a delta is small, and somebody waits for it. */
const PACK_QUALITY = 10
const DELTA_QUALITY = 6

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
  readonly search: SiteSearch
  /** The entries as JSON, some at a time. */
  readonly pages: readonly Uint8Array[]
}

export async function pack({ siteId, locale, search, pages }: PackTask): Promise<EncodedPack> {
  const entries = pages.flatMap((page) => JSON.parse(new TextDecoder().decode(page)) as LiveEntry[])
  return encoded(siteId, await packFor(locale, search, sourcesOf(entries)), PACK_QUALITY)
}

/** The pack of these sources, its tuning learned from their phrasings. */
export async function packFor(locale: string, search: SiteSearch, sources: readonly PackSource[]): Promise<Pack> {
  const stem = await loadStemmer(locale)
  const lexicon = lexiconOf(locale, stem, sources, search)
  const language = languageOf(lexicon, stem)
  const build = (some: readonly PackSource[], tuning = defaultTuning): Pack =>
    buildPack(locale, some, { language, lexicon, tuning })
  const learned = learnTuning(sources, (some) => openPack(build(some), stem))
  return build(sources, withFloor(learned, search.floor))
}

function withFloor(learned: Tuning, floor: number | null): Tuning {
  return floor === null ? learned : { ...learned, weak: floor, answered: Math.max(learned.answered, floor) }
}

export interface DeltaTask extends Changes {
  readonly siteId: string
}

export async function delta({ siteId, ...changes }: DeltaTask): Promise<EncodedPack> {
  const { changed } = await apply(changes)
  const base = createHash('sha256').update(changes.base).digest('base64url')
  return encoded(`${siteId} ${base}`, { ...changed, lexicon: emptyLexicon }, DELTA_QUALITY) // its pack has the words
}

export interface ReplayTask extends Changes {
  readonly entryId: string
  readonly wordings: readonly string[]
}

export async function replay({ entryId, wordings, ...changes }: ReplayTask): Promise<boolean[]> {
  const { base, changed, stem } = await apply(changes)
  const knowledge = openPack(base, stem).withDelta(changed)
  return wordings.map((wording) => isFound(knowledge, entryId, wording))
}

/** A delta is read as its pack is: with the same words and the same tuning. */
async function apply({ base: bytes, entries, removed }: Changes) {
  const base = decodePack(await promisify(brotliDecompress)(bytes))
  const { locale, lexicon, tuning } = base
  const stem = await loadStemmer(locale)
  const language = languageOf(lexicon, stem)
  const changed = buildPack(locale, sourcesOf(entries), { language, lexicon, tuning, removed })
  return { base, changed, stem }
}

/** `owner`: the same content of another site, or on another pack, is another pack. */
async function encoded(owner: string, pack: Pack, quality: number): Promise<EncodedPack> {
  const bytes = encodePack(pack)
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  const [brotli, gzipped] = await Promise.all([promisify(brotliCompress)(bytes, { params }), promisify(gzip)(bytes)])
  const digest = (data: string | Uint8Array) => createHash('sha256').update(data).digest('base64url')
  // the part after the dot is what a browser can check the content by
  const hash = `${digest(owner).slice(0, 11)}.${digest(bytes).slice(0, 22)}`
  return { hash, brotli, gzip: gzipped }
}

function sourcesOf(entries: readonly LiveEntry[]): PackSource[] {
  return entries.map(({ html, ...entry }) => ({ ...entry, answer: plainText(html) }))
}
