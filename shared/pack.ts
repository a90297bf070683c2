// A pack: the published knowledge of one site and locale, as a search needs it. lunr's Builder reads the texts; kept is
// what it knows of them: sorted terms, where each stands and how often. pack-bytes.ts makes a file of it.
import lunr from 'lunr'
import { normalize } from './normalize.ts'
import { isCjk, type Language, terms, type Token, tokens } from './text.ts'
import type { Tuning } from './tuning.ts'

/** What the index knows of one published entry. */
export interface PackSource {
  readonly id: string
  readonly revision: number
  readonly question: string
  readonly phrasings: readonly string[]
  readonly tags: readonly string[]
  /** The answer as plain text. */
  readonly answer: string
}

/** What a list of results shows of an entry; the answer itself is fetched on its own. */
export interface PackEntry {
  readonly id: string
  readonly revision: number
  readonly question: string
}

/**
 * For each term of the pack, the documents that hold it and how often: those of term `t` are at `starts[t]` to
 * `starts[t + 1]`, in rising order.
 */
export interface Postings {
  readonly starts: Uint32Array
  readonly documents: Uint32Array
  readonly counts: Uint16Array
}

/** Words that mean the same to this site's customers. */
export interface Synonym {
  readonly from: string
  readonly to: string
}

/** What a search has to know of the language and of the site's words. */
export interface Lexicon {
  /** Terms that only carry a question ("how", "怎么"): they count for little. */
  readonly carriers: readonly string[]
  /** Words that are looked up as they are, not by their stem. */
  readonly protectedWords: readonly string[]
  /** One way each; a two-way synonym is listed twice. */
  readonly synonyms: readonly Synonym[]
  /** Pairs of characters, one string: each first one is read as its second ("貨货"). */
  readonly folds: string
}

export interface Pack {
  readonly locale: string
  readonly entries: readonly PackEntry[]
  /** How many phrasings each entry has. Its wordings are numbered in a row: its question first, then its phrasings. */
  readonly phrasings: Uint32Array
  /** Sorted, so that a prefix is a range. */
  readonly terms: readonly string[]
  /** Documents are wordings. */
  readonly inWordings: Postings
  /** Documents are entries. */
  readonly inTags: Postings
  readonly inAnswers: Postings
  readonly lexicon: Lexicon
  readonly tuning: Tuning
  /** Of a delta: ids of entries of its base pack that are gone. Those that it holds itself replace theirs anyway. */
  readonly removed: readonly string[]
}

export interface PackOptions {
  readonly language: Language
  readonly lexicon: Lexicon
  readonly tuning: Tuning
  readonly removed?: readonly string[]
}

/** Of long answers the beginning says what they are about; more only makes the pack larger and the ranking worse. */
const INDEXED_ANSWER = 2000
const MOST_COUNTED = 0xffff

export function buildPack(locale: string, sources: readonly PackSource[], options: PackOptions): Pack {
  const { language, lexicon, tuning, removed = [] } = options
  const wordings = sources.flatMap(({ question, phrasings }) => [question, ...phrasings])
  const inWordings = frequencies(wordings, (text) => terms(text, language))
  const inTags = frequencies(
    sources.map(({ tags }) => tags.join('\n')),
    (text) => terms(text, language),
  )
  const inAnswers = frequencies(
    sources.map(({ answer }) => answer.slice(0, INDEXED_ANSWER)),
    (text) => answerTerms(text, language, lexicon),
  )
  const sorted = [...new Set([inWordings, inTags, inAnswers].flatMap((found) => [...found.keys()]))].sort()
  return {
    locale,
    entries: sources.map(({ id, revision, question }) => ({ id, revision, question })),
    phrasings: Uint32Array.from(sources, ({ phrasings }) => phrasings.length),
    terms: sorted,
    inWordings: postings(sorted, inWordings),
    inTags: postings(sorted, inTags),
    inAnswers: postings(sorted, inAnswers),
    lexicon,
    tuning,
    removed,
  }
}

/**
 * What is indexed of an answer. Carriers say nothing there, and neither do pairs of Chinese characters across the border of
 * two words: together they would be a good third of the pack. Questions and phrasings keep everything.
 */
export function answerTerms(text: string, language: Language, { carriers }: Lexicon): string[] {
  const isCarrier = new Set(carriers)
  const normal = normalize(text)
  const all = tokens(normal, language).filter(({ term }) => !isCarrier.has(term))
  if (!isCjk(normal)) return all.map(({ term }) => term)
  const wordAt = wordStarts(normal)
  return all.filter((token) => !isCjk(token.term) || isOfOneWord(token, wordAt)).map(({ term }) => term)
}

/**
 * True for a pair inside a word, for one that is a word wherever it stands (运费 in 退货运费, which a dictionary cuts
 * elsewhere), and for one with a character that stands alone there: a word that no dictionary knows falls apart into such.
 */
function isOfOneWord({ term, start, end }: Token, wordAt: Uint32Array): boolean {
  const [first, second] = term
  if (!second || wordAt[start] === wordAt[end - 1]) return true
  const middle = start + first!.length
  const isFirstAlone = wordAt[start] === start && !PARTICLES.has(first!)
  const isSecondAlone = wordAt[middle] === middle && wordAt[end] !== middle && !PARTICLES.has(second)
  const isSeam = PARTICLES.has(first!) || PARTICLES.has(second)
  return (!isSeam && (isFirstAlone || isSecondAlone)) || isWord(term)
}

/** Characters that are words of grammar when they stand alone: they belong to no name or term. */
const PARTICLES = new Set(
  '的了是在和与或及而且但若如则因为所以其该此这那哪每各某本您你我他她它们个些一二三四五六七八九十两几多少大小高低新旧前后左右上下内外中间里时日月年' +
    '不没无未非有要会能可应须请让使令把被将对向从到由于以按据经过至并也都又再还仅只就才更最很太已曾正着地得之等即称叫做用进出来去开关说看见给',
)

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const known = new Map<string, boolean>()

function isWord(pair: string): boolean {
  let answer = known.get(pair)
  if (answer === undefined) {
    answer = [...segmenter.segment(pair)].length === 1
    known.set(pair, answer)
  }
  return answer
}

/** For each code unit, where the word begins that it belongs to. */
function wordStarts(normal: string): Uint32Array {
  const starts = new Uint32Array(normal.length)
  for (const { segment, index } of segmenter.segment(normal)) starts.fill(index, index, index + segment.length)
  return starts
}

type Found = ReadonlyMap<string, readonly (readonly [document: number, count: number])[]>

/** Which terms stand where and how often, as lunr's Builder counts them. */
function frequencies(texts: readonly string[], termsOf: (text: string) => readonly string[]): Found {
  const builder = new lunr.Builder() as CountingBuilder
  builder.ref('number')
  builder.field('text')
  builder.tokenizer = ((text: string) => termsOf(text).map((term) => new lunr.Token(term, {}))) as typeof lunr.tokenizer
  texts.forEach((text, number) => builder.add({ number, text }))
  const found = new Map<string, [number, number][]>()
  texts.forEach((_, number) => {
    for (const [term, count] of Object.entries(builder.fieldTermFrequencies[`text/${number}`] ?? {})) {
      const list = found.get(term)
      if (list) list.push([number, count])
      else found.set(term, [[number, count]])
    }
  })
  return found
}

function postings(sorted: readonly string[], found: Found): Postings {
  const starts = new Uint32Array(sorted.length + 1)
  sorted.forEach((term, i) => (starts[i + 1] = starts[i]! + (found.get(term)?.length ?? 0)))
  const documents = new Uint32Array(starts[sorted.length]!)
  const counts = new Uint16Array(documents.length)
  let at = 0
  for (const term of sorted) {
    for (const [document, count] of found.get(term) ?? []) {
      documents[at] = document
      counts[at++] = Math.min(count, MOST_COUNTED)
    }
  }
  return { starts, documents, counts }
}

/** What lunr 2.3.9's Builder notes of each field of each document, beyond what its types tell. */
interface CountingBuilder extends lunr.Builder {
  readonly fieldTermFrequencies: Readonly<Record<string, Readonly<Record<string, number>>>>
}
