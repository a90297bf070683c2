// Waiting on a condition, never on time.

/** What `look` returns, as soon as it is neither undefined, null nor false. */
export async function waitFor<T>(what: string, look: () => T | undefined | null | false, most = 5_000): Promise<T> {
  const until = performance.now() + most
  for (;;) {
    const seen = look()
    if (seen !== undefined && seen !== null && seen !== false) return seen
    if (performance.now() > until) throw new Error(`Waited in vain for: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
