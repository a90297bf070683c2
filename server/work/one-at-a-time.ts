// Background work by key: one run at a time each; asked again during a run, it runs once more afterwards.

export interface Runner {
  /** Soon, in the background. */
  wake(key: string): void
  /** Resolves when nothing runs or waits. */
  idle(): Promise<void>
}

/** `failed` hears of a run's error; the next wake tries again. */
export function oneAtATime(run: (key: string) => Promise<void>, failed: (error: unknown, key: string) => void): Runner {
  const running = new Map<string, { again: boolean; done: Promise<void> }>()

  function start(key: string): void {
    const state = { again: false, done: Promise.resolve() }
    running.set(key, state)
    state.done = (async () => {
      do {
        state.again = false
        try {
          await run(key)
        } catch (error) {
          failed(error, key)
        }
      } while (state.again)
      running.delete(key)
    })()
  }

  return {
    wake(key) {
      const state = running.get(key)
      if (state) state.again = true
      else start(key)
    },
    async idle() {
      while (running.size > 0) await Promise.all([...running.values()].map(({ done }) => done))
    },
  }
}
