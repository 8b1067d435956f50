import { describe, expect, test } from 'vitest'
import {
  daysLeft,
  NO_CLOCK,
  NO_DUE_DAY,
  pauseClock,
  resumeClock,
  startClock,
  stopClock,
} from '#shared/work/clock.ts'
import { CALENDAR } from '../calendar/city-calendar.ts'

describe('a clock', () => {
  test('that pauses goes on the day after with what was left (the example of domain.md §2.8)', () => {
    const started = startClock('promised', 10, '2026-03-02', CALENDAR)
    expect(started.dueDay).toBe('2026-03-16')
    const paused = pauseClock(started, '2026-03-05', CALENDAR)
    expect(paused).toMatchObject({ clock: 'paused', clockUsed: 3, dueDay: NO_DUE_DAY })
    const resumed = resumeClock(paused, '2026-03-12', CALENDAR)
    expect(resumed).toMatchObject({ clock: 'running', dueDay: '2026-03-23' })
  })

  test('keeps what two pauses used', () => {
    let clock = startClock('promised', 5, '2026-03-02', CALENDAR)
    clock = resumeClock(pauseClock(clock, '2026-03-03', CALENDAR), '2026-03-09', CALENDAR)
    clock = resumeClock(pauseClock(clock, '2026-03-10', CALENDAR), '2026-03-16', CALENDAR)
    expect(clock).toMatchObject({ clockUsed: 2, dueDay: '2026-03-19' })
  })

  test('of no days is due the same day, or the next working day', () => {
    expect(startClock('instant', 0, '2026-03-02', CALENDAR).dueDay).toBe('2026-03-02')
    expect(startClock('instant', 0, '2026-02-16', CALENDAR).dueDay).toBe('2026-02-24')
  })

  test('tells the days left, and how many it is overdue', () => {
    const clock = startClock('promised', 3, '2026-11-20', CALENDAR)
    expect(daysLeft(clock, '2026-11-23', CALENDAR)).toBe(2)
    expect(daysLeft(clock, '2026-11-27', CALENDAR)).toBe(-2)
    expect(daysLeft(pauseClock(clock, '2026-11-23', CALENDAR), '2026-11-27', CALENDAR)).toBeNull()
  })

  test('that never ran cannot be paused, resumed or stopped', () => {
    expect(pauseClock(NO_CLOCK, '2026-11-23', CALENDAR)).toEqual(NO_CLOCK)
    expect(resumeClock(NO_CLOCK, '2026-11-23', CALENDAR)).toEqual(NO_CLOCK)
    expect(stopClock(NO_CLOCK)).toEqual(NO_CLOCK)
  })

  test('that was stopped does not go on', () => {
    const stopped = stopClock(startClock('promised', 3, '2026-11-20', CALENDAR))
    expect(resumeClock(stopped, '2026-11-23', CALENDAR)).toEqual(stopped)
  })
})
