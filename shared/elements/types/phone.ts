import { fault } from '../../problem.ts'
import { cleanNumberLike, type ValueType } from '../value-type.ts'

/** A mobile number of mainland China; spaces, hyphens and +86 are taken off. */
export const phone: ValueType = {
  clean: (raw) => cleanNumberLike(raw).replace(/^\+?86(?=1\d{10}$)/, '') || undefined,
  check: (value) => (/^1[3-9]\d{9}$/.test(String(value)) ? null : fault('phone_form')),
  show: (value) => String(value),
  mask: (value) => `${String(value).slice(0, 3)}****${String(value).slice(-4)}`,
  input: { kind: 'line', inputmode: 'tel', maxLength: 20 },
}
