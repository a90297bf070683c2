// The one way in which the domain says no.

export type RefusalCode =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'not-ready'
  | 'too-large'
  | 'too-many'
  | 'unavailable'

/** What was wanted can't be done; `message` is a sentence that the person who wanted it can act on. */
export class Refusal extends Error {
  readonly code: RefusalCode
  /** Seconds until another try may succeed. */
  readonly retryAfter: number | undefined

  constructor(code: RefusalCode, message: string, { retryAfter }: { retryAfter?: number } = {}) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.retryAfter = retryAfter
  }
}

/** The value, or a refusal where there is none. */
export function need<T>(value: T | undefined, sentence: string): T {
  if (value === undefined) throw new Refusal('not-found', sentence)
  return value
}
