import { describe, expect, test } from 'vitest'
import { residentIdCheckDigit } from '#shared/elements/types/resident-id.ts'
import { take } from './fields.ts'

describe('a permanent residence card (domain.md §7.3)', () => {
  test.each(['911124198108030024', '934840199001010014'])('%s of the new form is taken', (id) => {
    expect(take('permanentResidence', id)).toEqual({ value: id, problem: null })
  })

  test('of the old form, three letters and twelve digits, is taken', () => {
    expect(take('permanentResidence', 'can 1234 5678 9012')).toEqual({
      value: 'CAN123456789012',
      problem: null,
    })
  })

  test.each([
    ['911124198108030025', 'resident_id_check'],
    ['911124198102300024', 'resident_id_birth'],
    ['811124198108030024', 'permanent_residence_form'],
    ['CA1234567890123', 'permanent_residence_form'],
    ['91112419810803002', 'permanent_residence_form'],
  ])('%s is refused as %s', (id, problem) => expect(take('permanentResidence', id).problem).toBe(problem))

  test.each(['911124198108030024', '934840199001010014'])(
    '%s has the check digit of a resident id, but is none',
    (id) => {
      expect(residentIdCheckDigit(id.slice(0, 17))).toBe(id[17])
      expect(take('residentId', id).problem).toBe('resident_id_province')
    },
  )
})
