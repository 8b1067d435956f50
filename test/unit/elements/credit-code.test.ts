import { describe, expect, test } from 'vitest'
import { isCreditCode } from '#shared/elements/types/credit-code.ts'
import { take } from './fields.ts'

describe('a unified social credit code (domain.md §7.4)', () => {
  test.each([
    '91350100M000100Y43',
    '91110000802100433B',
    '914403001922038216',
    '91330100799655058B',
    '11440232MB2D06811W',
    '11100000000013338W',
    '11330105002500287C',
    '11110000000021135M',
    '11430000006122244L',
    '91341500MA8ABCD12R',
    '91341500MA2TE5T0XY',
    '92341500MA2UQ3K47M',
    '11341500003180001W',
    '12341500485800017U',
    '51341500MJA123456A',
    '91341500MA0BAD0009',
  ])('%s is taken', (code) => {
    expect(take('creditCode', code)).toEqual({ value: code, problem: null })
    expect(isCreditCode(code)).toBe(true)
  })

  test('with a wrong check character is refused', () => {
    expect(take('creditCode', '91350100M000100Y42').problem).toBe('credit_code_check')
  })

  test.each([
    '91350100M000100I43',
    '91350100M000100O43',
    '91350100M000100S43',
    '91350100M000100V43',
    '91350100M000100Z43',
  ])('%s has a letter that codes do not use', (code) =>
    expect(take('creditCode', code).problem).toBe('credit_code_form'),
  )

  test('of 17 characters is refused', () => {
    expect(take('creditCode', '91350100M000100Y4').problem).toBe('credit_code_form')
  })

  test('typed in small letters and groups is understood', () => {
    expect(take('creditCode', '91350100-m000100y43')).toEqual({ value: '91350100M000100Y43', problem: null })
  })
})
