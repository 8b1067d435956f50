import { expect, test } from 'vitest'
import { showFen, showMoment, showNumber, showPercent, showShare, showShortDay } from '#shared/format.ts'
import { newId } from '#shared/id.ts'
import { Refusal } from '#shared/refusal.ts'

test('moments, numbers, money and shares are shown as people read them', () => {
  expect(showMoment(Date.UTC(2026, 10, 9, 0, 30), 'zh')).toBe('2026年11月9日 08:30')
  expect(showShortDay('2026-11-09', 'en')).toBe('9 Nov')
  expect(showNumber(1234567, 'en')).toBe('1,234,567')
  expect(showFen(7, 'zh')).toBe('¥0.07')
  expect(showShare(1, 3)).toBe('33.33%')
  expect(showShare(0, 0)).toBe('—')
})

test('percents of the desk have decimals only where they say something', () => {
  const shares: [number, number][] = [
    [7, 7],
    [7, 100],
    [0, 3],
    [99_999, 100_000],
    [1, 3],
    [0, 0],
  ]
  expect(shares.map(([part, whole]) => showPercent(part, whole))).toEqual([
    '100%',
    '7%',
    '0%',
    '100.00%',
    '33.33%',
    '—',
  ])
})

test('ids sort by the moment they were made', () => {
  const ids = [1_000, 2_000, 3_000_000_000_000].map((at) => newId(at))
  expect([...ids].sort()).toEqual(ids)
  const together = Array.from({ length: 100 }, () => newId(5_000))
  expect([...together].sort()).toEqual(together)
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('a refusal knows its status', () => {
  expect(new Refusal('not_found').status).toBe(404)
  expect(new Refusal('move_not_possible', { possible: ['accept'] })).toMatchObject({
    status: 409,
    detail: { possible: ['accept'] },
  })
})
