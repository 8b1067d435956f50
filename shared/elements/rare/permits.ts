import { fault } from '../../problem.ts'
import { residentId } from '../types/resident-id.ts'
import { cleanNumberLike, type CheckContext, type ValueType } from '../value-type.ts'

/*
 * Travel permits to the mainland and residence permits of Hong Kong, Macao and Taiwan residents, domain.md §7.2.
 * Residence permits have the form and the check digit of a resident id, in the divisions 81, 82 and 83.
 */

function permit(provinces: readonly string[], travel: RegExp, wrong: string): ValueType {
  return {
    clean: (raw) => cleanNumberLike(raw).replace(/[()]/g, '').toUpperCase() || undefined,
    check(value, element, context: CheckContext) {
      const number = String(value)
      if (travel.test(number)) return null
      return provinces.some((province) => number.startsWith(province)) && number.length > 10
        ? residentId.check(number, element, context)
        : fault(wrong)
    },
    show: (value) => String(value),
    mask: (value) => `${String(value).slice(0, 3)}****${String(value).slice(-2)}`,
    input: { kind: 'line', inputmode: 'text', maxLength: 24 },
  }
}

/** Hong Kong (H) or Macao (M) resident: travel permit (回乡证) of 9 or 11 characters, or residence permit 81, 82. */
export const hkMacaoPermit = permit(['81', '82'], /^[HM]\d{8}(\d{2})?$/, 'hk_macao_permit_form')

/** Taiwan resident: travel permit (台胞证) of 8 digits, or residence permit 83. */
export const taiwanPermit = permit(['83'], /^\d{8}$/, 'taiwan_permit_form')
