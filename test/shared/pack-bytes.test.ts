import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodePack, encodePack, PACK_FORMAT, PackError } from '../../shared/pack-bytes.ts'
import type { Pack, PackSource } from '../../shared/pack.ts'
import { openPack } from '../../shared/search.ts'
import { anySources, anyText, randomFrom, someWords } from './arbitraries.ts'
import { noLexicon, packOf, sourceOf } from './packs.ts'

const HEADER = 8
const id = fc.oneof(fc.uuid(), fc.string({ unit: 'binary', maxLength: 8 }))
const ids = (count: number) =>
  fc.oneof(...[fc.uuid(), id].map((kind) => fc.uniqueArray(kind, { minLength: count, maxLength: count })))

/** Sources whose ids are all UUIDs, or of any kind. */
const anySourcesWithIds = anySources(6).chain((sources) =>
  ids(sources.length).map((all) => sources.map((source, i): PackSource => ({ ...source, id: all[i]! }))),
)

const anyLexicon = fc.record(
  {
    carriers: fc.array(anyText, { maxLength: 3 }),
    protectedWords: fc.array(anyText, { maxLength: 3 }),
    synonyms: fc.array(fc.record({ from: anyText, to: anyText }, { noNullPrototype: true }), { maxLength: 3 }),
    folds: fc.constantFrom('', '貨货運运'),
  },
  { noNullPrototype: true },
)

describe('a pack', () => {
  test('is the same after it has travelled', () => {
    fc.assert(
      fc.property(anySourcesWithIds, anyLexicon, fc.array(id, { maxLength: 3 }), (sources, lexicon, removed) => {
        const pack = packOf(sources, { lexicon, removed })
        expect(decodePack(encodePack(pack))).toStrictEqual(pack)
      }),
      { numRuns: 300 },
    )
  })

  test('answers the same after it has travelled', () => {
    fc.assert(
      fc.property(anySources(6), someWords(1, 4), (sources, asked) => {
        const pack = packOf(sources)
        const travelled = openPack(decodePack(encodePack(pack)))
        expect(travelled.search(asked)).toEqual(openPack(pack).search(asked))
      }),
    )
  })

  test('of ten thousand terms and counts of every size is the same too', () => {
    const sources = Array.from({ length: 2_000 }, (_, i) => {
      return sourceOf(`word${i * 7919} 退${String.fromCodePoint(0x4e00 + i)}𠮷${String.fromCodePoint(0x20000 + i)}`)
    })
    const repeated = [1, 2, 127, 128, 129, 16_384, 70_000].map((times) =>
      sourceOf(`x${times}`, { tags: ['a '.repeat(times)] }),
    )
    const pack = packOf([...sources, ...repeated, sourceOf('late', { revision: 2 ** 32 - 1 })])
    expect(pack.terms.length).toBeGreaterThan(10_000)
    expect(decodePack(encodePack(pack))).toStrictEqual(pack)
  })

  test('of thousands of phrasings without a single word is the same too', () => {
    const phrasings = Array.from({ length: 200 }, () => '?!')
    const pack = packOf(Array.from({ length: 50 }, (_, i) => sourceOf(`${i}`, { phrasings })))
    expect(decodePack(encodePack(pack))).toStrictEqual(pack)
  })

  test('with half of a character in its texts is read with a replacement sign in its place', () => {
    const pack = packOf([sourceOf('half \ud83d of', { id: 'a' }), sourceOf('\ude00 the rest', { id: 'b' })])
    const { entries } = decodePack(encodePack(pack))
    expect(entries.map(({ question }) => question)).toEqual(['half \ufffd of', '\ufffd the rest'])
  })

  test('keeps every character of its texts, even those that other readers drop', () => {
    const pack = packOf([sourceOf('\ufeffHow\u0000 \u200b𠮷', { id: '\ufeff' })])
    expect(decodePack(encodePack(pack))).toStrictEqual(pack)
  })

  test('is read from the middle of a larger buffer', () => {
    const pack = packOf(['How do I return a teapot?'])
    const bytes = encodePack(pack)
    const larger = new Uint8Array(bytes.length + 20).fill(7)
    larger.set(bytes, 9)
    expect(decodePack(larger.subarray(9, 9 + bytes.length))).toStrictEqual(pack)
  })
})

const small = encodePack(
  packOf([
    sourceOf('How do I return a teapot?', { answer: 'Within 30 days.', phrasings: ['茶壶怎么退货'], tags: ['refund'] }),
  ]),
)

describe('what is no pack is told from one', () => {
  test('cut off anywhere, or with more behind it', () => {
    for (let length = 0; length < small.length; length++) {
      expect(() => decodePack(small.slice(0, length)), `${length}`).toThrow(PackError)
    }
    for (const more of [[0], [0x80], [1, 2, 3]]) {
      expect(() => decodePack(Uint8Array.from([...small, ...more]))).toThrow(PackError)
    }
  })

  test('with any one byte changed', () => {
    for (let at = 0; at < small.length; at++) {
      for (const by of [1, 2, 4, 8, 16, 32, 64, 128, 255]) {
        const damaged = small.slice()
        damaged[at]! ^= by
        if (!isRefused(damaged)) expect.fail(`byte ${at} changed by ${by} goes unnoticed`)
      }
    }
  })

  test('of another format, whole as it may be', () => {
    for (let format = 0; format < 256; format++) {
      if (format === PACK_FORMAT) continue
      const other = small.slice()
      other[3] = format
      expect(() => decodePack(other)).toThrow(PackError)
    }
  })

  test('any other bytes', () => {
    const bytes = fc.uint8Array({ maxLength: 200 })
    fc.assert(fc.property(bytes, (some) => isRefused(some)))
    fc.assert(fc.property(bytes, (some) => isRefused(Uint8Array.from([...small.slice(0, HEADER), ...some]))))
    fc.assert(fc.property(fc.json(), (json) => isRefused(new TextEncoder().encode(json))))
  })
})

describe('what is written as a pack is, and is none, is refused', () => {
  const pack = decodePack(small)

  test.each([undefined, null, true, {}, { length: 1 }, [1], [null]])(
    'with %j in place of one of its parts',
    (other) => {
      const { lexicon, tuning } = pack
      const parts = Object.keys(lexicon).map((part) => ({ lexicon: { ...lexicon, [part]: other } }))
      const more = [
        { removed: other },
        { tuning: { ...tuning, weights: other } },
        { tuning: { ...tuning, weak: other } },
      ]
      for (const part of [...parts, ...more, { locale: other }, { lexicon: other }, { tuning: other }]) {
        expect(() => decodePack(encodePack({ ...pack, ...part } as Pack)), JSON.stringify(part)).toThrow(PackError)
      }
    },
  )

  test('with terms out of order, or with words in entries that it does not have', () => {
    const none = { entries: [], phrasings: new Uint32Array() }
    for (const part of [{ terms: pack.terms.toReversed() }, { terms: pack.terms.map(() => 'a') }, none]) {
      expect(() => decodePack(encodePack({ ...pack, ...part }))).toThrow(PackError)
    }
  })

  test('with more phrasings than any memory has room for', () => {
    for (const phrasings of [[2 ** 32 - 1], [2 ** 31]]) {
      const bytes = encodePack({ ...pack, phrasings: Uint32Array.from(phrasings) })
      expect(() => decodePack(bytes)).toThrow(PackError)
    }
  })
})

function isRefused(bytes: Uint8Array): boolean {
  return decoded(bytes) === undefined
}

/** The pack, or nothing for what is refused as it should be. Anything else that goes wrong is a fault. */
function decoded(bytes: Uint8Array): Pack | undefined {
  try {
    return decodePack(bytes)
  } catch (error) {
    if (error instanceof PackError) return undefined
    throw error
  }
}

/** What is done takes a little memory for each byte, however much the bytes ask for. */
function withinMemory<T>(bytes: Uint8Array, work: () => T): T {
  const before = process.memoryUsage().arrayBuffers
  const done = work()
  const allocated = process.memoryUsage().arrayBuffers - before
  expect(allocated, 'bytes allocated').toBeLessThan(64 * bytes.length + 10_000_000)
  return done
}

function wordsOf(random: () => number, most: number): string {
  const all = 'teapot parcel voucher refund account discount E-404 17.2 iPhone手机 退货运费 修改密码 café 𠮷野家'.split(
    ' ',
  )
  return Array.from({ length: 1 + Math.floor(most * random()) }, () => all[Math.floor(all.length * random())]!).join(
    ' ',
  )
}

function midSize(seed: number): Pack {
  const random = randomFrom(seed)
  const sources = Array.from({ length: 60 }, (_, i) =>
    sourceOf(`${wordsOf(random, 6)} ${i.toString(36)}${Math.floor(1e6 * random())}`, {
      id: `00000000-0000-4000-8000-${String(i + seed).padStart(12, '0')}`,
      phrasings: [wordsOf(random, 6), wordsOf(random, 6)],
      tags: [wordsOf(random, 2)],
      answer: wordsOf(random, 60),
    }),
  )
  const synonyms = [{ from: 'refund', to: '退货' }]
  return packOf(sources, { lexicon: { ...noLexicon, carriers: ['how'], synonyms, folds: '貨货' } })
}

const [pack, another] = [midSize(1), midSize(2)]
const [file, anotherFile] = [encodePack(pack), encodePack(another)]
const place = fc.nat({ max: file.length - 1 })
const few = fc.uint8Array({ minLength: 1, maxLength: 9 })

/** Ways in which a file comes to harm. */
const harms: Readonly<Record<string, (at: number, from: number, bytes: Uint8Array) => Uint8Array>> = {
  'some bytes changed': (at, from, bytes) => {
    const changed = file.slice()
    bytes.forEach((byte, i) => (changed[(at + i * from) % file.length]! ^= byte))
    return changed
  },
  'the end lost': (at) => file.slice(0, at),
  'one pack’s beginning before another’s end': (at, from) => joined(file.slice(0, at), anotherFile.slice(from)),
  'bytes put in': (at, _, bytes) => joined(file.slice(0, at), bytes, file.slice(at)),
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

describe('a file that came to harm is refused, or is a pack as it was written', () => {
  test.each(Object.entries(harms))('%s', (_, harm) => {
    fc.assert(
      fc.property(place, place, few, (at, from, more) => {
        const bytes = harm(at, from, more)
        const read = withinMemory(bytes, () => decoded(bytes))
        if (read) expect([pack, another]).toContainEqual(read)
      }),
      { numRuns: 2_500 },
    )
  })
})

/** CRC-32 by its definition, bit by bit. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ~crc >>> 0
}

/** With the beginning and the checksum of a whole file: harm that was done on purpose, or by another writer. */
function signed(bytes: Uint8Array): Uint8Array {
  const body = bytes.subarray(HEADER)
  const whole = joined(file.subarray(0, HEADER), body)
  new DataView(whole.buffer).setUint32(4, crc32(body))
  return whole
}

function use(read: Pack): void {
  const knowledge = openPack(read)
  for (const text of ['refund teapot', '退货運費', 'E-404 teapto', 'how']) {
    for (const typing of [true, false]) knowledge.search(text, { typing })
  }
  knowledge.explain('voucher discount')
  knowledge.withDelta(pack).search('parcel')
  knowledge.first(3)
}

describe('a file that came to harm before its checksum was made is refused, or can be used', () => {
  test('with more behind its end it is refused', () => {
    expect(isRefused(signed(small))).toBe(false)
    for (const more of [[0], [0x80], [1, 2, 3]])
      expect(isRefused(signed(joined(small, Uint8Array.from(more))))).toBe(true)
  })

  test('saying that there are billions of entries or terms it is refused at once', () => {
    const counts = Buffer.from(small).indexOf('"removed":[]}') + '"removed":[]}'.length
    const billions = [0xff, 0xff, 0xff, 0xff, 0x0f]
    for (const at of [counts, counts + 1]) {
      const bytes = signed(joined(small.slice(0, at), Uint8Array.from(billions), small.slice(at + 1)))
      expect(withinMemory(bytes, () => isRefused(bytes))).toBe(true)
    }
  })

  test('its checksum is CRC-32', () => {
    expect(signed(file)).toEqual(file)
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  })

  test.each(Object.entries(harms))('%s', (_, harm) => {
    fc.assert(
      fc.property(place, place, few, (at, from, more) => tryOut(signed(harm(at, from, more)))),
      { numRuns: 500 },
    )
  })

  test('any one byte of a small pack changed', () => {
    for (let at = HEADER; at < small.length; at++) {
      for (const by of [1, 32, 128]) {
        const damaged = small.slice()
        damaged[at]! ^= by
        expect(() => tryOut(signed(damaged)), `byte ${at} changed by ${by}`).not.toThrow()
      }
    }
  })
})

function tryOut(bytes: Uint8Array): void {
  withinMemory(bytes, () => {
    const read = decoded(bytes)
    if (read) use(read)
  })
}
