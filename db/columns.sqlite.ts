import {
  blob,
  customType,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text as column,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type { Packing } from './packing.ts'
import { seal, unseal } from './sealed.ts'

export { index, primaryKey, uniqueIndex, sqliteTable as table }

/** UUIDv7 made in code, so it is known before the insert and repeats are harmless. */
export const id = () => column()
export const text = () => column()
/** One of a closed list of words; no database enums. */
export const choice = <T extends string>(_words: readonly T[]) => column().$type<T>()
/** Epoch milliseconds. */
export const moment = () => integer({ mode: 'number' })
/** `YYYY-MM-DD`. */
export const day = () => column()
/** Fen. */
export const money = () => integer({ mode: 'number' })
export const int = () => integer({ mode: 'number' })
export const bool = () => integer({ mode: 'boolean' })
export const number = () => real()
/** An opaque document; what is filtered or sorted is a column of its own. */
export const json = <T>() => column({ mode: 'json' }).$type<T>()
/** An encrypted value. */
export const sealed = <T>(packing?: Packing<T>) =>
  customType<{ data: T; driverData: Buffer }>({
    dataType: () => 'blob',
    toDriver: (value) => seal(packing ? packing.pack(value) : value),
    fromDriver: (value) => (packing ? packing.unpack(unseal(value)) : (unseal(value) as T)),
  })()
export const bytes = () => blob({ mode: 'buffer' })
