// The best of many, kept while they come by.

/** An entry of a board and its score. */
export interface Place {
  readonly score: number
  readonly board: number
  readonly entry: number
}

/** Keeps the best of what it is offered: a heap with the worst of them on top. Of equals, the first entry is better. */
export class Best {
  readonly #limit: number
  readonly #heap: Place[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  offer(score: number, board: number, entry: number): void {
    const heap = this.#heap
    const isFull = heap.length === this.#limit
    if (isFull && score < heap[0]!.score) return
    const place = { score, board, entry }
    if (!isFull) this.#up(place)
    else if (isBetter(place, heap[0]!)) this.#down(place)
  }

  sorted(): Place[] {
    return this.#heap.toSorted((a, b) => (isBetter(a, b) ? -1 : 1))
  }

  #up(place: Place): void {
    const heap = this.#heap
    let at = heap.push(place) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (isBetter(heap[parent]!, place)) {
        heap[at] = heap[parent]!
        at = parent
      } else break
    }
    heap[at] = place
  }

  #down(place: Place): void {
    const heap = this.#heap
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && isBetter(heap[child]!, heap[child + 1]!)) child++
      if (isBetter(heap[child]!, place)) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = place
  }
}

function isBetter(a: Place, b: Place): boolean {
  return a.score !== b.score ? a.score > b.score : a.board !== b.board ? a.board < b.board : a.entry < b.entry
}
