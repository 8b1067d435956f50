import { afterEach, expect, test, vi } from 'vitest'
import { dayOf } from '#shared/calendar/day.ts'
import { now, useClock } from '#domain/clock.ts'

afterEach(() => vi.unstubAllEnvs())

test('a city does not start with a moved clock', () => {
  vi.stubEnv('YIZHAN_MODE', 'city')
  expect(() => useClock('2026-11-23T10:00:00+08:00')).toThrow('YIZHAN_NOW')
})

test('what is no moment is refused rather than taken for today', () => {
  expect(() => useClock('tomorrow')).toThrow('tomorrow')
})

test('the demo’s time begins where it is told and runs on', async () => {
  useClock('2031-05-06T10:00:00+08:00')
  const begun = now()
  expect(dayOf(begun)).toBe('2031-05-06')
  await vi.waitFor(() => expect(now()).toBeGreaterThan(begun))
})
