import { describe, expect, test } from 'vitest'
import { typeOf } from '#shared/elements/types.ts'
import { showMasked, showValue, takeKnown, takeValue } from '#shared/elements/value.ts'
import { element, take } from './fields.ts'

describe('a mobile number (domain.md §7.5)', () => {
  test.each(['13812341234', '+86 138-1234-1234', '８６13812341234', '138 1234 1234'])(
    '%s is understood',
    (typed) => {
      expect(take('phone', typed)).toEqual({ value: '13812341234', problem: null })
    },
  )

  test.each(['12812341234', '1381234123', '138123412345', '0571-88886666'])('%s is refused', (typed) => {
    expect(take('phone', typed).problem).toBe('phone_form')
  })

  test('is masked in its middle where it is sensitive', () => {
    expect(showMasked(element('phone', { sensitivity: 'sensitive' }), '13812341234', 'zh')).toBe(
      '138****1234',
    )
    expect(showMasked(element('phone', { sensitivity: 'personal' }), '13812341234', 'zh')).toBe('13812341234')
  })
})

describe('a bank card', () => {
  test('of 12 to 19 digits is taken, whatever its check digit', () => {
    expect(take('bankCard', '6222 0213 0002 0000 001')).toEqual({
      value: '6222021300020000001',
      problem: null,
    })
    expect(take('bankCard', '62220213000').problem).toBe('bank_card_form')
  })
})

describe('money', () => {
  test.each([
    ['1,234.5', 123450],
    ['￥80', 8000],
    ['12元', 1200],
    ['0.07', 7],
    ['1.1', 110],
  ])('%s is kept as %i fen', (typed, fen) => {
    expect(take('money', typed)).toEqual({ value: fen, problem: null })
  })

  test.each(['1.234', '-3', 'viel'])('%s is refused', (typed) => {
    expect(take('money', typed).problem).toBe('money_form')
  })

  test('is shown with two decimals', () => {
    expect(showValue(element('money'), 123450, 'zh')).toBe('¥1,234.50')
  })
})

describe('a number', () => {
  test('within its limits is taken, outside it is told the limit', () => {
    expect(take('integer', '3,000', { max: 5000 })).toEqual({ value: 3000, problem: null })
    expect(take('integer', '6000', { max: 5000 }).problem).toBe('number_big')
    expect(take('decimal', '-1', { min: 0 }).problem).toBe('number_small')
    expect(take('integer', '1.5').problem).toBe('integer_form')
  })

  test('that cannot be read is kept as typed, so that nothing typed is lost', () => {
    expect(take('integer', 'three').value).toBe('three')
  })
})

describe('a percentage', () => {
  test('is kept as typed, so that shares add up', () => {
    expect(take('percentage', '33.33%')).toEqual({ value: 33.33, problem: null })
    expect(take('percentage', '100.01').problem).toBe('number_big')
    expect(take('percentage', '-1').problem).toBe('number_small')
    expect(take('percentage', '12.345', { decimals: 2 }).problem).toBe('decimals_many')
  })
})

test('money outside its limits is told the limit in yuan', () => {
  expect(
    takeValue(element('money', { max: 100000 }), '1000.01', true, { today: '2026-11-23' }).fault,
  ).toEqual({
    code: 'number_big',
    params: { max: '1000.00' },
  })
})

test('what a register says in fen is not taken for yuan', () => {
  expect(takeKnown(element('money'), 123450, { today: '2026-11-23' }).value).toBe(123450)
})

test('a bank card with a wrong last digit is taken, with a doubt', () => {
  const { doubt } = typeOf(element('bankCard'))
  expect(doubt?.('6222021300020000001')?.code).toBe('bank_card_check')
  expect(doubt?.('4111111111111111')).toBeNull()
})
