import { join } from 'node:path'
import Database from 'better-sqlite3'

/** The keeper of a register puts a value right there. */
export function correctRegister(resource: string, key: string, field: string, value: string | boolean): void {
  const db = new Database(join(process.env.DATA_DIR ?? '.data', 'registers.sqlite'))
  db.prepare(
    `update records set body = json_set(body, '$.' || ?, json(?)) where resource = ?
     and id in (select record from record_keys where value = ?)`,
  ).run(field, JSON.stringify(value), resource, key)
  db.close()
}
