import { fault } from '../../problem.ts'
import { cleanLine, type ValueType } from '../value-type.ts'

const DOT_LOOKALIKES = /[\u2022\u2027\u30FB\uFF0E\u25CF\uFF65\u2219\u22C5\u0387]/g
/** A full stop between Han characters is a middle dot typed in haste; full-width ones have become this by then. */
const FULL_STOP = /(?<=\p{Script=Han}\s*)\.(?=\s*\p{Script=Han})/gu
const HAN = /^[\p{Script=Han}\u3007\u00B7]+$/u
const LATIN = /^[A-Za-z][A-Za-z '.-]*$/
const PRIVATE_USE = /[\uE000-\uF8FF\u{F0000}-\u{10FFFD}]/u

/** The longest name, in code points; 民委发〔2016〕33号 asks for at least 50 characters. */
const MAX_LENGTH = 50

/** A person's name, domain.md §7.7: one middle dot (U+00B7), rare characters, length in code points. */
export const personName: ValueType = {
  clean: (raw) =>
    cleanLine(raw)
      .replace(DOT_LOOKALIKES, '·')
      .replace(FULL_STOP, '·')
      .replace(/\s*·\s*/g, '·') || undefined,
  check(value) {
    const name = String(value)
    if (PRIVATE_USE.test(name)) return fault('name_private_use')
    if (name.startsWith('·') || name.endsWith('·') || name.includes('··')) return fault('name_dot')
    if (!HAN.test(name) && !LATIN.test(name)) return fault('name_characters')
    return [...name].length > MAX_LENGTH ? fault('too_long', { max: MAX_LENGTH }) : null
  },
  show: (value) => String(value),
  mask: (value) => maskName(String(value)),
  input: { kind: 'line', maxLength: 100 },
}

/** A name with all but its first character hidden: 李*, 欧**. */
export function maskName(name: string): string {
  const characters = [...name]
  return (characters[0] ?? '') + '*'.repeat(Math.min(2, Math.max(1, characters.length - 1)))
}
