// On a phone the panel is the whole screen, and people leave it with the system's Back. An entry in the page's history is
// there for Back to take; it carries the page's own state, so that a router that looks finds what it left.

/** Pushes the entry. The function that is returned takes it away again, if Back has not done so. */
export function closeOnBack(close: () => void): () => void {
  const before: unknown = history.state
  const mark = { ...(typeof before === 'object' ? before : { state: before }), askwell: true }
  let isOurs = true
  const onPop = (): void => {
    isOurs = false
    removeEventListener('popstate', onPop)
    close()
  }
  try {
    history.pushState(mark, '')
  } catch {
    return () => undefined // a page without a history of its own
  }
  addEventListener('popstate', onPop)
  return () => {
    removeEventListener('popstate', onPop)
    const { askwell } = (history.state ?? {}) as { askwell?: boolean }
    if (isOurs && askwell) history.back()
    isOurs = false
  }
}
