import * as postgres from './columns.postgres.ts'
import * as sqlite from './columns.sqlite.ts'

/* Compiles only while a table with every kind of column has the same row types on both engines. */

const WORDS = ['a', 'b'] as const

const onSqlite = sqlite.table('every_column', {
  id: sqlite.id().primaryKey(),
  text: sqlite.text().notNull(),
  choice: sqlite.choice(WORDS).notNull(),
  moment: sqlite.moment().notNull(),
  day: sqlite.day(),
  money: sqlite.money().notNull(),
  int: sqlite.int().notNull().default(0),
  bool: sqlite.bool().notNull(),
  number: sqlite.number(),
  json: sqlite.json<{ a: string[] }>().notNull(),
  sealed: sqlite.sealed<{ b: number }>().notNull(),
  bytes: sqlite.bytes(),
})

const onPostgres = postgres.table('every_column', {
  id: postgres.id().primaryKey(),
  text: postgres.text().notNull(),
  choice: postgres.choice(WORDS).notNull(),
  moment: postgres.moment().notNull(),
  day: postgres.day(),
  money: postgres.money().notNull(),
  int: postgres.int().notNull().default(0),
  bool: postgres.bool().notNull(),
  number: postgres.number(),
  json: postgres.json<{ a: string[] }>().notNull(),
  sealed: postgres.sealed<{ b: number }>().notNull(),
  bytes: postgres.bytes(),
})

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : never

export const rowsAgree: Same<typeof onSqlite.$inferSelect, typeof onPostgres.$inferSelect> = true
export const insertsAgree: Same<typeof onSqlite.$inferInsert, typeof onPostgres.$inferInsert> = true
