// `askwell(…)` for pages that have the widget in their own bundle: the same commands as behind the script tag.
import type { Info } from '../askwell-widget.ts'
import { runCommand } from '../commands.ts'

/** What the page can listen to, by the name that `askwell('on', …)` takes. */
export type AskwellEvents = {
  readonly [
    Name in keyof HTMLElementEventMap as Name extends `askwell-${infer Short}` ? Short : never
  ]: HTMLElementEventMap[Name]
}

/** Commands with nothing to say about what they resolve with. Not `destroy`: who has put the element there takes it away. */
export type PlainCommand =
  | ('open' | 'close' | 'toggle' | 'search' | 'article' | 'ask' | 'suggest')
  | ('identify' | 'logout' | 'context' | 'page' | 'set' | 'off')

/** Does a command (docs/embedding.md) with the page's `<askwell-widget>`. Rejects if there is none, or no such command. */
export interface Askwell {
  /** Resolves with what ends the listening. */
  <Name extends keyof AskwellEvents>(
    command: 'on' | 'once',
    event: Name,
    listener: (event: AskwellEvents[Name]) => void,
  ): Promise<() => void>
  (command: 'info'): Promise<Info>
  (command: PlainCommand, ...args: readonly unknown[]): Promise<unknown>
}

/** The commands of this page's widget. */
export const askwell = run as Askwell // checked when it runs: what does not exist is rejected with a sentence

/** The same, but what it listens to ends with the signal that `life` gives when it is called. */
export function askwellWithin(life: () => AbortSignal): Askwell {
  const runWithin: typeof run = async (command, ...args) => {
    if (command === 'on' || command === 'once') {
      // at once, not when a promise comes to it: React's strict mode takes away and listens again within one turn
      const end = () => void run('off', ...args).catch(() => {}) // without a widget nothing listens
      const signal = life()
      if (signal.aborted) return end
      signal.addEventListener('abort', end)
    }
    return run(command, ...args)
  }
  return runWithin as Askwell // as above
}

async function run(command: unknown, ...args: readonly unknown[]): Promise<unknown> {
  const widget = globalThis.document?.querySelector('askwell-widget')
  if (!widget?.matches(':defined')) {
    throw new Error(`askwell('${String(command)}') needs an <askwell-widget> on the page, and defineAskwell() before.`)
  }
  return runCommand(widget, command, ...args)
}
