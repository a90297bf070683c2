// What a run over questions comes to: right entry first, among the first three, and how well a number tells questions
// that have an answer from those that have none.

/** How one question went. */
export interface Outcome {
  /** Place of the first entry that answers it, from 0; -1 when none of them is among the hits. */
  readonly place: number
  readonly answerable: boolean
  readonly confidence: number
}

/** Share of the answerable questions with a right entry among the first `count`. */
export function rateWithin(outcomes: readonly Outcome[], count: number): number {
  const answerable = outcomes.filter((outcome) => outcome.answerable)
  return answerable.filter(({ place }) => place >= 0 && place < count).length / answerable.length
}

/** Chance that an answerable question has more confidence than an unanswerable one, equals counting half (Mann–Whitney). */
export function auroc(outcomes: readonly Outcome[]): number {
  const sorted = [...outcomes].sort((a, b) => a.confidence - b.confidence)
  const answerable = sorted.filter((outcome) => outcome.answerable).length
  let ranks = 0
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to]?.confidence === sorted[from]?.confidence) to++
    ranks += sorted.slice(from, to).filter((outcome) => outcome.answerable).length * ((from + 1 + to) / 2)
  }
  return (ranks - (answerable * (answerable + 1)) / 2) / (answerable * (sorted.length - answerable))
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The value that `share` of them do not exceed. */
export function quantile(values: readonly number[] | Float64Array, share: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}
