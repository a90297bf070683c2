// What a site's own phrasings teach its search, found when its pack is built: how much each channel of the ranking
// counts there, and how sure a score makes us. Phrasings are held out in turn and asked like a customer's question, once
// with their entry among the others and once without it. Too few phrasings teach nothing: then the defaults stand.
import type { PackSource } from '../../shared/pack.ts'
import { certaintyOf, evidenceOf, type Knowledge } from '../../shared/search.ts'
import { type Channel, channels, defaultTuning, type Tuning } from '../../shared/tuning.ts'

/** What the best entries had in each channel for one question, best first. */
export interface Lesson {
  readonly candidates: readonly { readonly entryId: string; readonly channels: Readonly<Record<Channel, number>> }[]
  /** The entries that answer it; none if nothing does. */
  readonly answers: ReadonlySet<string>
  /** How much the question says (`Knowledge.substanceOf`). */
  readonly substance: number
}

const FOLDS = 5
const FEWEST = 60
const MOST = 600
const CANDIDATES = 24
/** How far the phrasings may pull the weights from the defaults. */
const CAUTION = 0.02
/** Sharpens differences of scores, so that they say who is first. */
const SHARPNESS = 10
const STEPS = 150
const RATE = 0.04
/** Of questions that have an answer, as many may be taken for unanswered. */
export const FALSE_ALARMS = 0.05

/** Opens a pack of these sources, with default tuning. */
export type Open = (sources: readonly PackSource[]) => Knowledge

/** The tuning that these sources' phrasings teach. */
export function learnTuning(sources: readonly PackSource[], open: Open): Tuning {
  const lessons = holdOut(sources, open)
  if (lessons.length < FEWEST) return defaultTuning
  const weights = fitWeights(lessons, defaultTuning.weights)
  return fitCertainty(lessons, { ...defaultTuning, weights })
}

/** Every phrasing (of many, some), asked of a pack that lacks it. */
export function holdOut(sources: readonly PackSource[], open: Open): Lesson[] {
  const all = sources.flatMap(({ id, phrasings }) => phrasings.map((text, i) => ({ id, i, text })))
  if (all.length < FEWEST) return []
  const step = Math.max(1, all.length / MOST)
  const same = sameAnswers(sources)
  const lessons: Lesson[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const isHeld = (i: number): boolean => i % FOLDS === fold
    const knowledge = open(
      sources.map((source) => ({ ...source, phrasings: source.phrasings.filter((_, i) => !isHeld(i)) })),
    )
    let next = 0
    all.forEach(({ id, i, text }, place) => {
      if (place < next) return
      next += step
      if (isHeld(i)) lessons.push(lessonOf(knowledge, text, same.get(id)!))
    })
  }
  return lessons
}

/** Entry → the entries with the very same answer, itself among them: any of them is right. */
function sameAnswers(sources: readonly PackSource[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byAnswer = new Map<string, Set<string>>()
  for (const { id, answer } of sources) {
    const key = answer.trim() || id
    byAnswer.set(key, (byAnswer.get(key) ?? new Set()).add(id))
  }
  return new Map(sources.map(({ id, answer }) => [id, byAnswer.get(answer.trim() || id)!]))
}

export function lessonOf(knowledge: Knowledge, text: string, answers: ReadonlySet<string>): Lesson {
  const found = knowledge.explain(text, CANDIDATES)
  const candidates = found.map(({ hit, channels }) => ({ entryId: hit.entry.id, channels }))
  return { candidates, answers, substance: knowledge.substanceOf(text) }
}

/**
 * A linear model by listwise softmax regression (Cao et al. 2007, ListNet's top-one loss): weights, none negative, under
 * which the right entries come first, and not far from `start` without good reason.
 */
export function fitWeights(lessons: readonly Lesson[], start: Tuning['weights'], caution = CAUTION): Tuning['weights'] {
  const rows = lessons.flatMap(({ candidates, answers }) => {
    const right = candidates.map(({ entryId }) => answers.has(entryId))
    const values = candidates.map((candidate) => channels.map((channel) => candidate.channels[channel]))
    return right.includes(true) && right.includes(false) ? [{ right, values }] : []
  })
  const prior = channels.map((channel) => start[channel])
  const weights = descend(prior, STEPS, (weights) => {
    const slope = weights.map((weight, k) => caution * (weight - prior[k]!))
    for (const { right, values } of rows) addSlope(slope, weights, right, values, rows.length)
    return slope
  })
  return Object.fromEntries(channels.map((channel, k) => [channel, rounded(weights[k]!)])) as Tuning['weights']
}

/** Adam (Kingma, Ba 2015), on numbers of which only those at the `free` places may be negative. */
function descend(
  start: readonly number[],
  steps: number,
  slopeAt: (values: readonly number[]) => readonly number[],
  { free = [] as readonly number[] } = {},
): number[] {
  const values = [...start]
  const mean = values.map(() => 0)
  const spread = values.map(() => 0)
  for (let step = 1; step <= steps; step++) {
    slopeAt(values).forEach((slope, k) => {
      mean[k] = 0.9 * mean[k]! + 0.1 * slope
      spread[k] = 0.99 * spread[k]! + 0.01 * slope ** 2
      const pull = mean[k] / (1 - 0.9 ** step) / (Math.sqrt(spread[k] / (1 - 0.99 ** step)) + 1e-8)
      const next = values[k]! - RATE * pull
      values[k] = free.includes(k) ? next : Math.max(0, next)
    })
  }
  return values
}

function addSlope(
  slope: number[],
  weights: readonly number[],
  right: readonly boolean[],
  values: readonly (readonly number[])[],
  count: number,
): void {
  const scores = values.map((row) => SHARPNESS * row.reduce((sum, value, k) => sum + value * weights[k]!, 0))
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const total = powers.reduce((sum, power) => sum + power, 0)
  const totalRight = powers.reduce((sum, power, i) => (right[i] ? sum + power : sum), 0)
  values.forEach((row, i) => {
    const pull = (SHARPNESS / count) * (powers[i]! / total - (right[i] ? powers[i]! / totalRight : 0))
    if (Math.abs(pull) > 1e-9) row.forEach((value, k) => (slope[k]! += pull * value))
  })
}

/** A question as the certainty sees it. */
interface Judged {
  readonly evidence: number
  readonly isAnswerable: boolean
}

/**
 * Logistic regression of "has an answer" on the evidence. A question without answer is the same question with its entries
 * taken out. The floor is where as many answerable questions as we allow would be called unanswered.
 */
export function fitCertainty(lessons: readonly Lesson[], tuning: Tuning): Tuning {
  const judged = lessons.flatMap((lesson): Judged[] => {
    const scored = scoresOf(lesson, tuning)
    const without = scored.filter(({ entryId }) => !lesson.answers.has(entryId))
    const known =
      lesson.answers.size > 0 ? [{ evidence: evidenceOf(scored, lesson.substance), isAnswerable: true }] : []
    return [...known, { evidence: evidenceOf(without, lesson.substance), isAnswerable: false }]
  })
  const fitted = { ...tuning, certainty: fitLogistic(judged) }
  const sure = judged
    .filter(({ isAnswerable }) => isAnswerable)
    .map(({ evidence }) => certaintyOf(evidence, fitted))
    .sort((a, b) => a - b)
  const weak = rounded(sure[Math.floor(FALSE_ALARMS * sure.length)] ?? tuning.weak)
  return { ...fitted, weak: Math.min(weak, tuning.answered) }
}

function scoresOf({ candidates }: Lesson, { weights }: Tuning): { entryId: string; score: number }[] {
  return candidates
    .map(({ entryId, channels: parts }) => ({
      entryId,
      score: channels.reduce((sum, channel) => sum + weights[channel] * parts[channel], 0),
    }))
    .sort((a, b) => b.score - a.score)
}

function fitLogistic(judged: readonly Judged[]): Tuning['certainty'] {
  const answerable = judged.filter(({ isAnswerable }) => isAnswerable).length || 1
  const share = { true: 0.5 / answerable, false: 0.5 / (judged.length - answerable || 1) }
  const slopeAt = ([scale = 0, bias = 0]: readonly number[]): number[] => {
    const slope: [number, number] = [1e-4 * scale, 0]
    for (const { evidence, isAnswerable } of judged) {
      const certainty = certaintyOf(evidence, { certainty: { scale, bias } })
      const off = (certainty - (isAnswerable ? 1 : 0)) * share[`${isAnswerable}`]
      slope[0] += off * evidence
      slope[1] += off
    }
    return slope
  }
  const [scale, bias] = descend([1, -1], 4 * STEPS, slopeAt, { free: [1] })
  return { scale: rounded(scale!), bias: rounded(bias!) }
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
