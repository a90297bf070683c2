// Publish → findable: a pack, and the changes since as a delta to it. What they cost, and whether the answers are those of
// a pack of everything.
import type { Entry } from '../data.ts'
import { evenSample } from '../random.ts'

export interface Published {
  readonly pending: number
  /** Milliseconds of CPU to build, encode and compress-ready the delta. */
  readonly buildCpu: number
  /** Milliseconds that a browser or a server's main thread is busy to take it in, in one go. */
  readonly apply: number
  /** Share of questions whose first hit is that of a full rebuild: paused, and still being typed. */
  readonly sameFirst: number
  readonly sameTyped: number
}

const PENDING = [1, 20, 200]
const QUESTIONS = 300

/** Half of the pending entries are new, half have another title and answer than the pack has. */
export async function measurePublishing(locale: string, entries: readonly Entry[], questions: readonly string[]) {
  const { packBytes } = await import('../engines/askwell.ts')
  const { openBase, withDelta } = await import('../engines/askwell-delta.ts')
  const results: Published[] = []
  for (const pending of PENDING) {
    const changed = evenSample(entries, pending)
    const isNew = new Set(changed.filter((_, i) => i % 2 === 0))
    const isEdited = new Set(changed.filter((_, i) => i % 2 === 1))
    const before = entries
      .filter((entry) => !isNew.has(entry))
      .map((entry) => (isEdited.has(entry) ? olderOf(entry) : entry))
    const base = await openBase(await packBytes(locale, before))
    // in the order of creation, as the server builds it: that decides between entries that fit alike
    const rebuilt = [...entries.filter((entry) => !isNew.has(entry)), ...isNew]
    const whole = (await openBase(await packBytes(locale, rebuilt))).knowledge
    base.deltaBytes(changed.slice(0, 1)) // the first time is the compiler's
    const cpu = process.cpuUsage()
    const delta = base.deltaBytes(changed)
    const { user, system } = process.cpuUsage(cpu)
    const start = performance.now()
    const knowledge = withDelta(base, delta)
    knowledge.search(questions[0] ?? '', { typing: true })
    const apply = performance.now() - start
    const asked = evenSample([...questions, ...changed.map(({ question }) => question)], QUESTIONS)
    const share = (typing: boolean) => {
      const first = (engine: typeof knowledge, text: string) =>
        engine.search(text, { typing, limit: 1 }).hits[0]?.entry.id
      return asked.filter((text) => first(knowledge, text) === first(whole, text)).length / asked.length
    }
    results.push({ pending, buildCpu: (user + system) / 1000, apply, sameFirst: share(false), sameTyped: share(true) })
  }
  return results
}

function olderOf(entry: Entry): Entry {
  const middle = Math.floor(entry.answer.length / 2)
  return { ...entry, question: `${entry.question} 2019`, answer: entry.answer.slice(0, middle) }
}
