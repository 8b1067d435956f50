import { fault } from '../../problem.ts'
import { birthDateOf, isRealDay, residentIdCheckDigit } from '../types/resident-id.ts'
import { cleanNumberLike, type ValueType } from '../value-type.ts'

/**
 * Foreigners' permanent residence card, domain.md §7.3: since December 2023 18 digits that begin with 9 and end with
 * the check digit of resident ids; before, three letters of the nationality and 12 digits. Both are in use.
 */
export const permanentResidence: ValueType = {
  clean: (raw) => cleanNumberLike(raw).toUpperCase() || undefined,
  check(value, _element, { today }) {
    const number = String(value)
    if (/^[A-Z]{3}\d{12}$/.test(number)) return null
    if (!/^9\d{16}[\dX]$/.test(number)) return fault('permanent_residence_form')
    const birth = birthDateOf(number)
    if (!isRealDay(birth) || birth < '1900-01-01' || birth > today) return fault('resident_id_birth')
    return residentIdCheckDigit(number) === number[17] ? null : fault('resident_id_check')
  },
  show: (value) => String(value),
  mask: (value) => `${String(value).slice(0, 3)}********${String(value).slice(-4)}`,
  input: { kind: 'line', inputmode: 'text', maxLength: 24 },
}
