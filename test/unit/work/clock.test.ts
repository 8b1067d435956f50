import { describe, expect, test } from 'vitest'
import {
  daysLeft,
  extendClock,
  isOverdue,
  NO_CLOCK,
  NO_DUE_DAY,
  pauseClock,
  recomputeClock,
  resumeClock,
  startClock,
  stopClock,
} from '#shared/work/clock.ts'
import { CALENDAR } from '../calendar/city-calendar.ts'

const WORKING = { calendar: CALENDAR, hours: { endOfDay: '17:30', morningUntil: '11:30', noon: '12:00' } }

function on(day: string, time = '10:00') {
  return { day, time }
}

describe('a clock', () => {
  test('that pauses goes on the day after with what was left (the example of domain.md §2.8)', () => {
    const started = startClock('promised', { days: 10 }, on('2026-03-02'), WORKING)
    expect(started.dueDay).toBe('2026-03-16')
    const paused = pauseClock(started, on('2026-03-05'), WORKING)
    expect(paused).toMatchObject({ clock: 'paused', clockUsed: 3, dueDay: NO_DUE_DAY })
    const resumed = resumeClock(paused, on('2026-03-12'), WORKING)
    expect(resumed).toMatchObject({ clock: 'running', dueDay: '2026-03-23' })
  })

  test('that goes on before the day on which it began, since the time was set back over midnight, loses no day', () => {
    const started = startClock('promised', { days: 10 }, on('2026-03-03', '00:30'), WORKING)
    const paused = pauseClock(started, on('2026-03-03', '00:40'), WORKING)
    expect(resumeClock(paused, on('2026-03-02', '23:50'), WORKING).dueDay).toBe(started.dueDay)
  })

  test('keeps what two pauses used', () => {
    let clock = startClock('promised', { days: 5 }, on('2026-03-02'), WORKING)
    clock = resumeClock(pauseClock(clock, on('2026-03-03'), WORKING), on('2026-03-09'), WORKING)
    clock = resumeClock(pauseClock(clock, on('2026-03-10'), WORKING), on('2026-03-16'), WORKING)
    expect(clock).toMatchObject({ clockUsed: 2, dueDay: '2026-03-19' })
  })

  test('of no days is due the same day, or the next working day', () => {
    expect(startClock('instant', { days: 0 }, on('2026-03-02'), WORKING).dueDay).toBe('2026-03-02')
    expect(startClock('instant', { days: 0 }, on('2026-02-16'), WORKING).dueDay).toBe('2026-02-24')
  })

  test('tells the days left, and how many it is overdue', () => {
    const clock = startClock('promised', { days: 3 }, on('2026-11-20'), WORKING)
    expect(daysLeft(clock, '2026-11-23', WORKING)).toBe(2)
    expect(daysLeft(clock, '2026-11-27', WORKING)).toBe(-2)
    expect(daysLeft(pauseClock(clock, on('2026-11-23'), WORKING), '2026-11-27', WORKING)).toBeNull()
  })

  test('that never ran cannot be paused, resumed or stopped', () => {
    expect(pauseClock(NO_CLOCK, on('2026-11-23'), WORKING)).toEqual(NO_CLOCK)
    expect(resumeClock(NO_CLOCK, on('2026-11-23'), WORKING)).toEqual(NO_CLOCK)
    expect(stopClock(NO_CLOCK)).toEqual(NO_CLOCK)
  })

  test('that was stopped does not go on', () => {
    const stopped = stopClock(startClock('promised', { days: 3 }, on('2026-11-20'), WORKING))
    expect(resumeClock(stopped, on('2026-11-23'), WORKING)).toEqual(stopped)
  })

  test.each([
    ['2026-03-02', '11:30', '2026-03-02', '17:30'],
    ['2026-03-02', '11:31', '2026-03-03', '12:00'],
    ['2026-02-13', '15:00', '2026-02-14', '12:00'],
    ['2026-02-16', '09:00', '2026-02-24', '12:00'],
  ])('of half a day begun on %s at %s is due on %s at %s (domain.md §2.8)', (day, time, due, at) => {
    expect(startClock('half', { days: 0.5 }, on(day, time), WORKING)).toMatchObject({
      dueDay: due,
      dueTime: at,
    })
  })

  test('keeps what was promised and what the law allows, through pauses', () => {
    const clock = startClock('promised', { days: 3, legalDays: 20 }, on('2026-03-02'), WORKING)
    expect(clock).toMatchObject({ dueDay: '2026-03-05', legalDay: '2026-03-30' })
    const resumed = resumeClock(pauseClock(clock, on('2026-03-03'), WORKING), on('2026-03-10'), WORKING)
    expect(resumed).toMatchObject({ dueDay: '2026-03-12', legalDay: '2026-04-07' })
  })

  test('is put off by so many working days, of the promise and of the law (行政许可法 §42)', () => {
    const clock = startClock('promised', { days: 3, legalDays: 20 }, on('2026-03-02'), WORKING)
    expect(extendClock(clock, 10, WORKING)).toMatchObject({
      clockDays: 13,
      dueDay: '2026-03-19',
      legalDay: '2026-04-14',
    })
  })

  test('that was overdue when it paused is as overdue when it goes on', () => {
    const clock = startClock('promised', { days: 3 }, on('2026-03-02'), WORKING)
    const late = pauseClock(clock, on('2026-03-09'), WORKING)
    const resumed = resumeClock(late, on('2026-03-16'), WORKING)
    expect(daysLeft(resumed, '2026-03-16', WORKING)).toBe(-2)
  })

  test('moves its end when a new calendar makes a holiday of a day within it, and nothing else', () => {
    const clock = startClock('promised', { days: 3, legalDays: 20 }, on('2026-03-02'), WORKING)
    const closed = new Map(CALENDAR).set('2026-03-04', 'holiday')
    const moved = recomputeClock(clock, { ...WORKING, calendar: closed })
    expect(moved).toEqual({ ...clock, dueDay: '2026-03-06', legalDay: '2026-03-31' })
    expect(recomputeClock(clock, WORKING)).toEqual(clock)
  })

  test('of half a day keeps its half under another calendar', () => {
    for (const time of ['09:00', '15:00']) {
      const clock = startClock('half', { days: 0.5 }, on('2026-03-02', time), WORKING)
      expect(recomputeClock(clock, WORKING)).toEqual(clock)
    }
  })

  test('is overdue from the minute after its last', () => {
    const clock = startClock('half', { days: 0.5 }, on('2026-03-02', '09:00'), WORKING)
    expect(isOverdue(clock, on('2026-03-02', '17:30'))).toBe(false)
    expect(isOverdue(clock, on('2026-03-02', '17:31'))).toBe(true)
    expect(isOverdue(pauseClock(clock, on('2026-03-02'), WORKING), on('2026-04-02'))).toBe(false)
  })
})
