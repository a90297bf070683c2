// The server's API, typed by the server itself. Every failure comes out as a ProblemError that says what to do.
import { hc } from 'hono/client'
import type { Api } from '../server/app.ts'
import type { Problem } from '../shared/contract.ts'

/** The server refused, or could not be reached (status 0). */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.name = 'ProblemError'
    this.problem = problem
  }

  get status(): number {
    return this.problem.status
  }
}

/** On `window`: the server no longer knows who is asking. */
export class SessionEndedEvent extends Event {
  constructor() {
    super('session-ended')
  }
}

export const client = hc<Api>(location.origin, { fetch: send })

interface Answer {
  readonly ok: boolean
  readonly status: number
  json(): Promise<unknown>
}

/** The answer's content, `null` if it has none. Rejects with a ProblemError for every answer that is none. */
export async function need<R extends Answer>(pending: Promise<R>): Promise<Awaited<ReturnType<R['json']>>> {
  const response = await pending
  if (!response.ok) throw await problemOf(response)
  // 204 has no body; its type says so
  return (response.status === 204 ? null : await response.json()) as Awaited<ReturnType<R['json']>>
}

/** Anything thrown, as a ProblemError; cancelled requests stay what they are. */
export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  return problem(-1, error instanceof Error ? error.message : String(error))
}

async function send(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  let response
  try {
    response = await fetch(input, init)
  } catch (error) {
    if (init?.signal?.aborted) throw error
    throw problem(0, 'The server can’t be reached.')
  }
  const isSignIn = init?.method === 'POST' && new Request(input).url.endsWith('/api/session')
  if (response.status === 401 && !isSignIn) window.dispatchEvent(new SessionEndedEvent())
  return response
}

async function problemOf(response: Answer): Promise<ProblemError> {
  try {
    return new ProblemError((await response.json()) as Problem)
  } catch {
    return problem(response.status, '') // a proxy's error page
  }
}

function problem(status: number, detail: string): ProblemError {
  return new ProblemError({ type: 'about:blank', title: '', status, detail, instance: '' })
}
