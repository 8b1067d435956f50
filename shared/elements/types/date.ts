import { addDays } from '../../calendar/day.ts'
import { showDay } from '../../format.ts'
import { fault } from '../../problem.ts'
import { cleanLine, type ValueType } from '../value-type.ts'
import { isRealDay } from './resident-id.ts'

/** A day, `YYYY-MM-DD`. Also takes 2026/11/9, 2026.11.9, 2026年11月9日 and 20261109. */
export const date: ValueType = {
  clean(raw) {
    const line = cleanLine(raw)
    const parts =
      /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(line) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(line)
    if (!parts) return line || undefined
    const [, year, month = '', day = ''] = parts
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  },
  check(value, element, { today }) {
    const day = String(value)
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !isRealDay(day)) return fault('date_form')
    if (element.max !== undefined && day > addDays(today, element.max)) return fault('date_too_late')
    if (element.min !== undefined && day < addDays(today, element.min)) return fault('date_too_early')
    return null
  },
  show: (value, _element, lang) => showDay(String(value), lang),
  input: { kind: 'date' },
}
