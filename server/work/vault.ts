// Secrets and passwords. Argon2id with OWASP's parameters (19 MiB, 2 passes, 1 lane); four hashes at once at most, so that
// a flood of sign-ins can't take all memory.
import { createHash, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import pLimit from 'p-limit'
import type { Vault } from '../domain/ports.ts'
import { Refusal } from '../domain/refusal.ts'

const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const AT_ONCE = 4
const WAITING = 50

export function createVault(): Vault {
  const limit = pLimit(AT_ONCE)
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    if (limit.pendingCount < WAITING) return limit(work)
    throw new Refusal('unavailable', 'Too many people sign in right now. Try again in a few seconds.', {
      retryAfter: 5,
    })
  }
  return {
    newSecret: () => randomBytes(32).toString('base64url'),
    digest: (secret) => createHash('sha256').update(secret).digest('base64url'),
    hashPassword: (password) => inTurn(() => hash(password, PARAMETERS)),
    verifyPassword: (hashed, password) => inTurn(() => verify(hashed, password)),
  }
}
