// Where questions wait until the server has them: in the browser's storage as the page allows, one item a question, so that
// two tabs never overwrite each other; in memory where storage is forbidden or full.
import type { QuestionInput } from '../shared/contract.ts'
import { plainJson } from './plain-json.ts'
import { storageFor } from './storage-modes.ts'

/** A question that waits. */
export interface KeptQuestion {
  readonly question: Omit<QuestionInput, 'age'>
  /** When it was asked, by this browser's clock (milliseconds). */
  readonly at: number
}

/** Holds a hundred questions or 64 KB at most: beyond that, the oldest goes. */
export interface QuestionStore {
  /** Oldest first. */
  all(): readonly KeptQuestion[]
  add(kept: KeptQuestion): void
  remove(id: string): void
  /** How many had to go for newer ones. */
  readonly dropped: number
}

const MOST = 100
const MOST_BYTES = 65_536

export function questionStore(mode: Parameters<typeof storageFor>[0], site: string): QuestionStore {
  const prefix = `askwell:${site}:`
  const storage = storageFor(mode)
  const inMemory = new Map<string, string>()
  let dropped = 0

  const texts = (): string[] => {
    const keys = storage ? Object.keys(storage).filter((key) => key.startsWith(prefix)) : []
    return [...keys.map((key) => storage!.getItem(key) ?? ''), ...inMemory.values()]
  }
  const all = () =>
    texts()
      .flatMap(parse)
      .sort((one, other) => one.at - other.at)
  const remove = (id: string) => {
    storage?.removeItem(prefix + id)
    inMemory.delete(id)
  }
  /** Until one more of this size has room. */
  const makeRoom = (size: number) => {
    const waiting = all()
    let bytes = waiting.reduce((sum, kept) => sum + sizeOf(plainJson(kept)), size)
    while (waiting.length > 0 && (waiting.length >= MOST || bytes > MOST_BYTES)) {
      const oldest = waiting.shift()!
      bytes -= sizeOf(plainJson(oldest))
      remove(oldest.question.id)
      dropped++
    }
  }

  return {
    all,
    remove,
    add(kept) {
      const text = plainJson(kept)
      makeRoom(sizeOf(text))
      try {
        if (!storage) throw new Error('There is none.')
        storage.setItem(prefix + kept.question.id, text)
      } catch {
        inMemory.set(kept.question.id, text) // full, forbidden, or withdrawn since
      }
    },
    get dropped() {
      return dropped
    },
  }
}

function sizeOf(text: string): number {
  return new Blob([text]).size
}

function parse(json: string): KeptQuestion[] {
  try {
    const kept = JSON.parse(json) as Partial<KeptQuestion> | null
    return kept?.question && typeof kept.at === 'number' ? [kept as KeptQuestion] : []
  } catch {
    return [] // not ours, or damaged
  }
}
