// How often one client may ask. Counted in memory, by address; IPv6 by /64, which is what one household gets.
import { createMiddleware } from 'hono/factory'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Refusal } from './domain/refusal.ts'
import type { RequestEnv } from './request.ts'

export interface Rate {
  /** Requests in `seconds` before the next is refused. */
  readonly requests: number
  readonly seconds: number
}

export function limitedTo({ requests, seconds }: Rate) {
  const limiter = new RateLimiterMemory({ points: requests, duration: seconds })
  return createMiddleware<RequestEnv>(async function limitRate(c, next) {
    try {
      await limiter.consume(addressBlock(c.var.address))
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused
      const retryAfter = Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
      throw new Refusal('too-many', `Too many requests. Try again in ${retryAfter} s.`, { retryAfter })
    }
    await next()
  })
}

/** IPv4 as it is, IPv6 its first 64 bits; without the port that some proxies add, which is another with each connection. */
export function addressBlock(reported: string): string {
  const address = reported.replace(/^\[(.*)\](?::\d+)?$/, '$1')
  const ipv4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/i.exec(address)
  if (ipv4?.[1]) return ipv4[1]
  if (!address.includes(':')) return address
  const [head = '', tail = ''] = address.split('%')[0]!.split('::')
  const front = head.split(':').filter(Boolean)
  const back = tail.split(':').filter(Boolean)
  const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0')
  const groups = address.includes('::') ? [...front, ...zeros, ...back] : front
  return groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')
}
