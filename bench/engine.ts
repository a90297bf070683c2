// What every engine under measure can do, ours and its peers alike.
import type { Entry } from './data.ts'

export interface Found {
  readonly id: string
  readonly score: number
}

export interface Searcher {
  /** Best first, up to ten. */
  search(text: string): readonly Found[] | Promise<readonly Found[]>
  /** A search while the last word may be unfinished; `search` where the engine makes no difference. */
  type?(text: string): readonly Found[] | Promise<readonly Found[]>
  /** How sure it is of having an answer; the score of the first hit where the engine says nothing else. */
  confidence?(text: string): number
}

export interface Engine {
  readonly name: string
  /** Gets fewer questions, or the bench takes hours. */
  readonly slow?: boolean
  /** False for languages that it is not a configuration for. */
  readonly speaks?: (locale: string) => boolean
  build(locale: string, entries: readonly Entry[]): Searcher | Promise<Searcher>
}

export const OURS = 'askwell'
/** The most hits that anyone looks at. */
export const MOST = 10

export function isChinese(locale: string): boolean {
  return locale.startsWith('zh')
}
