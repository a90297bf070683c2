// Stands in for widget/embed.ts: the loader's tests see what it is told, without a widget.
import type { Run } from '../../widget/embed.ts'

export interface Told {
  /** Calls in the order in which they were done. */
  readonly calls: unknown[][]
  readonly host: HTMLElement
  readonly script: HTMLScriptElement
  readonly stop: AbortController
}

export function start(
  host: HTMLElement,
  queue: readonly (readonly unknown[])[],
  script: HTMLScriptElement,
  stop: AbortController,
): Run {
  const calls: unknown[][] = []
  Object.assign(window, { told: { calls, host, script, stop } satisfies Told })
  const run: Run = (...call) => {
    calls.push([...call])
    return call[0] === 'nonsense'
      ? Promise.reject(new TypeError('There is no such command.'))
      : Promise.resolve(call[0])
  }
  for (const call of queue) void run(...call)
  return run
}
