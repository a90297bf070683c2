// How long a search takes, wall and CPU. Engines take turns, several rounds; of each text the median round counts, so that
// neither a cold start nor a busy moment of the machine decides. Runs in Node and in a page.
import { mean, median, quantile } from '../measures.ts'
import { evenSample } from '../random.ts'

export type Search = (text: string) => unknown

/** Milliseconds. */
export interface Latency {
  readonly texts: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** Not known in a browser. */
  readonly cpuP50: number
  readonly cpuP95: number
}

interface Taken {
  readonly wall: number
  readonly cpu: number
}

const ROUNDS = 3
/** An engine that would take longer for a round gets fewer of the texts, evenly chosen. */
const ROUND_MS = 5000
const TRIED = 24

export async function measureLatency(
  searches: ReadonlyMap<string, Search>,
  texts: readonly string[],
): Promise<Map<string, Latency>> {
  const chosen = new Map<string, readonly string[]>()
  const rounds = new Map<string, Taken[][]>()
  for (const [name, search] of searches) {
    const tried = await takeAll(search, evenSample(texts, TRIED))
    const each = mean(tried.map(({ wall }) => wall))
    chosen.set(name, evenSample(texts, Math.max(TRIED, Math.floor(ROUND_MS / each))))
    rounds.set(name, [])
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, search] of searches) {
      globalThis.gc?.()
      rounds.get(name)?.push(await takeAll(search, chosen.get(name) ?? []))
    }
  }
  return new Map([...rounds].map(([name, taken]) => [name, summary(taken)]))
}

async function takeAll(search: Search, texts: readonly string[]): Promise<Taken[]> {
  const taken: Taken[] = []
  for (const text of texts) {
    const cpu = cpuMs()
    const start = performance.now()
    const result = search(text)
    if (result instanceof Promise) await result
    const wall = performance.now() - start
    taken.push({ wall, cpu: cpuMs() - cpu })
  }
  return taken
}

function cpuMs(): number {
  if (typeof process === 'undefined') return NaN
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function summary(rounds: readonly (readonly Taken[])[]): Latency {
  const perText = (kind: keyof Taken) =>
    (rounds[0] ?? []).map((_, i) => median(rounds.map((round) => round[i]?.[kind] ?? NaN)))
  const [wall, cpu] = [perText('wall'), perText('cpu')]
  return {
    texts: wall.length,
    ...{ p50: quantile(wall, 0.5), p95: quantile(wall, 0.95), p99: quantile(wall, 0.99) },
    ...{ cpuP50: quantile(cpu, 0.5), cpuP95: quantile(cpu, 0.95) },
  }
}
