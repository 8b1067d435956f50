import Database from 'better-sqlite3'
import { join } from 'node:path'

/** Where the run's server has its data. */
export const DATA = process.env.E2E_DATA ?? '.data/e2e/data'

/** A department corrects its register: the rows in which a field has a value. */
export function correctRecord(
  resource: string,
  [field, value]: readonly [string, string],
  change: Readonly<Record<string, unknown>>,
): void {
  const registers = new Database(join(DATA, 'registers.sqlite'))
  registers
    .prepare('update records set body = json_patch(body, ?) where resource = ? and body ->> ? = ?')
    .run(JSON.stringify(change), resource, `$.${field}`, value)
  registers.close()
}
