// Validated input: what a route takes, checked against its schema, or a 422 that names each fault.
import { zValidator } from '@hono/zod-validator'
import type { ValidationTargets } from 'hono'
import type { z } from 'zod'
import { InvalidContent } from '../problem.ts'

export function takes<Target extends keyof ValidationTargets, Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
) {
  return zValidator(target, schema, (result) => {
    if (!result.success) throw new InvalidContent(result.error.issues)
  })
}
