import { COMMON_TYPES } from './common.ts'
import { email, landline, postalCode } from './rare/contact.ts'
import { division, divisionAddress } from './rare/division.ts'
import { file, photo } from './rare/file.ts'
import { licencePlate } from './rare/licence-plate.ts'
import { mapPoint } from './rare/map-point.ts'
import { month } from './rare/month.ts'
import { passport } from './rare/passport.ts'
import { percentage } from './rare/percentage.ts'
import { period } from './rare/period.ts'
import { permanentResidence } from './rare/permanent-residence.ts'
import { hkMacaoPermit, taiwanPermit } from './rare/permits.ts'
import { groupType, tableType } from './rare/rows.ts'
import { signature } from './rare/signature.ts'
import { declaration, shown } from './rare/statement.ts'
import { timeSlot } from './rare/time-slot.ts'
import type { ValueType } from './value-type.ts'

const SINGLE_TYPES = {
  ...COMMON_TYPES,
  declaration,
  division,
  divisionAddress,
  email,
  file,
  hkMacaoPermit,
  landline,
  licencePlate,
  mapPoint,
  month,
  passport,
  percentage,
  period,
  permanentResidence,
  photo,
  postalCode,
  shown,
  signature,
  taiwanPermit,
  timeSlot,
} as const satisfies Record<string, ValueType>

export type ValueTypeName = keyof typeof SINGLE_TYPES | 'group' | 'table'

/** Every type of value a data element can have. A browser loads this file only for a page that needs a rare one. */
export const VALUE_TYPES: Record<ValueTypeName, ValueType> = {
  ...SINGLE_TYPES,
  group: groupType(typeOf),
  table: tableType(typeOf),
}

/** The behaviour of an element's values. */
export function typeOf(element: { type: ValueTypeName }): ValueType {
  return VALUE_TYPES[element.type]
}
