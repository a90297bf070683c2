// What the browser remembers for the agent. Storage may be forbidden: then nothing is remembered and nothing breaks.

type Kind = 'localStorage' | 'sessionStorage'

export function remember(key: string, value: string, kind: Kind = 'localStorage'): void {
  try {
    window[kind].setItem(`askwell-${key}`, value)
  } catch {
    // forbidden or full
  }
}

export function recall(key: string, kind: Kind = 'localStorage'): string | null {
  try {
    return window[kind].getItem(`askwell-${key}`)
  } catch {
    return null // forbidden
  }
}

export function forget(key: string, kind: Kind = 'localStorage'): void {
  try {
    window[kind].removeItem(`askwell-${key}`)
  } catch {
    // forbidden
  }
}
