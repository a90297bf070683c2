// What is learned rather than written: how much each channel of the ranking counts, and how sure a score makes us. These
// are the defaults; a pack carries its own where the site's phrasings taught better ones (server/work/learning.ts).

/** The channels of the ranking (docs/ranking.md). Each is about 0 to 1 for one entry and one question. */
export const channels = ['question', 'phrasings', 'tags', 'answer', 'together', 'wording', 'second', 'letters'] as const
export type Channel = (typeof channels)[number]

export interface Tuning {
  readonly weights: Readonly<Record<Channel, number>>
  /** Certainty is the logistic function of `scale` × evidence + `bias` (docs/ranking.md). */
  readonly certainty: { readonly scale: number; readonly bias: number }
  /** Certainty from which on a result counts as an answer, and below which as none. */
  readonly answered: number
  readonly weak: number
}

export const defaultTuning: Tuning = {
  weights: {
    question: 0.42,
    phrasings: 0,
    tags: 1,
    answer: 0.5,
    together: 1.2,
    wording: 0,
    second: 0.35,
    letters: 0.73,
  },
  certainty: { scale: 0.85, bias: -1.6 },
  answered: 0.5,
  weak: 0.3,
}
