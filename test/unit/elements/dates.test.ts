import { describe, expect, test } from 'vitest'
import { showValue } from '#shared/elements/value.ts'
import { element, take } from './fields.ts'

describe('a day', () => {
  test.each(['2026-11-09', '2026/11/9', '2026.11.9', '2026年11月9日', '20261109', '２０２６-11-09'])(
    'typed as %s is understood',
    (typed) => {
      expect(take('date', typed)).toEqual({ value: '2026-11-09', problem: null })
    },
  )

  test.each(['2026-02-29', '2026-13-01', 'gestern', '2026-1'])('%s is no day', (typed) => {
    expect(take('date', typed).problem).toBe('date_form')
  })

  test('after or before its limits is refused', () => {
    expect(take('date', '2026-11-24', { max: 0 }).problem).toBe('date_too_late')
    expect(take('date', '2026-11-23', { max: 0 }).problem).toBeNull()
    expect(take('date', '2026-11-20', { min: -2 }).problem).toBe('date_too_early')
  })

  test('is shown as people of each language write it', () => {
    expect(showValue(element('date'), '2026-11-09', 'zh')).toBe('2026年11月9日')
    expect(showValue(element('date'), '2026-11-09', 'en')).toBe('9 November 2026')
  })
})

describe('a moment', () => {
  test('is a day and a time', () => {
    expect(take('moment', '2026-11-09T08:30')).toEqual({ value: '2026-11-09T08:30', problem: null })
    expect(take('moment', '2026-11-09 08:30').value).toBe('2026-11-09T08:30')
    expect(take('moment', '2026-11-09T24:30').problem).toBe('moment_form')
    expect(showValue(element('moment'), '2026-11-09T08:30', 'zh')).toBe('2026年11月9日 08:30')
  })
})
