// One engine on one set: how each question went, with and without typos. What peers did is kept, for it does not change
// until their package, their configuration here or the questions do.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Query, type QuestionSet, withPhrasings } from './data.ts'
import { type Engine, OURS, type Searcher } from './engine.ts'
import type { Outcome } from './measures.ts'
import { hanOf, withTypos } from './typos.ts'

/** Outcomes by the id of the question; with typos only of questions that have an answer. */
export interface Trial {
  readonly clean: ReadonlyMap<string, Outcome>
  readonly typos: ReadonlyMap<string, Outcome>
}

export interface TrialOf {
  readonly engine: Engine
  readonly set: QuestionSet
  readonly phrasings: number
  readonly queries: readonly Query[]
  /** Measure again what is kept. */
  readonly fresh?: boolean
}

const here = import.meta.dirname
const cache = join(here, 'node_modules/.cache/trials')

export async function runTrial(trial: TrialOf): Promise<Trial> {
  if (trial.engine.name === OURS) return measure(trial)
  const file = join(cache, `${keyOf(trial)}.json`)
  if (!trial.fresh && existsSync(file)) return parse(readFileSync(file, 'utf8'))
  const measured = await measure(trial)
  mkdirSync(cache, { recursive: true })
  writeFileSync(file, JSON.stringify({ clean: [...measured.clean], typos: [...measured.typos] }))
  return measured
}

async function measure({ engine, set, phrasings, queries }: TrialOf): Promise<Trial> {
  const entries = withPhrasings(set, phrasings)
  const searcher = await engine.build(set.locale, entries)
  const han = hanOf(set.entries.map(({ question }) => question))
  const clean = new Map<string, Outcome>()
  const typos = new Map<string, Outcome>()
  for (const query of queries) {
    clean.set(query.id, await ask(searcher, query, query.text))
    if (query.gold.length > 0) typos.set(query.id, await ask(searcher, query, withTypos(query.text, han)))
  }
  return { clean, typos }
}

async function ask(searcher: Searcher, { gold }: Query, text: string): Promise<Outcome> {
  const hits = await searcher.search(text)
  return {
    place: hits.findIndex(({ id }) => gold.includes(id)),
    answerable: gold.length > 0,
    confidence: searcher.confidence?.(text) ?? hits[0]?.score ?? 0,
  }
}

/** Everything that the outcome depends on: the files of the bench that take part, the packages, the questions. */
function keyOf({ engine, set, phrasings, queries }: TrialOf): string {
  const [family = ''] = engine.name.split('-')
  const parts = ['data', 'random', 'typos', 'trial'].map((name) => `${name}.ts`)
  const own = readdirSync(join(here, 'engines')).filter(
    (file) => /^(cjk|document)\./.test(file) || file.startsWith(family),
  )
  const hash = createHash('sha256')
  for (const file of [...parts, 'package-lock.json', ...own.sort().map((name) => join('engines', name))])
    hash.update(readFileSync(join(here, file)))
  hash.update(JSON.stringify([set.entries, set.wordings, queries, phrasings]))
  return `${engine.name}-${set.name}-np${phrasings}-${hash.digest('hex').slice(0, 16)}`
}

function parse(kept: string): Trial {
  const { clean, typos } = JSON.parse(kept) as Record<keyof Trial, [string, Outcome][]>
  return { clean: new Map(clean), typos: new Map(typos) }
}
