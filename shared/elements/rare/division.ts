import { fault } from '../../problem.ts'
import { choice } from '../types/choice.ts'
import { address } from '../types/text.ts'
import { textsOf, type RawValue, type ValueType } from '../value-type.ts'

/** An administrative division of the city, by its code; found by typing its name. */
export const division: ValueType = { ...choice }

/** Where something is: a division of the city and the rest of the address, `349901001001 溪桥路18号2幢301室`. */
export const divisionAddress: ValueType = {
  clean(raw, element, context) {
    const [place, rest] = bothOf(raw)
    const parts = [choice.clean(place, element, context) ?? '', address.clean(rest, element, context) ?? '']
    return parts.join(' ').trim() || undefined
  },
  check(value, element, context) {
    const [place, rest] = bothOf(String(value))
    if (choice.check(place, element, context)) return fault('division_missing')
    return rest === '' ? fault('address_short') : address.check(rest, element, context)
  },
  show(value, element, lang) {
    const [place, rest] = bothOf(String(value))
    return [choice.show(place, element, lang), rest].join(lang === 'zh' ? '' : ', ')
  },
  mask(value, element, lang) {
    const [place, rest] = bothOf(String(value))
    return rest === '' ? `${[...place].slice(0, 6).join('')}****` : `${choice.show(place, element, lang)}****`
  },
  typed: (value) => bothOf(String(value)),
  input: { kind: 'place' },
}

function bothOf(raw: RawValue): [string, string] {
  const texts = textsOf(raw)
  if (texts.length > 1) return [texts[0] ?? '', texts[1] ?? '']
  const [whole, place = '', rest = ''] = /^\s*(\d{6,15})\s+(.*)$/s.exec(texts[0] ?? '') ?? []
  return whole === undefined ? [texts[0] ?? '', ''] : [place, rest]
}
