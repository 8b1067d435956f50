import { fault } from '../../problem.ts'
import { choice } from '../types/choice.ts'
import { date } from '../types/date.ts'
import { textsOf, type RawValue, type ValueType } from '../value-type.ts'

/** A day and one of the element's slots of it, such as a morning: `2026-11-09 09:00-11:30`. */
export const timeSlot: ValueType = {
  clean(raw, element, context) {
    const [day, slot] = bothOf(raw)
    const parts = [date.clean(day, element, context) ?? '', choice.clean(slot, element, context) ?? '']
    return parts.join(' ').trim() || undefined
  },
  check(value, element, context) {
    const [day, slot] = bothOf(String(value))
    const wrong = date.check(day, element, context)
    if (wrong) return wrong
    return choice.check(slot, element, context) ? fault('time_slot_missing') : null
  },
  show(value, element, lang) {
    const [day, slot] = bothOf(String(value))
    return `${date.show(day, element, lang)} ${choice.show(slot, element, lang)}`
  },
  typed: (value) => bothOf(String(value)),
  input: { kind: 'slot' },
}

function bothOf(raw: RawValue): [string, string] {
  const texts = textsOf(raw)
  if (texts.length > 1) return [texts[0] ?? '', texts[1] ?? '']
  const [whole, day = '', slot = ''] = /^\s*(\d{4}-\d{2}-\d{2})\s+(.*)$/s.exec(texts[0] ?? '') ?? []
  return whole === undefined ? [texts[0] ?? '', ''] : [day, slot]
}
