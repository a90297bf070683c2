// What Chinese asks of a search: a word from the middle of a title finds the entry, and it does not matter which of the
// two scripts the customer or the agent writes.
import { basename } from 'node:path'
import { Converter } from 'opencc-js'
import { dataFolder, type Entry, type Query, type QuestionSet, readEntries, readSet, withPhrasings } from './data.ts'
import { type Engine, isChinese, MOST, OURS, type Searcher } from './engine.ts'
import { atLeast, atMost, openReport } from './figures.ts'
import { loadEngines } from './load-engines.ts'
import { rateWithin } from './measures.ts'
import { readOptions } from './options.ts'
import { evenSample } from './random.ts'

const TITLES = 500
/** Of long answers the beginning, for every engine: peers index whole manuals for minutes. */
const MOST_OF_ANSWER = 2000
/** Peers need long for whole articles, and their figures are near nothing. */
const TITLES_OF_PEERS = 100
const QUERIES_OF_PEERS = 300
const FOUND_GOAL = 0.99
const LOST_GOAL = 0.02
const WORD = /^\p{Script=Han}{2,4}$/u

const toTraditional = Converter({ from: 'cn', to: 'tw' })
const options = readOptions()
const report = openReport(options.json)
const engines = (await loadEngines(options.engines, report.note)).filter(({ slow }) => !slow)
if (options.engines === undefined)
  report.note('fuse and pagefind left out here: the one is slow, the other has no Node.')
const given = options.folders.length > 0
for (const folder of given ? options.folders : ['unionpay', 'help-tidb-zh'].map(dataFolder)) {
  await cutWords(folder)
  await mixScripts(folder)
}
report.close()

/** Every word of two to four characters, cut from titles by the platform's own dictionary, is asked by itself. */
async function cutWords(folder: string): Promise<void> {
  const name = basename(folder)
  const entries = readEntries(folder).map((entry) => ({ ...entry, answer: entry.answer.slice(0, MOST_OF_ANSWER) }))
  if (entries.length === 0) return report.note(`${name}: skipped, there is no data.`)
  const rows = []
  for (const engine of engines) {
    const searcher = await engine.build('zh', entries)
    const titles = evenSample(entries, engine.name === OURS ? TITLES : TITLES_OF_PEERS)
    const { all, findable, found, foundAll } = await askWords(searcher, titles, entries)
    const figure = `chinese/${name}/${engine.name}`
    report.add(
      atLeast(`${figure}/title-words-found`, found / findable, engine.name === OURS ? FOUND_GOAL : null),
      atLeast(`${figure}/title-words-found-even-if-common`, foundAll / all),
    )
    rows.push([engine.name, titles.length, findable, found / findable, all, foundAll / all])
  }
  const heads = ['engine', 'titles', `words in ≤ ${MOST} titles`, 'found', 'all words', 'found']
  report.table(`${name}: words cut from titles, their entry among the first ${MOST}`, heads, rows)
}

/** A word that more titles have than anyone looks at can't find each of them: it is counted, but not in the figure. */
async function askWords(searcher: Searcher, titles: readonly Entry[], entries: readonly Entry[]) {
  const counts = { all: 0, findable: 0, found: 0, foundAll: 0 }
  for (const { id, question } of titles) {
    for (const word of wordsOf(question)) {
      const alike = entries.filter((entry) => entry.question.includes(word)).length
      const isFound = (await searcher.search(word)).some((hit) => hit.id === id)
      counts.all++
      if (isFound) counts.foundAll++
      if (alike > MOST) continue
      counts.findable++
      if (isFound) counts.found++
    }
  }
  return counts
}

function wordsOf(title: string): Set<string> {
  const segments = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(title)]
  return new Set(segments.map(({ segment }) => segment).filter((segment) => WORD.test(segment)))
}

/** Simplified questions to traditional entries and the other way round, against one script for both. */
async function mixScripts(folder: string): Promise<void> {
  const set = readSet(folder)
  if (typeof set === 'string') return report.note(`${basename(folder)}, two scripts: skipped, ${set}.`)
  if (!isChinese(set.locale)) return report.note(`${set.name}, two scripts: skipped, it is not Chinese.`)
  for (const phrasings of options.phrasings ?? [0, 5]) {
    const rows = []
    for (const engine of engines) rows.push(await measureScripts(engine, set, phrasings))
    const heads = ['engine', 'same script', 'traditional entries', 'traditional questions', 'asked']
    report.table(`${set.name}, np = ${phrasings}: a1 across scripts`, heads, rows)
  }
}

async function measureScripts(engine: Engine, set: QuestionSet, phrasings: number) {
  const own = engine.name === OURS
  const most = Math.min(options.limitQueries ?? Infinity, own ? Infinity : QUERIES_OF_PEERS)
  const queries = evenSample(
    set.queries.filter(({ gold }) => gold.length > 0),
    most,
  )
  const entries = withPhrasings(set, phrasings)
  const simplified = await engine.build('zh', entries)
  const traditional = await engine.build('zh-Hant', entries.map(inTraditional))
  const same = await a1(simplified, queries)
  const onTraditional = await a1(traditional, queries)
  const fromTraditional = await a1(
    simplified,
    queries.map((query) => ({ ...query, text: toTraditional(query.text) })),
  )
  const figure = `chinese/${set.name}/np${phrasings}/${engine.name}`
  const goal = own ? LOST_GOAL : null
  report.add(
    atMost(`${figure}/a1-lost-on-traditional-entries`, same - onTraditional, goal),
    atMost(`${figure}/a1-lost-by-traditional-questions`, same - fromTraditional, goal),
  )
  return [engine.name, same, onTraditional, fromTraditional, queries.length]
}

async function a1(searcher: Searcher, queries: readonly Query[]): Promise<number> {
  const outcomes = []
  for (const { text, gold } of queries) {
    const hits = await searcher.search(text)
    outcomes.push({ place: hits.findIndex(({ id }) => gold.includes(id)), answerable: true, confidence: 0 })
  }
  return rateWithin(outcomes, 1)
}

function inTraditional(entry: Entry): Entry {
  const { question, answer, tags, phrasings } = entry
  return {
    ...entry,
    question: toTraditional(question),
    answer: toTraditional(answer),
    tags: tags.map(toTraditional),
    phrasings: phrasings.map(toTraditional),
  }
}
