// A pack as a file: compact columns of bytes that compress well, and a strict reader. Whatever is not exactly what was
// written (cut off, changed, of another version) is refused before anything is made of it.
import type { Lexicon, Pack, PackEntry, Postings } from './pack.ts'
import { channels, type Tuning } from './tuning.ts'

/** Thrown for bytes that are no whole pack of this format; never a wrong answer instead. */
export class PackError extends Error {}

/** Grows with every change of the format: a reader reads its own only. */
export const PACK_FORMAT = 3
const MAGIC = [0x41, 0x53, 0x4b] // "ASK"
/** Magic, format, checksum of the rest. */
const HEADER = 8
/** A phrasing without any word takes no bytes, but memory. */
const MOST_WORDINGS = 10_000_000
/** How often a term stands somewhere, less one, is packed into two bits: four to a byte, as far as two bits go. */
const PACKED = 4
const MOST_PACKED = 3

interface Meta {
  readonly locale: string
  readonly lexicon: Lexicon
  readonly tuning: Tuning
  readonly removed: readonly string[]
}

export function encodePack(pack: Pack): Uint8Array {
  const { locale, lexicon, tuning, removed } = pack
  const out = new Writer()
  out.strings([JSON.stringify({ locale, lexicon, tuning, removed } satisfies Meta)])
  out.number(pack.entries.length)
  out.number(pack.terms.length)
  out.strings(pack.entries.map(({ id }) => id))
  out.numbers(pack.entries.map(({ revision }) => revision))
  out.strings(pack.entries.map(({ question }) => question))
  out.numbers(pack.phrasings)
  writeTerms(out, pack.terms)
  for (const part of [pack.inWordings, pack.inTags, pack.inAnswers]) writePostings(out, part)
  const body = out.bytes()
  const file = new Uint8Array(HEADER + body.length)
  file.set([...MAGIC, PACK_FORMAT])
  new DataView(file.buffer).setUint32(4, checksum(body))
  file.set(body, HEADER)
  return file
}

/** Throws a PackError for anything but a whole pack of this format. Never reads or allocates beyond what the bytes hold. */
export function decodePack(file: Uint8Array): Pack {
  if (file.length < HEADER || MAGIC.some((byte, i) => file[i] !== byte)) throw damaged()
  if (file[3] !== PACK_FORMAT) throw new PackError('The knowledge file has a format that this version does not read.')
  const body = file.subarray(HEADER)
  if (new DataView(file.buffer, file.byteOffset).getUint32(4) !== checksum(body)) throw damaged()
  const input = new Reader(body)
  try {
    return readPack(input)
  } catch {
    throw damaged() // whatever a reader of arbitrary bytes may stumble over
  }
}

function readPack(input: Reader): Pack {
  const meta: unknown = JSON.parse(input.strings(1)[0]!)
  if (!isMeta(meta)) throw damaged()
  const entryCount = input.count()
  const termCount = input.count()
  const ids = input.strings(entryCount)
  const revisions = input.numbers(entryCount)
  const questions = input.strings(entryCount)
  const entries = ids.map((id, i): PackEntry => ({ id, revision: revisions[i]!, question: questions[i]! }))
  const phrasings = input.numbers(entryCount)
  let wordings = entryCount
  for (let i = 0; i < entryCount; i++) wordings += phrasings[i]!
  if (wordings > MOST_WORDINGS) throw damaged()
  const terms = readTerms(input, termCount)
  const parts = { inWordings: readPostings(input, termCount, wordings) }
  const more = {
    inTags: readPostings(input, termCount, entryCount),
    inAnswers: readPostings(input, termCount, entryCount),
  }
  input.end()
  return { ...meta, entries, phrasings, terms, ...parts, ...more }
}

function isMeta(meta: unknown): meta is Meta {
  const { locale, lexicon, tuning, removed } = meta as Partial<Meta>
  const { carriers, protectedWords, synonyms, folds } = lexicon as Partial<Lexicon>
  const { weights, certainty, answered, weak } = tuning as Partial<Tuning>
  const isText = (value: unknown): boolean => typeof value === 'string'
  const texts = [locale, folds, ...carriers!, ...protectedWords!, ...removed!]
  const numbers = [certainty!.scale, certainty!.bias, answered, weak, ...channels.map((channel) => weights![channel])]
  return (
    [carriers, protectedWords, removed, synonyms].every(Array.isArray) &&
    [...texts, ...synonyms!.flatMap(({ from, to }) => [from, to])].every(isText) &&
    numbers.every(Number.isFinite)
  )
}

/** Front coding: how much of the term before a term begins with, then the rest. */
function writeTerms(out: Writer, terms: readonly string[]): void {
  const shared = terms.map((term, i) => sharedBeginning(terms[i - 1] ?? '', term))
  out.numbers(shared)
  out.strings(terms.map((term, i) => term.slice(shared[i])))
}

function readTerms(input: Reader, count: number): string[] {
  const shared = input.numbers(count)
  const rests = input.strings(count)
  let before = ''
  return rests.map((rest, i) => {
    const term = before.slice(0, shared[i]) + rest
    if (shared[i]! > before.length || (i > 0 && term <= before)) throw damaged()
    return (before = term)
  })
}

/** In code units, and never half of a character: the rests must be text of their own. */
function sharedBeginning(before: string, term: string): number {
  let length = 0
  while (length < before.length && before[length] === term[length]) length++
  return /[\ud800-\udbff]/.test(term[length - 1] ?? '') ? length - 1 : length
}

/**
 * How many documents each term has; the gaps between their numbers, of the most frequent terms first: numbers of a size are
 * neighbours then, and compress better; how often less one, up to three, four to a byte; what is above three.
 */
function writePostings(out: Writer, { starts, documents, counts }: Postings): void {
  const gaps: number[] = []
  for (const term of byFrequency(starts)) {
    for (let i = starts[term]!; i < starts[term + 1]!; i++) {
      gaps.push(i === starts[term] ? documents[i]! : documents[i]! - documents[i - 1]! - 1)
    }
  }
  const packed = new Uint8Array(Math.ceil(counts.length / PACKED))
  const above: number[] = []
  counts.forEach((count, i) => {
    const often = Math.min(count - 1, MOST_PACKED)
    packed[Math.floor(i / PACKED)]! |= often << (2 * (i % PACKED))
    if (often === MOST_PACKED) above.push(count - 1 - MOST_PACKED)
  })
  out.number(documents.length)
  out.numbers(starts.subarray(1).map((end, term) => end - starts[term]!))
  out.numbers(gaps)
  out.raw(packed)
  out.numbers(above)
}

function readPostings(input: Reader, termCount: number, documentCount: number): Postings {
  const total = input.count()
  const sizes = input.numbers(termCount)
  const starts = new Uint32Array(termCount + 1)
  for (let term = 0; term < termCount; term++) {
    if (sizes[term]! > total - starts[term]!) throw damaged()
    starts[term + 1] = starts[term]! + sizes[term]!
  }
  if (starts[termCount] !== total) throw damaged()
  const gaps = input.numbers(total)
  const order = byFrequency(starts)
  const documents = new Uint32Array(total)
  let at = 0
  for (let place = 0; place < termCount; place++) {
    const term = order[place]!
    let document = -1
    for (let i = starts[term]!; i < starts[term + 1]!; i++) documents[i] = document += gaps[at++]! + 1
    if (document >= documentCount) throw damaged()
  }
  return { starts, documents, counts: readCounts(input, total) }
}

function readCounts(input: Reader, total: number): Uint16Array {
  const counts = new Uint16Array(total)
  const packed = input.raw(Math.ceil(total / PACKED))
  for (let i = 0; i < total; i++) {
    const often = (packed[i >> 2]! >> (2 * (i & 3))) & MOST_PACKED
    counts[i] = 1 + (often < MOST_PACKED ? often : often + input.number())
  }
  return counts
}

/** The numbers of the terms, those with most documents first. */
function byFrequency(starts: Uint32Array): Uint32Array {
  const count = starts.length - 1
  let most = 0
  for (let term = 0; term < count; term++) most = Math.max(most, starts[term + 1]! - starts[term]!)
  const next = new Uint32Array(most + 2)
  for (let term = 0; term < count; term++) next[most - starts[term + 1]! + starts[term]! + 1]!++
  for (let size = 0; size < most; size++) next[size + 1]! += next[size]!
  const order = new Uint32Array(count)
  for (let term = 0; term < count; term++) order[next[most - starts[term + 1]! + starts[term]!]!++] = term
  return order
}

/** Numbers of seven bits a byte, low ones first; texts as their lengths and then all of them in a row. */
class Writer {
  #bytes = new Uint8Array(1 << 16)
  #length = 0

  number(value: number): void {
    if (this.#length + 5 > this.#bytes.length) this.#grow(5)
    let rest = value
    for (; rest > 0x7f; rest >>>= 7) this.#bytes[this.#length++] = (rest & 0x7f) | 0x80
    this.#bytes[this.#length++] = rest
  }

  numbers(values: Iterable<number>): void {
    for (const value of values) this.number(value)
  }

  raw(bytes: ArrayLike<number>): void {
    if (this.#length + bytes.length > this.#bytes.length) this.#grow(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  strings(texts: readonly string[]): void {
    const joined = new TextEncoder().encode(texts.join(''))
    this.numbers(texts.map((text) => text.length))
    this.number(joined.length)
    this.raw(joined)
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  #grow(by: number): void {
    const larger = new Uint8Array(2 * this.#bytes.length + by)
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}

class Reader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  number(): number {
    let value = 0
    for (let shift = 0; shift < 32; shift += 7) {
      const byte = this.#bytes[this.#at++]
      if (byte === undefined) throw damaged()
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value >>> 0
    }
    throw damaged()
  }

  /** A number of things of which each takes a byte at least. */
  count(): number {
    const value = this.number()
    if (value > this.#bytes.length - this.#at) throw damaged()
    return value
  }

  numbers(count: number): Uint32Array {
    const values = new Uint32Array(count)
    const bytes = this.#bytes
    let at = this.#at
    for (let i = 0; i < count; i++) {
      const byte = bytes[at]!
      if (byte < 0x80) {
        values[i] = byte // nearly all of them
        at++
      } else {
        this.#at = at
        values[i] = this.number()
        at = this.#at
      }
    }
    this.#at = at
    return values
  }

  raw(length: number): Uint8Array {
    if (length > this.#bytes.length - this.#at) throw damaged()
    return this.#bytes.subarray(this.#at, (this.#at += length))
  }

  strings(count: number): string[] {
    const lengths = this.numbers(count)
    const joined = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(this.raw(this.count()))
    const texts: string[] = []
    let at = 0
    for (let i = 0; i < count; i++) texts.push(joined.slice(at, (at += lengths[i]!)))
    if (at !== joined.length) throw damaged()
    return texts
  }

  end(): void {
    if (this.#at !== this.#bytes.length) throw damaged()
  }
}

function damaged(): PackError {
  return new PackError('The knowledge file is damaged.')
}

/** The second to fourth table take a byte that stands so many before the last: four bytes at once. */
const CRC = [0, 1, 2, 3].map(() => new Uint32Array(256))
for (let byte = 0; byte < 256; byte++) {
  let rest = byte
  for (const table of CRC) {
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
    table[byte] = rest
  }
}

/** CRC-32 (ISO 3309): finds every change of up to 32 bits in a row. */
function checksum(bytes: Uint8Array): number {
  const [last, third, second, first] = CRC as [Uint32Array, Uint32Array, Uint32Array, Uint32Array]
  let crc = 0xffffffff
  let i = 0
  for (; i + 4 <= bytes.length; i += 4) {
    crc ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24)
    crc = first[crc & 0xff]! ^ second[(crc >>> 8) & 0xff]! ^ third[(crc >>> 16) & 0xff]! ^ last[crc >>> 24]!
  }
  for (; i < bytes.length; i++) crc = last[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}
