// Our engine's knowledge as it changes: the delta to a pack, built as the server builds it and opened as a browser does.
import { emptyLexicon } from '../../server/work/lexicon.ts'
import { decodePack, encodePack } from '../../shared/pack-bytes.ts'
import { buildPack } from '../../shared/pack.ts'
import { type Knowledge, languageOf, openPack } from '../../shared/search.ts'
import { loadStemmer } from '../../shared/stemmers.ts'
import type { Entry } from '../data.ts'
import { sourceOf } from './askwell.ts'

export interface OpenBase {
  readonly knowledge: Knowledge
  /** The bytes of what these entries change. */
  deltaBytes(changed: readonly Entry[]): Uint8Array
}

export async function openBase(bytes: Uint8Array): Promise<OpenBase> {
  const base = decodePack(bytes)
  const { locale, lexicon, tuning } = base
  const stem = await loadStemmer(locale)
  const language = languageOf(lexicon, stem)
  return {
    knowledge: openPack(base, stem),
    deltaBytes: (changed) => {
      const delta = buildPack(locale, changed.map(sourceOf), { language, lexicon, tuning })
      return encodePack({ ...delta, lexicon: emptyLexicon })
    },
  }
}

export function withDelta({ knowledge }: OpenBase, bytes: Uint8Array): Knowledge {
  return knowledge.withDelta(decodePack(bytes))
}

/** The bytes of a pack read and written again: what was understood of them. Throws for what is no pack. */
export function reread(bytes: Uint8Array): Uint8Array {
  return encodePack(decodePack(bytes))
}
