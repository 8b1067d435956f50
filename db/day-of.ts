import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { dialect } from './dialect.ts'

/** The day in Asia/Shanghai that a column of epoch milliseconds falls on, `YYYY-MM-DD`, within a query. */
export function dayOfColumn(moment: SQLWrapper): SQL<string> {
  return dialect === 'postgres'
    ? sql`to_char(to_timestamp(${moment} / 1000) at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`
    : sql`date(${moment} / 1000 + 28800, 'unixepoch')`
}
