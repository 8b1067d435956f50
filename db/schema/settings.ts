import { int, json, table, text } from '../columns.ts'

/** Running numbers: cases of a day, documents of a year. */
export const counters = table('counters', { name: text().primaryKey(), value: int().notNull() })

/** Small facts the product keeps about itself, e.g. which demo city was loaded. */
export const settings = table('settings', { name: text().primaryKey(), value: json<unknown>().notNull() })
