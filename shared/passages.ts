// What of a text matched a question: the words to mark, and the sentence of an answer that speaks most of what was asked.
import { normalize } from './normalize.ts'
import { isCjk, type Language, type Token, tokens } from './text.ts'
import type { AskedWord } from './vocabulary.ts'

/** From the first code unit to before the last. */
export type Mark = readonly [start: number, end: number]

export interface Passage {
  readonly text: string
  readonly marks: readonly Mark[]
}

/** Letters that two lines of a narrow list hold; of Chinese, Japanese and Korean, which are twice as wide, half as many. */
const PASSAGE = 100
/** How much of it stands before the first mark when a long sentence is cut. */
const LEAD = 0.3
const SENTENCE = /(?:[.!?](?!\s|$|\p{Script=Han})|[^.!?。！？\n])*(?:[.!?。！？]+|\n|$)/gu
/** A letter and what belongs to it: accents, the sound marks of half-width katakana, the rest of a Korean syllable. */
const CLUSTER = /[^\p{M}\uff9e\uff9f\u1160-\u11ff][\p{M}\uff9e\uff9f\u1160-\u11ff]*/gsu

/** The places of a text that a question's words have found there: stems, beginnings, misspellings and pairs alike. */
export function marksIn(text: string, asked: readonly AskedWord[], language: Language): Mark[] {
  const { normal, starts, ends } = normalizedWithOrigins(text)
  const words = asked.some(({ isCarrier }) => !isCarrier) ? asked.filter(({ isCarrier }) => !isCarrier) : asked
  const meant = new Set(words.flatMap(({ meanings }) => meanings.map(({ term }) => term)))
  const begun = words.filter(({ isUnfinished }) => isUnfinished).map(({ word }) => word)
  const carriers = new Set(asked.filter((word) => !words.includes(word)).map(({ term }) => term))
  const places = withoutSeams(tokens(normal, language), carriers).sort((a, b) => a.start - b.start)
  const marks: [number, number][] = []
  for (const { word, term, start, end } of places) {
    if (!meant.has(term) && !begun.some((beginning) => word.startsWith(beginning))) continue
    const [from, to] = [starts[start]!, ends[end - 1]!]
    const last = marks.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else marks.push([from, to])
  }
  return marks
}

/** Without pairs that are half of a carrier: they are no words, like 么退 between 怎么 and 退货. */
function withoutSeams(all: readonly Token[], carriers: ReadonlySet<string>): Token[] {
  return all.filter(({ word, start, end }, i) => {
    const [before, after] = [all[i - 1], all[i + 1]]
    const beginsInside = before && before.end > start && carriers.has(before.term)
    const endsInside = after && after.start < end && carriers.has(after.term)
    return !isCjk(word) || (!beginsInside && !endsInside)
  })
}

/**
 * A short text as it is; of a longer one the sentence that speaks most of what was asked, its beginning left out if it is
 * long; else the beginning of the text.
 */
export function passageOf(text: string, asked: readonly AskedWord[], language: Language): Passage {
  const sentences = [...text.matchAll(SENTENCE)].map(([sentence]) => sentence.trim()).filter(Boolean)
  let [best, most] = [0, 0]
  sentences.forEach((sentence, i) => {
    const said = weightIn(sentence, asked, language)
    if (said > most) [best, most] = [i, said]
  })
  const room = isCjk(text) ? PASSAGE / 2 : PASSAGE
  const whole = text.trim().replace(/\s+/g, ' ')
  const passage = whole.length <= room ? whole : joined(sentences, best)
  const [[first] = [0]] = marksIn(passage, asked, language)
  const lead = Math.round(LEAD * room)
  const start = passage.length > room && first > room - lead ? wordAt(passage, first - lead) : 0
  const end = passage.length - start > room ? wordAt(passage, start + room) : passage.length
  const cut = `${start > 0 ? '…' : ''}${passage.slice(start, end).trim()}${end < passage.length ? '…' : ''}`
  return { text: cut, marks: marksIn(cut, asked, language) }
}

/** A short sentence takes the next ones along. */
function joined(sentences: readonly string[], from: number): string {
  let text = sentences[from] ?? ''
  for (let i = from + 1; i < sentences.length && text.length < PASSAGE / 2; i++) {
    text += (/[。！？]$/.test(text) ? '' : ' ') + sentences[i]!
  }
  return text.replace(/\s+/g, ' ')
}

function weightIn(text: string, asked: readonly AskedWord[], language: Language): number {
  const there = new Set(tokens(normalize(text), language).map(({ term }) => term))
  return asked.reduce((sum, { weight, meanings }) => {
    return sum + weight * Math.max(0, ...meanings.map(({ term, fit }) => (there.has(term) ? fit : 0)))
  }, 0)
}

/** The beginning of the word at this place; in text without spaces, the place itself. */
function wordAt(text: string, place: number): number {
  const space = text.lastIndexOf(' ', place)
  const at = place - space < 20 && space > 0 ? space : place
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at
}

/** The normalised text, and for each of its code units where the letter that it came from begins and ends in the text. */
function normalizedWithOrigins(text: string): { normal: string; starts: number[]; ends: number[] } {
  let [normal, last] = ['', '']
  const [starts, ends]: [number[], number[]] = [[], []]
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const after = text.slice(index + cluster.length)
    const isInWord = /['’]/.test(cluster) && /\p{L}$/u.test(last) && /^\p{L}/u.test(after)
    const plain = isInWord ? '' : normalize(cluster)
    for (let i = 0; i < plain.length; i++) {
      starts.push(index)
      ends.push(index + cluster.length)
    }
    normal += plain
    last = plain || last
  }
  return { normal, starts, ends }
}
