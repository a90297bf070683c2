// The best of many, kept while they come by.

/** A place in the order of all entries, and its score. */
export interface Scored {
  readonly score: number
  readonly place: number
}

/** Keeps the best of what it is offered: a heap with the worst of them on top. Of equals, the first place is better. */
export class Best {
  /** Whoever has less need not be offered. */
  least = -Infinity
  readonly #limit: number
  readonly #heap: Scored[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  offer(score: number, place: number): void {
    const heap = this.#heap
    const isFull = heap.length === this.#limit
    const scored = { score, place }
    if (!isFull) this.#up(scored)
    else if (isBetter(scored, heap[0]!)) this.#down(scored)
    if (heap.length === this.#limit) this.least = heap[0]!.score
  }

  sorted(): Scored[] {
    return this.#heap.toSorted((a, b) => (isBetter(a, b) ? -1 : 1))
  }

  #up(scored: Scored): void {
    const heap = this.#heap
    let at = heap.push(scored) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (isBetter(heap[parent]!, scored)) {
        heap[at] = heap[parent]!
        at = parent
      } else break
    }
    heap[at] = scored
  }

  #down(scored: Scored): void {
    const heap = this.#heap
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && isBetter(heap[child]!, heap[child + 1]!)) child++
      if (isBetter(heap[child]!, scored)) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = scored
  }
}

function isBetter(a: Scored, b: Scored): boolean {
  return a.score !== b.score ? a.score > b.score : a.place < b.place
}
