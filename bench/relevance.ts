// Relevance of every engine on folders of real questions: does the right entry come first, and does the engine know when
// there is none? How it is measured stands in README.md.
import { basename } from 'node:path'
import { dataFolders, type QuestionSet, readSet } from './data.ts'
import { type Engine, OURS } from './engine.ts'
import { atLeast, atMost, type Figure, moreThan, openReport, type Report } from './figures.ts'
import { loadEngines } from './load-engines.ts'
import { auroc, mean, type Outcome, rateWithin } from './measures.ts'
import { readOptions } from './options.ts'
import { evenSample } from './random.ts'
import { anchorOf, lostToTypos, overReference } from './reference.ts'
import { runTrial, type Trial } from './trial.ts'

const MOST_QUERIES = 3000
/** Fuse takes most of a second for one question to long answers. */
const MOST_QUERIES_OF_SLOW = 100
const PHRASINGS = [0, 1, 3, 5, 10]
const PHRASINGS_OF_SLOW = [0, 5]

interface Scores {
  readonly set: string
  readonly phrasings: number
  readonly engine: string
  readonly queries: number
  readonly a1: number
  readonly r3: number
  readonly auroc: number
  readonly typos: number
}

const options = readOptions()
const report = openReport(options.json)
const engines = await loadEngines(options.engines, report.note)
const ours: Scores[] = []
if (options.engines === undefined) report.note('pagefind left out here: it searches in a browser only; see `search`.')
const folders = options.folders.length > 0 ? options.folders : dataFolders()
if (folders.length === 0) report.note('relevance: skipped, there is no data.')
for (const folder of folders) {
  const set = readSet(folder)
  if (typeof set === 'string') report.note(`\n${basename(folder)}: skipped, ${set}.`)
  else await measureSet(set)
}
for (const phrasings of new Set(ours.map((scores) => scores.phrasings))) report.add(...means(phrasings))
report.close()

async function measureSet(set: QuestionSet): Promise<void> {
  const counts = (options.phrasings ?? PHRASINGS).filter((count) => count === 0 || set.wordings.length > 0)
  for (const phrasings of counts) {
    const trials = new Map<string, Trial>()
    for (const engine of engines.filter((candidate) => takesPart(candidate, set, phrasings))) {
      const queries = evenSample(set.queries, mostQueries(engine))
      try {
        trials.set(engine.name, await runTrial({ engine, set, phrasings, queries, fresh: options.fresh }))
      } catch (error) {
        report.note(`${engine.name} failed on ${set.name}: ${String(error)}`)
      }
    }
    const scores = [...trials].map(([engine, trial]) => scoresOf(set, phrasings, engine, trial))
    tell(report, set, phrasings, scores)
    report.add(...scores.flatMap(figuresOf), ...ahead(set, phrasings, trials))
    ours.push(...scores.filter(({ engine }) => engine === OURS))
  }
}

function takesPart({ slow, speaks }: Engine, { locale }: QuestionSet, phrasings: number): boolean {
  return (speaks?.(locale) ?? true) && (!slow || PHRASINGS_OF_SLOW.includes(phrasings))
}

function mostQueries({ slow }: Engine): number {
  return Math.min(options.limitQueries ?? MOST_QUERIES, slow ? MOST_QUERIES_OF_SLOW : Infinity)
}

function scoresOf(set: QuestionSet, phrasings: number, engine: string, { clean, typos }: Trial): Scores {
  const outcomes = [...clean.values()]
  return {
    ...{ set: set.name, phrasings, engine, queries: outcomes.length },
    ...{ a1: rateWithin(outcomes, 1), r3: rateWithin(outcomes, 3), auroc: auroc(outcomes) },
    typos: rateWithin([...typos.values()], 1),
  }
}

function tell({ table }: Report, { name, queries }: QuestionSet, phrasings: number, all: readonly Scores[]): void {
  const anchor = anchorOf(name, phrasings)
  const rows = all.map(({ engine, ...scores }) => [
    ...[engine, scores.a1, scores.r3, scores.auroc, scores.typos],
    scores.queries === queries.length ? 'all' : `${scores.queries}, evenly`,
  ])
  if (anchor) rows.push(['(reference)', anchor.a1, anchor.r3, anchor.auroc, anchor.typos ?? '–', ''])
  const title = `${name}, np = ${phrasings}, ${queries.length} questions`
  table(title, ['engine', 'a1', 'r3', 'AUROC', 'a1 typos', 'asked'], rows)
}

/** Only our own engine is held to the reference. */
function figuresOf({ set, phrasings, engine, ...scores }: Scores): Figure[] {
  const anchor = engine === OURS ? anchorOf(set, phrasings) : undefined
  return (['a1', 'r3', 'auroc', 'typos'] as const).map((measure) => {
    const name = measure === 'typos' ? 'a1-typos' : measure
    return atLeast(`relevance/${set}/np${phrasings}/${engine}/${name}`, scores[measure], anchor?.[measure] ?? null)
  })
}

/** By how much we are ahead of the best peer, each on the questions that both were asked. */
function ahead({ name }: QuestionSet, phrasings: number, trials: ReadonlyMap<string, Trial>): Figure[] {
  const own = trials.get(OURS)
  const peers = [...trials].filter(([engine]) => engine !== OURS).map(([, trial]) => trial)
  if (!own || peers.length === 0) return []
  const least = (kind: keyof Trial, score: (outcomes: readonly Outcome[]) => number) =>
    Math.min(...peers.map((peer) => score(shared(own[kind], peer[kind])) - score([...peer[kind].values()])))
  const figure = `relevance/${name}/np${phrasings}/ahead-of-every-peer`
  return [
    moreThan(`${figure}/a1`, least('clean', a1), 0),
    moreThan(
      `${figure}/r3`,
      least('clean', (outcomes) => rateWithin(outcomes, 3)),
      0,
    ),
    moreThan(`${figure}/auroc`, least('clean', auroc), 0),
    moreThan(`${figure}/a1-typos`, least('typos', a1), 0),
  ]
}

/** Means over the sets that there is a reference for, and what typos cost over all sets. */
function means(phrasings: number): Figure[] {
  const all = ours.filter((scores) => scores.phrasings === phrasings)
  const figure = `relevance/mean/np${phrasings}`
  const over = (measure: 'a1' | 'auroc') =>
    mean(all.flatMap((own) => difference(own[measure], anchorOf(own.set, phrasings)?.[measure])))
  const referred = all.some(({ set }) => anchorOf(set, phrasings))
  return [
    ...(referred ? [atLeast(`${figure}/a1-over-reference`, over('a1'), overReference.a1)] : []),
    ...(referred ? [atLeast(`${figure}/auroc-over-reference`, over('auroc'), overReference.auroc)] : []),
    atMost(`${figure}/a1-lost-to-typos`, mean(all.map(({ a1: own, typos }) => own - typos)), lostToTypos),
    ...(['a1', 'r3', 'auroc'] as const).map((measure) =>
      atLeast(`${figure}/${measure}`, mean(all.map((own) => own[measure]))),
    ),
  ]
}

function a1(outcomes: readonly Outcome[]): number {
  return rateWithin(outcomes, 1)
}

function shared(own: ReadonlyMap<string, Outcome>, peer: ReadonlyMap<string, Outcome>): Outcome[] {
  return [...own].filter(([id]) => peer.has(id)).map(([, outcome]) => outcome)
}

function difference(value: number, anchor: number | undefined): number[] {
  return anchor === undefined ? [] : [value - anchor]
}
