import { addDays } from '../../calendar/day.ts'
import { showDay } from '../../format.ts'
import { fault } from '../../problem.ts'
import { cleanLine, type ValueType } from '../value-type.ts'
import { isRealDay } from './resident-id.ts'

/** A day and a time of day, `YYYY-MM-DDTHH:MM`, in the city's time. */
export const moment: ValueType = {
  clean: (raw) =>
    cleanLine(raw)
      .replace(/^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}).*$/, '$1T$2')
      .slice(0, 16) || undefined,
  check(value, element, { today }) {
    const text = String(value)
    const day = text.slice(0, 10)
    if (!/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(text) || !isRealDay(day))
      return fault('moment_form')
    if (element.max !== undefined && day > addDays(today, element.max)) return fault('date_too_late')
    if (element.min !== undefined && day < addDays(today, element.min)) return fault('date_too_early')
    return null
  },
  show: (value, _element, lang) => `${showDay(String(value).slice(0, 10), lang)} ${String(value).slice(11)}`,
  input: { kind: 'moment' },
}
