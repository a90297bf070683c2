// Our own engine, through the doors that the product uses: its pack is built as the server builds it, encoded and decoded
// before it is searched.
import { defaultSearch } from '../../server/domain/site.ts'
import { packFor } from '../../server/work/tasks.ts'
import { encodePack } from '../../shared/pack-bytes.ts'
import type { PackSource } from '../../shared/pack.ts'
import type { Entry } from '../data.ts'
import { type Engine, OURS } from '../engine.ts'
import { openBytes } from './askwell-open.ts'

export const engine: Engine = {
  name: OURS,
  build: async (locale, entries) => openBytes(await packBytes(locale, entries)),
}

/** What travels to the browser, not yet compressed. */
export async function packBytes(locale: string, entries: readonly Entry[]): Promise<Uint8Array> {
  return encodePack(await packFor(locale, defaultSearch, entries.map(sourceOf)))
}

export function sourceOf({ id, question, phrasings, tags, answer }: Entry): PackSource {
  return { id, revision: 1, question, phrasings, tags, answer }
}
