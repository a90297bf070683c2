// The commands about how a site's customers search: its words, where it searches, and from which certainty on.
import { readFileSync } from 'node:fs'
import type { Askwell } from './askwell.ts'
import { calibrate, type Calibration, effectOf, setFloor, setSiteSearch } from './domain/calibrate.ts'
import { Refusal } from './domain/refusal.ts'
import type { Site } from './domain/site.ts'
import { parseSynonyms, parseWords } from './domain/site-words.ts'

export const SEARCH_USAGE = `  search                         how a site's customers search; without options, shows it
      --site <key>               the site; may be left out if there is only one
      --synonyms <file>          a line each: "sim card, esim" both ways, "mobile => phone" one way
      --protect <file>           words that are looked up as they are, not by their stem
      --browser-limit <bytes>    knowledge of more than this is searched on the server
  calibrate                      what last month's questions say about the floor of certainty
      --site <key>, --locale <en>, --days <30>
      --floor <0..1>             show what this floor would change; "learned" goes back to the site's phrasings
      --save                     and use it
`

export const searchOptions = {
  synonyms: { type: 'string' },
  protect: { type: 'string' },
  'browser-limit': { type: 'string' },
  locale: { type: 'string' },
  days: { type: 'string', default: '30' },
  floor: { type: 'string' },
  save: { type: 'boolean', default: false },
} as const

export interface SearchCommandOptions {
  readonly synonyms?: string
  readonly protect?: string
  readonly 'browser-limit'?: string
  readonly locale?: string
  readonly days: string
  readonly floor?: string
  readonly save: boolean
}

/** Sets what is given, and prints how the site searches. */
export async function runSearch({ desk, packs }: Askwell, site: Site, options: SearchCommandOptions): Promise<void> {
  const { synonyms, protect, 'browser-limit': limit } = options
  const search = {
    ...site.search,
    ...(synonyms !== undefined && { synonyms: parseSynonyms(textOf(synonyms)) }),
    ...(protect !== undefined && { protectedWords: parseWords(textOf(protect)) }),
    ...(limit !== undefined && { browserLimit: wholeNumber(limit, '--browser-limit') }),
  }
  if (synonyms !== undefined || protect !== undefined || limit !== undefined) {
    await setSiteSearch(desk, packs, { ...site, search })
    await packs.idle()
  }
  const floor = search.floor === null ? 'as the phrasings teach' : String(search.floor)
  process.stdout.write(
    [
      `${site.key}  ${site.name}`,
      `  synonyms         ${search.synonyms.map(({ from, to }) => `${from} => ${to}`).join(', ') || 'none'}`,
      `  protected words  ${search.protectedWords.join(', ') || 'none'}`,
      `  browser limit    ${search.browserLimit} bytes`,
      `  floor            ${floor}`,
      '',
    ].join('\n'),
  )
}

/** Prints what floors of certainty would do to the questions of the last days; keeps one, if asked to. */
export async function runCalibrate({ desk, packs }: Askwell, site: Site, options: SearchCommandOptions): Promise<void> {
  const floor = options.floor === undefined || options.floor === 'learned' ? null : share(options.floor)
  const locale = options.locale ?? site.defaultLocale
  const found = await calibrate(desk, packs, site, { locale, days: wholeNumber(options.days, '--days') })
  process.stdout.write(calibrationText(found, floor, options.days))
  if (!options.save) return
  if (options.floor === undefined)
    throw new Error('Say which floor to use: --floor 0.3 --save, or --floor learned --save')
  await setFloor(desk, packs, site, floor)
  await packs.idle()
  process.stdout.write(`The floor of ${site.name} is now ${options.floor}.\n`)
}

const FLOORS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5]
const EXAMPLES = 10

function calibrationText({ floor: current, questions }: Calibration, wanted: number | null, days: string): string {
  if (questions.length === 0)
    return `Nobody asked anything in the last ${days} days: there is nothing to calibrate by.\n`
  const floors = [...new Set([...FLOORS, current, ...(wanted === null ? [] : [wanted])])].sort((a, b) => a - b)
  const rows = floors.map((floor) => {
    const { none, falseAlarms, shown } = effectOf(questions, floor)
    const mark = floor === current ? 'now' : floor === wanted ? 'asked for' : ''
    return [floor.toFixed(3), none, falseAlarms, shown, mark]
  })
  const heading = ['floor', 'told "no answer"', 'of these, had found it', 'shown hits without an answer', '']
  const text = `${questions.length} questions of the last ${days} days.\n\n${columns([heading, ...rows])}\n`
  return wanted === null ? text : text + changesText({ floor: current, questions }, wanted)
}

function columns(rows: readonly (readonly (string | number)[])[]): string {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => String(row[i]).length)))
  const line = (row: readonly (string | number)[]) => row.map((cell, i) => String(cell).padStart(widths[i]!)).join('  ')
  return rows.map((row) => `${line(row).trimEnd()}\n`).join('')
}

function changesText({ floor: current, questions }: Calibration, wanted: number): string {
  const [low, high] = [Math.min(current, wanted), Math.max(current, wanted)]
  const between = questions.filter(({ certainty }) => certainty >= low && certainty < high)
  const what = wanted > current ? 'would be told "no answer" and become gaps' : 'would be shown hits'
  const examples = between
    .slice(0, EXAMPLES)
    .map(({ text, certainty, hit }) => `  ${certainty.toFixed(3)}  ${text}  →  ${hit ?? '(nothing)'}`)
  return [`${between.length} more ${what}:`, ...examples, ''].join('\n')
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new Error(`${file} can't be read. Name a text file.`)
  }
}

function share(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw new Refusal('invalid', 'A floor is a number from 0 to 1, or "learned".')
  return value
}

function wholeNumber(text: string, option: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 1) throw new Refusal('invalid', `${option} takes a whole number from 1.`)
  return value
}
