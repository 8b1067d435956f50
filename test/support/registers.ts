import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { CityFault } from '#server/connectors/exchange/city-faults.ts'

/**
 * Switches a fault of the demo city's registers on or off: the outside world misbehaving.
 * @param ms how long the register takes before it shows, milliseconds
 */
export function setFault(resource: string, kind: CityFault | null, ms = 0): void {
  const db = new Database(join(process.env.DATA_DIR ?? '.data', 'registers.sqlite'))
  db.prepare('delete from faults where resource = ?').run(resource)
  if (kind) db.prepare('insert into faults values (?, ?, ?)').run(resource, kind, ms)
  db.close()
}
