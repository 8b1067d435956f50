import { describe, expect, test } from 'vitest'
import { showMasked } from '#shared/elements/value.ts'
import { element, take } from './fields.ts'

describe('a landline (domain.md §7.5)', () => {
  test.each([
    ['0571-88886666', '0571-88886666'],
    ['（0571）88886666', '0571-88886666'],
    ['0571 8888 6666', '0571-88886666'],
    ['010-12345678-8001', '010-12345678-8001'],
    ['88886666转12', '88886666-12'],
    ['8888666', '8888666'],
  ])('%s is kept as %s', (typed, kept) =>
    expect(take('landline', typed)).toEqual({ value: kept, problem: null }),
  )

  test.each(['13812341234', '0571-888', '1571-88886666', 'abc'])('%s is refused', (typed) =>
    expect(take('landline', typed).problem).toBe('landline_form'),
  )

  test('is masked in its middle, whatever comes before and after', () => {
    const masked = (number: string) =>
      showMasked(element('landline', { sensitivity: 'sensitive' }), number, 'zh')
    expect(masked('0571-88886666')).toBe('0571-88****66')
    expect(masked('0571-88886666-12')).toContain('****')
  })
})

describe('an e-mail address', () => {
  test.each([
    ['li.jing@example.cn', 'li.jing@example.cn'],
    ['Li@Example.COM', 'Li@example.com'],
    ['a＠b.cn', 'a@b.cn'],
    [' a @ b.cn ', 'a@b.cn'],
  ])('%s is kept as %s', (typed, kept) =>
    expect(take('email', typed)).toEqual({ value: kept, problem: null }),
  )

  test.each([
    'a',
    'a@',
    '@b.cn',
    'a@b',
    'a..b@c.cn',
    '.a@b.cn',
    'a@-b.cn',
    `${'a'.repeat(65)}@b.cn`,
    '王@b.cn',
  ])('%s is refused', (typed) => expect(take('email', typed).problem).toBe('email_form'))
})

test('a postal code has six digits', () => {
  expect(take('postalCode', '310 000').value).toBe('310000')
  expect(take('postalCode', '31000').problem).toBe('postal_code_form')
})

describe('a licence plate', () => {
  test.each([
    '浙A12345',
    '京AF0236',
    '粤ZC123港',
    '粤Z1A23澳',
    '浙A1234挂',
    '浙A1234学',
    '浙A1234警',
    '沪A0023领',
    '浙AD12345',
    '浙A12345D',
    '粤BDF1234',
    '使014578',
    '224578使',
    '沪领0023',
  ])('%s is taken', (plate) => expect(take('licencePlate', plate)).toEqual({ value: plate, problem: null }))

  test.each(['浙A1234', '浙I12345', '浙A12O45', 'A12345', '浙AD1234Z', '浙A12345Z', '国A12345', '浙A123456'])(
    '%s is refused',
    (plate) => expect(take('licencePlate', plate).problem).toBe('licence_plate_form'),
  )

  test('typed with a dot, a space and small letters is understood', () => {
    expect(take('licencePlate', '浙a·12 345').value).toBe('浙A12345')
  })
})
