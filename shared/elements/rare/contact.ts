import { fault } from '../../problem.ts'
import { cleanLine, cleanNumberLike, type RawValue, type ValueType } from '../value-type.ts'

/** A landline: area code, number, perhaps an extension, domain.md §7.5. Brackets and spaces become hyphens. */
export const landline: ValueType = {
  clean: (raw) =>
    cleanLine(raw)
      .replace(/^\((0\d{2,3})\)/, '$1-')
      .replace(/\s*(转|ext\.?)\s*/i, '-')
      .replace(/^(0\d{2,3})\s+/, '$1-')
      .replace(/\s*-\s*/g, '-')
      .replace(/-{2,}/g, '-')
      .replace(/(?<=\d) (?=\d)/g, '') || undefined,
  check: (value) => (/^(0\d{2,3}-)?\d{7,8}(-\d{1,6})?$/.test(String(value)) ? null : fault('landline_form')),
  show: (value) => String(value),
  mask: (value) => String(value).replace(/^(0\d{2,3}-)?(\d{1,2})\d{4}/, '$1$2****'),
  input: { kind: 'line', inputmode: 'tel', maxLength: 30 },
}

/** An e-mail address as it is kept: without spaces, the domain in small letters; empty when nothing was typed. */
export function cleanEmail(raw: RawValue): string {
  const line = cleanLine(raw).replace(/\s/g, '')
  const at = line.lastIndexOf('@')
  return at < 0 ? line : line.slice(0, at) + line.slice(at).toLowerCase()
}

/** Whether a cleaned line can be an e-mail address. */
export function isEmail(line: string): boolean {
  const fits = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/.test(line)
  return fits && line.length <= 254 && !/^\.|\.\.|\.@/.test(line)
}

/** An e-mail address; the domain in small letters. */
export const email: ValueType = {
  clean: (raw) => cleanEmail(raw) || undefined,
  check: (value) => (isEmail(String(value)) ? null : fault('email_form')),
  show: (value) => String(value),
  mask: (value) => String(value).replace(/^(.).*@/u, '$1***@'),
  input: { kind: 'line', inputmode: 'email', maxLength: 254 },
}

/** A postal code of mainland China: 6 digits. */
export const postalCode: ValueType = {
  clean: (raw) => cleanNumberLike(raw) || undefined,
  check: (value) => (/^\d{6}$/.test(String(value)) ? null : fault('postal_code_form')),
  show: (value) => String(value),
  input: { kind: 'line', inputmode: 'numeric', maxLength: 12 },
}
