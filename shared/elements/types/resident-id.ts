import { fault, type Fault } from '../../problem.ts'
import { cleanNumberLike, type ValueType } from '../value-type.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_DIGITS = '10X98765432'
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
)

/** The check digit over the first 17 digits: ISO 7064 MOD 11-2, GB 11643-1999. */
export function residentIdCheckDigit(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17[i]), 0)
  return CHECK_DIGITS[sum % 11] ?? ''
}

/** The day of birth in a resident id, `YYYY-MM-DD`. */
export function birthDateOf(residentId: string): string {
  return `${residentId.slice(6, 10)}-${residentId.slice(10, 12)}-${residentId.slice(12, 14)}`
}

/** The gender a resident id states: the 17th digit is odd for men. */
export function genderOf(residentId: string): 'male' | 'female' {
  return Number(residentId[16]) % 2 === 1 ? 'male' : 'female'
}

/** Why a text is no resident id; null when it is one. */
function residentIdProblem(id: string, today: string): Fault | null {
  if (/^\d{15}$/.test(id)) return fault('resident_id_old')
  if (!/^\d{17}[\dX]$/.test(id)) return fault('resident_id_form')
  if (!PROVINCES.has(id.slice(0, 2))) return fault('resident_id_province')
  const birth = birthDateOf(id)
  if (!isRealDay(birth) || birth < '1900-01-01' || birth > today) return fault('resident_id_birth')
  return residentIdCheckDigit(id) === id[17] ? null : fault('resident_id_check')
}

/** Whether a text is a resident id of somebody born by `today`, `YYYY-MM-DD`. */
export function isResidentId(text: string, today: string): boolean {
  return residentIdProblem(text, today) === null
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether a text names a real day of the calendar, `YYYY-MM-DD`. */
export function isRealDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return date >= 1 && date <= (leap ? 29 : (DAYS[month - 1] ?? 0))
}

/**
 * Resident id (公民身份号码), GB 11643-1999; residence permits of Hong Kong, Macao and Taiwan residents (81, 82, 83)
 * share its form. The division may be a historical one, so only the province is checked.
 */
export const residentId: ValueType = {
  clean: (raw) => cleanNumberLike(raw).toUpperCase() || undefined,
  check: (value, _element, { today }) => residentIdProblem(String(value), today),
  show: (value) => String(value),
  mask: (value) => `${String(value).slice(0, 6)}********${String(value).slice(-4)}`,
  input: { kind: 'line', inputmode: 'text', maxLength: 24 },
}
