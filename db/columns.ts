import * as postgres from './columns.postgres.ts'
import * as sqlite from './columns.sqlite.ts'
import { dialect } from './dialect.ts'

/*
 * One vocabulary, two spellings. The cast is honest because columns.check.ts compiles only while both spellings
 * give the same TypeScript types.
 */
const columns = dialect === 'postgres' ? (postgres as unknown as typeof sqlite) : sqlite

export const { table, id, text, choice, moment, day, money, int, bool, number, json, sealed, bytes } = columns
export const { index, uniqueIndex, primaryKey } = columns
