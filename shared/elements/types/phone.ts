import { fault } from '../../problem.ts'
import { cleanNumberLike, type ValueType } from '../value-type.ts'

/** A mobile number of mainland China; spaces, hyphens and +86 are taken off. */
export const phone: ValueType = {
  clean: (raw) => cleanNumberLike(raw).replace(/^\+?86(?=1\d{10}$)/, '') || undefined,
  check: (value) => (/^1[3-9]\d{9}$/.test(String(value)) ? null : fault('phone_form')),
  show: (value) => String(value),
  mask: (value) => maskPhone(String(value)),
  input: { kind: 'line', inputmode: 'tel', maxLength: 20 },
}

/** A phone number with its middle hidden: 138****1234, domain.md §7.5. */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`
}
