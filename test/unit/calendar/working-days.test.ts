import { describe, expect, test } from 'vitest'
import { momentOf } from '#shared/calendar/day.ts'
import {
  addWorkdays,
  countWorkdays,
  isPublished,
  isWorkday,
  receivedDay,
} from '#shared/calendar/working-days.ts'
import { CALENDAR } from './city-calendar.ts'

describe('a deadline in working days (domain.md §2.8)', () => {
  test.each([
    ['2026-02-12', 5, '2026-02-26'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-14', 3, '2026-02-26'],
    ['2026-02-16', 1, '2026-02-24'],
    ['2025-01-24', 3, '2025-02-05'],
    ['2025-09-26', 5, '2025-10-10'],
    ['2025-09-30', 1, '2025-10-09'],
    ['2024-02-09', 5, '2024-02-22'],
    ['2024-04-26', 3, '2024-04-30'],
    ['2026-04-30', 10, '2026-05-18'],
    ['2025-12-31', 1, '2026-01-04'],
    ['2026-09-18', 5, '2026-09-24'],
    ['2026-09-30', 5, '2026-10-13'],
  ])('from %s after %i days is %s', (start, days, due) => {
    expect(addWorkdays(start, days, CALENDAR)).toBe(due)
    expect(countWorkdays(start, due, CALENDAR)).toBe(days)
    expect(countWorkdays(due, start, CALENDAR)).toBe(-days)
  })
})

describe('a day', () => {
  test('of the weekend that makes up for a holiday is worked', () => {
    expect(isWorkday('2026-02-14', CALENDAR)).toBe(true)
    expect(isWorkday('2026-02-21', CALENDAR)).toBe(false)
  })

  test('beyond the published years follows the week and is provisional', () => {
    expect(isWorkday('2031-03-03', CALENDAR)).toBe(true)
    expect(isWorkday('2031-03-02', CALENDAR)).toBe(false)
    expect(isPublished('2026-12-31', CALENDAR)).toBe(true)
    expect(isPublished('2031-03-03', CALENDAR)).toBe(false)
  })
})

describe('what arrives', () => {
  test.each([
    ['2026-11-23', '09:00', '2026-11-23', 'in office hours counts that day'],
    ['2026-11-23', '17:30', '2026-11-23', 'at closing time still counts that day'],
    ['2026-11-23', '17:31', '2026-11-24', 'after closing time counts the next working day'],
    ['2026-11-21', '10:00', '2026-11-23', 'on a Saturday counts on Monday'],
    ['2026-02-13', '18:00', '2026-02-14', 'before a make-up Saturday counts on it'],
    ['2026-10-03', '10:00', '2026-10-08', 'in the holidays counts after them'],
  ])('on %s at %s is received on %s: %s', (day, time, received) => {
    expect(receivedDay(momentOf(day, time), CALENDAR, '17:30')).toBe(received)
  })
})
