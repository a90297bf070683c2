// Packs as a bad network or a bad disk delivers them: flipped, cut off, spliced. Each must be refused, or read as it was.
import { pick, randomFrom } from '../random.ts'

export interface Fuzzed {
  readonly cases: number
  /** Read as something that it was not. */
  readonly wrong: number
  /** Ended by anything but the error that a damaged pack has. */
  readonly crashes: number
  /** Milliseconds that the slowest case took. */
  readonly slowest: number
}

const CASES = 10_000

export async function fuzzDecoder(pack: Uint8Array, other: Uint8Array): Promise<Fuzzed> {
  const { reread } = await import('../engines/askwell-delta.ts')
  const random = randomFrom(1)
  const counts = { wrong: 0, crashes: 0, slowest: 0 }
  for (let i = 0; i < CASES; i++) {
    const damaged = damage(pack, other, random)
    const start = performance.now()
    try {
      const understood = reread(damaged)
      if (Buffer.compare(understood, pack) !== 0 && Buffer.compare(understood, other) !== 0) counts.wrong++
    } catch (error) {
      if (!(error instanceof Error) || error.constructor.name !== 'PackError') counts.crashes++
    }
    counts.slowest = Math.max(counts.slowest, performance.now() - start)
  }
  return { cases: CASES, ...counts }
}

function damage(pack: Uint8Array, other: Uint8Array, random: () => number): Uint8Array {
  const kind = pick(random, 4)
  const place = pick(random, pack.length)
  if (kind === 0) return pack.subarray(0, place)
  if (kind === 1) return Buffer.concat([pack.subarray(0, place), other.subarray(Math.min(place, other.length))])
  if (kind === 2) return Buffer.concat([pack.subarray(0, place), pack.subarray(pick(random, pack.length))])
  const flipped = Uint8Array.from(pack)
  for (let flips = 1 + pick(random, 8); flips > 0; flips--) {
    const at = pick(random, pack.length)
    flipped[at] = (flipped[at] ?? 0) ^ (1 << pick(random, 8))
  }
  return flipped
}
