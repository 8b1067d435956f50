import { fault } from '../../problem.ts'
import { cleanNumberLike, type ValueType } from '../value-type.ts'

/** The number of a passport of any country: 5 to 17 letters and digits, at least one digit. */
export const passport: ValueType = {
  clean: (raw) => cleanNumberLike(raw).toUpperCase() || undefined,
  check: (value) => (/^(?=.*\d)[A-Z0-9]{5,17}$/.test(String(value)) ? null : fault('passport_form')),
  show: (value) => String(value),
  mask: (value) => `${String(value).slice(0, 2)}****${String(value).slice(-2)}`,
  input: { kind: 'line', inputmode: 'text', maxLength: 24 },
}
