import { fault } from '../../problem.ts'
import { cleanNumberLike, type ValueType } from '../value-type.ts'

/**
 * A bank card: 12–19 digits. A wrong Luhn digit is doubtful, not wrong: there are lawful exceptions, domain.md §7.5.
 */
export const bankCard: ValueType = {
  clean: (raw) => cleanNumberLike(raw) || undefined,
  check: (value) => (/^\d{12,19}$/.test(String(value)) ? null : fault('bank_card_form')),
  doubt: (value) => (luhn(String(value)) ? null : fault('bank_card_check')),
  show: (value) => String(value).replace(/(\d{4})(?=\d)/g, '$1 '),
  mask: (value) => `${String(value).slice(0, 4)} **** **** ${String(value).slice(-4)}`,
  input: { kind: 'line', inputmode: 'numeric', maxLength: 26 },
}

/** Whether the last digit is right: every second digit from the right doubled, its digits added. */
function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const number = Number(digit) * (i % 2 === 1 ? 2 : 1)
    return total + (number > 9 ? number - 9 : number)
  }, 0)
  return sum % 10 === 0
}
