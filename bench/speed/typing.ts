// Key presses: real questions as they grow on the way to the last letter.
import { dataFolder, type Entry, readSet } from '../data.ts'
import { evenSample } from '../random.ts'
import type { Language } from './help-text.ts'

const asked: Readonly<Record<Language, readonly string[]>> = {
  en: ['stackfaq', 'dtc-faq', 'sara', 'banking77oos'],
  zh: ['unionpay', 'tidb-faq-zh'],
}
const QUESTIONS = 40

/** Questions that customers asked; titles of the knowledge where no set of questions is there. */
export function questionsIn(language: Language, entries: readonly Entry[]): readonly string[] {
  const sets = asked[language].map((name) => readSet(dataFolder(name))).filter((set) => typeof set !== 'string')
  const each = Math.ceil(QUESTIONS / (sets.length + 1))
  return [
    ...sets.flatMap(({ queries }) => evenSample(queries, each).map(({ text }) => text)),
    ...evenSample(entries, sets.length > 0 ? each : QUESTIONS).map(({ question }) => question),
  ]
}

/** What stands in the field after each key. */
export function keyPresses(questions: readonly string[]): string[] {
  return questions.flatMap((question) => {
    const characters = [...question]
    return characters.map((_, i) => characters.slice(0, i + 1).join(''))
  })
}
