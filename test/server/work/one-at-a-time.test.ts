import { expect, test } from 'vitest'
import { oneAtATime } from '../../../server/work/one-at-a-time.ts'

/** Runs that end when they are told to. */
function heldRuns() {
  const begun: string[] = []
  const ends: (() => void)[] = []
  const run = (key: string) => {
    begun.push(key)
    return new Promise<void>((resolve) => ends.push(resolve))
  }
  const endNext = () => ends.shift()?.()
  return { begun, run, endNext }
}

const never = (error: unknown) => {
  throw error
}

test('woken again during a run, it runs once more, however often it was woken', async () => {
  const { begun, run, endNext } = heldRuns()
  const runner = oneAtATime(run, never)
  for (let i = 0; i < 5; i++) runner.wake('a')
  expect(begun).toEqual(['a'])
  endNext()
  await expect.poll(() => begun).toEqual(['a', 'a'])
  endNext()
  await runner.idle()
  expect(begun).toEqual(['a', 'a'])
})

test('different keys run beside each other', async () => {
  const { begun, run, endNext } = heldRuns()
  const runner = oneAtATime(run, never)
  runner.wake('a')
  runner.wake('b')
  expect(begun).toEqual(['a', 'b'])
  endNext()
  endNext()
  await runner.idle()
})

test('a run that fails is told of, and the next wake tries again', async () => {
  const failures: unknown[] = []
  let runs = 0
  const runner = oneAtATime(
    () => (++runs === 1 ? Promise.reject(new Error('first')) : Promise.resolve()),
    (error, key) => failures.push([key, String(error)]),
  )
  runner.wake('a')
  await runner.idle()
  runner.wake('a')
  await runner.idle()
  expect(failures).toEqual([['a', 'Error: first']])
  expect(runs).toBe(2)
})

test('idle waits for what was woken while it waited', async () => {
  const { begun, run, endNext } = heldRuns()
  const runner = oneAtATime(run, never)
  let idle = false
  runner.wake('a')
  const waiting = runner.idle().then(() => (idle = true))
  runner.wake('a')
  endNext()
  await expect.poll(() => begun).toHaveLength(2)
  expect(idle).toBe(false)
  endNext()
  await waiting
})
