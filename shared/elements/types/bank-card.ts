import { fault } from '../../problem.ts'
import { cleanNumberLike, type ValueType } from '../value-type.ts'

/** A bank card: 12–19 digits. The Luhn digit is not enforced: there are lawful exceptions, domain.md §7.5. */
export const bankCard: ValueType = {
  clean: (raw) => cleanNumberLike(raw) || undefined,
  check: (value) => (/^\d{12,19}$/.test(String(value)) ? null : fault('bank_card_form')),
  show: (value) => String(value).replace(/(\d{4})(?=\d)/g, '$1 '),
  mask: (value) => `${String(value).slice(0, 4)} **** **** ${String(value).slice(-4)}`,
  input: { kind: 'line', inputmode: 'numeric', maxLength: 26 },
}
