import { expect, test } from 'vitest'
import { residentIdCheckDigit } from '#shared/elements/types/resident-id.ts'
import { take } from './fields.ts'

test.each(['911124198108030024', '934840199001010014'])(
  '%s of a permanent residence card has the same check digit (domain.md §7.3), but is no resident id',
  (id) => {
    expect(residentIdCheckDigit(id.slice(0, 17))).toBe(id[17])
    expect(take('residentId', id).problem).toBe('resident_id_province')
  },
)
