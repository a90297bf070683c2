// Where the widget may keep something in the browser, as the page decides.
export type StorageMode = 'all' | 'session' | 'none'

/** undefined: nowhere, because the page does not want it or forbids it. */
export function storageFor(mode: StorageMode): Storage | undefined {
  if (mode === 'none') return undefined
  try {
    const storage = mode === 'session' ? sessionStorage : localStorage
    storage.setItem('askwell', '')
    storage.removeItem('askwell')
    return storage
  } catch {
    return undefined // sandboxed, or cookies are off
  }
}
