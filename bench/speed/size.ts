// What travels to the browser before it can search, compressed as our server compresses it.
import { brotliCompressSync, constants } from 'node:zlib'
import type { Entry } from '../data.ts'
import { textOf, type Language } from './help-text.ts'
import { miniIndexFor, lunrIndexFor } from './peers.ts'

const QUALITY = 10

/** Bytes over the wire. Our pack is given as it is before compression; without it only peers are measured. */
export function wireSizes(language: Language, entries: readonly Entry[], pack?: Uint8Array): Map<string, number> {
  return new Map([
    ...(pack ? [['askwell', compressed(pack)] as const] : []),
    ['text', compressed(entries.map(textOf).join('\n'))],
    ['minisearch', compressed(JSON.stringify(miniIndexFor(language, entries)))],
    ['lunr', compressed(JSON.stringify(lunrIndexFor(language, entries)))],
  ])
}

function compressed(content: string | Uint8Array): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }).length
}
