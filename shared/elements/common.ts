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

/** The types of value that nearly every form has: a browser has them with its first script. */
export const COMMON_TYPES = {
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
