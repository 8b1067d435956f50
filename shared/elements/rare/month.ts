import { addToMonth } from '../../calendar/month.ts'
import { fault } from '../../problem.ts'
import { cleanLine, type ValueType } from '../value-type.ts'

/** A month, `YYYY-MM`. Also takes 2026/11, 2026.11, 2026年11月 and 202611. */
export const month: ValueType = {
  clean(raw) {
    const line = cleanLine(raw)
    const parts = /^(\d{4})\s?[-/.年]\s?(\d{1,2})月?$/.exec(line) ?? /^(\d{4})(\d{2})$/.exec(line)
    if (!parts) return line || undefined
    const [, year, number = ''] = parts
    return `${year}-${number.padStart(2, '0')}`
  },
  check(value, element, { today }) {
    const text = String(value)
    const now = today.slice(0, 7)
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return fault('month_form')
    if (element.max !== undefined && text > addToMonth(now, element.max)) return fault('month_too_late')
    if (element.min !== undefined && text < addToMonth(now, element.min)) return fault('month_too_early')
    return null
  },
  show(value, _element, lang) {
    const [year = 0, number = 1] = String(value).split('-').map(Number)
    return lang === 'zh' ? `${year}年${number}月` : `${NAMES[number - 1] ?? ''} ${year}`
  },
  input: { kind: 'month' },
}

const NAMES = 'January February March April May June July August September October November December'.split(
  ' ',
)
