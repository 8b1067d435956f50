import { bankCard } from './types/bank-card.ts'
import { choice, choices, yesNo } from './types/choice.ts'
import { creditCode } from './types/credit-code.ts'
import { date } from './types/date.ts'
import { moment } from './types/moment.ts'
import { decimal, integer, money } from './types/number.ts'
import { personName } from './types/person-name.ts'
import { phone } from './types/phone.ts'
import { residentId } from './types/resident-id.ts'
import { address, longText, text } from './types/text.ts'
import type { ValueType } from './value-type.ts'

/** Every type of value a data element can have. */
export const VALUE_TYPES = {
  address,
  bankCard,
  choice,
  choices,
  creditCode,
  date,
  decimal,
  integer,
  longText,
  moment,
  money,
  personName,
  phone,
  residentId,
  text,
  yesNo,
} as const satisfies Record<string, ValueType>

export type ValueTypeName = keyof typeof VALUE_TYPES

/** The behaviour of an element's values. */
export function typeOf(element: { type: ValueTypeName }): ValueType {
  return VALUE_TYPES[element.type]
}
