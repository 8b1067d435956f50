import { describe, expect, test } from 'vitest'
import { take } from './fields.ts'

describe('a permit of a Hong Kong or Macao resident (domain.md §7.2)', () => {
  test.each(['H12345678', 'M12345678', 'H1234567801', '810000199408230021', '820000199001010010'])(
    '%s is taken',
    (number) => expect(take('hkMacaoPermit', number)).toEqual({ value: number, problem: null }),
  )

  test.each([
    ['H1234567', 'hk_macao_permit_form', 'one digit short'],
    ['T12345678', 'hk_macao_permit_form', 'of no such place'],
    ['830000199201300022', 'hk_macao_permit_form', 'a residence permit of Taiwan'],
    ['810000199408230022', 'resident_id_check', 'with a wrong check digit'],
    ['810000199402300021', 'resident_id_birth', 'born on 30 February'],
  ])('%s is refused as %s: %s', (number, problem) =>
    expect(take('hkMacaoPermit', number).problem).toBe(problem),
  )

  test('typed in small letters, with spaces and brackets is understood', () => {
    expect(take('hkMacaoPermit', 'ｈ 1234-5678').value).toBe('H12345678')
    expect(take('hkMacaoPermit', 'H12345678(01)').value).toBe('H1234567801')
  })
})

describe('a permit of a Taiwan resident (domain.md §7.2)', () => {
  test.each(['12345678', '830000199201300022'])('%s is taken', (number) =>
    expect(take('taiwanPermit', number).problem).toBeNull(),
  )

  test.each([
    ['1234567', 'taiwan_permit_form'],
    ['810000199408230021', 'taiwan_permit_form'],
    ['830000199201300023', 'resident_id_check'],
  ])('%s is refused as %s', (number, problem) => expect(take('taiwanPermit', number).problem).toBe(problem))
})

describe('a passport', () => {
  test.each(['E12345678', 'EA1234567', 'C01X00T47', '123456789'])('%s is taken', (number) =>
    expect(take('passport', number).problem).toBeNull(),
  )

  test.each(['ABCDEF', 'E1', '护照1234567', 'E1234567890123456789'])('%s is refused', (number) =>
    expect(take('passport', number).problem).toBe('passport_form'),
  )
})
