import { fault } from '../../problem.ts'
import { cleanNumberLike, type ValueType } from '../value-type.ts'

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** The check character over the first 17 characters, GB 32100-2015. */
export function creditCodeCheck(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * ALPHABET.indexOf(first17[i] ?? ''), 0)
  return ALPHABET[(31 - (sum % 31)) % 31] ?? ''
}

/** Whether a text is a unified social credit code (统一社会信用代码) with a right check character. */
export function isCreditCode(text: string): boolean {
  return /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text) && creditCodeCheck(text) === text[17]
}

export const creditCode: ValueType = {
  clean: (raw) => cleanNumberLike(raw).toUpperCase() || undefined,
  check(value) {
    const code = String(value)
    if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return fault('credit_code_form')
    return isCreditCode(code) ? null : fault('credit_code_check')
  },
  show: (value) => String(value),
  input: { kind: 'line', inputmode: 'text', maxLength: 24 },
}
