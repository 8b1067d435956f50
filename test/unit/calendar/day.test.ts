import { expect, test } from 'vitest'
import { addDays, dayOf, daysBetween, momentOf, timeOf, weekdayOf } from '#shared/calendar/day.ts'

test('a moment falls on the day it has in the city, not in London', () => {
  const evening = Date.UTC(2026, 10, 23, 16, 30)
  expect(dayOf(evening)).toBe('2026-11-24')
  expect(timeOf(evening)).toBe('00:30')
  expect(momentOf('2026-11-24', '00:30')).toBe(evening)
})

test('days are counted over the ends of months and leap years', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
})

test('the week ends on Sunday', () => {
  expect(weekdayOf('2026-11-23')).toBe(1)
  expect(weekdayOf('2026-11-22')).toBe(7)
})
