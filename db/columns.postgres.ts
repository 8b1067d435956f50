import {
  bigint,
  boolean,
  customType,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text as column,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { Packing } from './packing.ts'
import { seal, unseal } from './sealed.ts'

export { index, primaryKey, uniqueIndex, pgTable as table }

export const id = () => column()
export const text = () => column()
export const choice = <T extends string>(_words: readonly T[]) => column().$type<T>()
export const moment = () => bigint({ mode: 'number' })
export const day = () => column()
export const money = () => bigint({ mode: 'number' })
export const int = () => integer()
export const bool = () => boolean()
export const number = () => doublePrecision()
export const json = <T>() => jsonb().$type<T>()
export const sealed = <T>(packing?: Packing<T>) =>
  customType<{ data: T; driverData: Buffer }>({
    dataType: () => 'bytea',
    toDriver: (value) => seal(packing ? packing.pack(value) : value),
    fromDriver: (value) => (packing ? packing.unpack(unseal(value)) : (unseal(value) as T)),
  })()
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })
