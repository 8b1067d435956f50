import { expect, test, vi } from 'vitest'
import { enter } from '#domain/exchange/queue.ts'

const never = new AbortController().signal

/** Somebody who waits for a turn; tells when it came. */
function caller(resource: string, matter: string, order: string[], bearing = { atOnce: 1 }, signal = never) {
  return enter(resource, matter, bearing, signal).then((leave) => {
    order.push(leave ? matter : `${matter} not`)
    return leave
  })
}

test('matters take turns: one with many questions does not hold up another with one', async () => {
  const order: string[] = []
  const first = await caller('r1', 'big', order)
  const rest = [
    ...Array.from({ length: 5 }, () => caller('r1', 'big', order)),
    caller('r1', 'small', order),
    caller('r1', 'other', order),
  ]
  first?.()
  for (const each of rest) void each.then((leave) => setImmediate(() => leave?.()))
  await Promise.all(rest)
  expect(order).toEqual(['big', 'big', 'small', 'other', 'big', 'big', 'big', 'big'])
})

test('no more than a resource bears are let in at a time', async () => {
  let under = 0
  let most = 0
  await Promise.all(
    Array.from({ length: 100 }, async (_, i) => {
      const leave = await enter('r2', `m${i}`, { atOnce: 7 }, never)
      most = Math.max(most, (under += 1))
      await new Promise(setImmediate)
      under -= 1
      leave?.()
    }),
  )
  expect(most).toBe(7)
})

test('who waits too long or comes when too many wait is told so at once, and takes no place', async () => {
  const order: string[] = []
  const leave = await caller('r3', 'a', order)
  const given = new AbortController()
  const impatient = caller('r3', 'b', order, { atOnce: 1 }, given.signal)
  given.abort()
  expect(await impatient).toBeNull()
  const waiting = Array.from({ length: 200 }, () => caller('r3', 'c', order))
  expect(await caller('r3', 'd', order)).toBeNull()
  for (const each of waiting) void each.then((then) => then?.())
  leave?.()
  expect((await Promise.all(waiting)).every((each) => each !== null)).toBe(true)
})

test('a limit by the second is kept', async () => {
  const begun = performance.now()
  for (let i = 0; i < 30; i += 1) (await enter('r4', 'm', { perSecond: 20 }, never))?.()
  // Twenty at once, ten more at twenty a second.
  expect(performance.now() - begun).toBeGreaterThan(400)
})

test('a clock that is set back by an hour keeps nobody out for an hour', async () => {
  const bearing = { perSecond: 20 }
  for (let i = 0; i < 20; i += 1) (await enter('r5', 'm', bearing, never))?.()
  const hourBack = Date.now() - 3_600_000
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => hourBack)
  const begun = performance.now()
  ;(await enter('r5', 'm', bearing, never))?.()
  clock.mockRestore()
  expect(performance.now() - begun).toBeLessThan(1000)
})
