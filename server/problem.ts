// The one place where errors become answers: RFC 9457 problem details. What we did not foresee says nothing of itself.
import type { ErrorHandler, NotFoundHandler } from 'hono'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod'
import type { Problem } from '../shared/contract.ts'
import { Refusal, type RefusalCode } from './domain/refusal.ts'
import type { RequestEnv } from './request.ts'

const statuses: Record<RefusalCode, ContentfulStatusCode> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'not-ready': 422,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
}

const titles: Record<number, string> = {
  400: 'The request is not well formed',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Changed meanwhile',
  413: 'Too large',
  422: 'Something needs mending',
  429: 'Too many requests',
  500: 'Something went wrong on our side',
  503: 'Not available right now',
  507: 'No room left',
}

/** A request whose content breaks its schema; says where. */
export class InvalidContent extends Error {
  readonly issues: readonly z.core.$ZodIssue[]

  constructor(issues: readonly z.core.$ZodIssue[]) {
    super('The request does not have the shape that this address takes.')
    this.issues = issues
  }
}

export const answerError: ErrorHandler<RequestEnv> = (error, c) => {
  if (error instanceof Refusal) {
    if (error.retryAfter !== undefined) c.header('Retry-After', String(error.retryAfter))
    return problem(c, statuses[error.code], error.message)
  }
  if (error instanceof InvalidContent) {
    const errors = error.issues.map(({ path, message }) => ({
      pointer: path.map((part) => `/${String(part)}`).join(''), // the whole request is ''
      detail: message,
    }))
    return problem(c, 422, error.message, errors)
  }
  if (error instanceof HTTPException) return problem(c, error.status, error.message)
  if (isFull(error)) {
    c.var.log.error({ err: error }, 'no room left to write')
    return problem(c, 507, 'The server has no room to store this right now. Nothing was saved; try again later.')
  }
  if (isAway(error)) {
    c.var.log.error({ err: error }, 'the database does not answer')
    c.header('Retry-After', '5')
    return problem(c, 503, 'The server can’t reach its data right now. Nothing was lost; try again in a few seconds.')
  }
  c.var.log.error({ err: error }, 'unexpected error')
  return problem(c, 500, 'This is our fault. Try again; if it stays, tell the administrator the request id.')
}

export const answerNotFound: NotFoundHandler<RequestEnv> = (c) => problem(c, 404, 'There is nothing at this address.')

function problem(c: Context<RequestEnv>, status: ContentfulStatusCode, detail: string, errors?: Problem['errors']) {
  const title = titles[status] ?? 'The request was refused'
  const body: Problem = {
    type: 'about:blank',
    title,
    status,
    detail,
    instance: c.var.requestId,
    ...(errors && { errors }),
  }
  return c.body(JSON.stringify(body), status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
  })
}

/** The database is down, starting, stopping, or locked by somebody else for longer than we wait. */
function isAway(error: unknown): boolean {
  const away = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT', '57P01', '57P02', '57P03', '53300']
  const code = codeOf(error)
  return away.includes(code) || /^SQLITE_(BUSY|LOCKED)/.test(code) || /^Connection terminated/.test(messageOf(error))
}

/** SQLite's and PostgreSQL's ways to say that the disk is full or may not be written. */
function isFull(error: unknown): boolean {
  const code = codeOf(error)
  return code.startsWith('SQLITE_FULL') || code.startsWith('SQLITE_READONLY') || code === '53100'
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : ''
}
