import { describe, expect, test } from 'vitest'
import { showValue } from '#shared/elements/value.ts'
import { element, take } from './fields.ts'

describe('a month', () => {
  test.each(['2026-03', '2026/3', '2026年3月', '202603', '２０２６．３'])(
    'typed as %s is understood',
    (typed) => {
      expect(take('month', typed)).toEqual({ value: '2026-03', problem: null })
    },
  )

  test.each(['2026-13', '2026-00', '3/2026', '2026-3-1'])('%s is none', (typed) =>
    expect(take('month', typed).problem).toBe('month_form'),
  )

  test('outside its limits, counted in months from this one, is refused', () => {
    expect(take('month', '2026-12', { max: 0 }).problem).toBe('month_too_late')
    expect(take('month', '2025-10', { min: -12 }).problem).toBe('month_too_early')
    expect(take('month', '2025-11', { min: -12 }).problem).toBeNull()
  })

  test('is shown as people of each language write it', () => {
    expect(showValue(element('month'), '2026-03', 'zh')).toBe('2026年3月')
    expect(showValue(element('month'), '2026-03', 'en')).toBe('March 2026')
  })
})

describe('a period', () => {
  test('has a start and an end, in this order', () => {
    expect(take('period', ['2026/1/1', '2026-06-30'])).toEqual({
      value: '2026-01-01/2026-06-30',
      problem: null,
    })
    expect(take('period', ['2026-01-01', '']).problem).toBe('period_both')
    expect(take('period', ['2026-06-30', '2026-01-01']).problem).toBe('period_order')
    expect(take('period', ['2026-02-30', '2026-03-01']).problem).toBe('date_form')
    expect(take('period', ['', '']).problem).toBe('missing')
  })

  test('of months is typed in months', () => {
    expect(take('period', ['2026/1', '2026/6'], { months: true })).toEqual({
      value: '2026-01/2026-06',
      problem: null,
    })
    expect(showValue(element('period', { months: true }), '2026-01/2026-06', 'zh')).toBe(
      '2026年1月至2026年6月',
    )
  })
})

describe('a time slot', () => {
  const options = [{ value: 'am', label: { zh: '上午', en: 'Morning' } }]

  test('is a day and one of the slots', () => {
    expect(take('timeSlot', ['2026-11-30', '上午'], { options })).toEqual({
      value: '2026-11-30 am',
      problem: null,
    })
    expect(take('timeSlot', ['2026-11-30', ''], { options }).problem).toBe('time_slot_missing')
    expect(take('timeSlot', ['2026-11-31', 'am'], { options }).problem).toBe('date_form')
    expect(take('timeSlot', ['2026-11-22', 'am'], { options, min: 1 }).problem).toBe('date_too_early')
    expect(showValue(element('timeSlot', { options }), '2026-11-30 am', 'en')).toBe(
      '30 November 2026 Morning',
    )
  })
})

describe('a place', () => {
  const options = [{ value: '349901001001', label: { zh: '清河区溪桥社区', en: 'Xiqiao' } }]

  test('is a division by name or code, and the rest of the address', () => {
    const value = '349901001001 溪桥路18号2幢'
    for (const place of ['清河区溪桥社区', '349901001001', 'Xiqiao'])
      expect(take('divisionAddress', [place, '溪桥路18号2幢'], { options })).toEqual({ value, problem: null })
    expect(take('divisionAddress', ['别处', '溪桥路18号2幢'], { options }).problem).toBe('division_missing')
    expect(take('divisionAddress', ['清河区溪桥社区', ''], { options }).problem).toBe('address_short')
    expect(showValue(element('divisionAddress', { options }), value, 'zh')).toBe(
      '清河区溪桥社区溪桥路18号2幢',
    )
  })
})

describe('a point on the map', () => {
  const box = { south: 30, west: 120, north: 31, east: 121 }

  test('lies in the city', () => {
    expect(take('mapPoint', ['30.2500004', '120.16'], { box })).toEqual({
      value: '30.25,120.16',
      problem: null,
    })
    expect(take('mapPoint', '30.25, 120.16', { box }).value).toBe('30.25,120.16')
    expect(take('mapPoint', ['40', '120.16'], { box }).problem).toBe('point_outside')
    expect(take('mapPoint', ['91', '120'], {}).problem).toBe('point_form')
    expect(take('mapPoint', ['30.25', ''], {}).problem).toBe('point_form')
  })
})
