import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import type { EntryRule } from '#shared/exchange/entry-rule.ts'
import type { ExchangeConnector, RegisterRow } from './connector.ts'
import { enterHousehold } from './household-entry.ts'
import { enter } from './register-entry.ts'

/*
 * The embedded registers of the demo city: a database of their own, outside the portal's, reached only through this
 * connector. A real city has other connectors here; the registers then belong to their departments.
 */

let connection: Database.Database | undefined

function registers(): Database.Database {
  if (connection) return connection
  const folder = process.env.DATA_DIR ?? '.data'
  mkdirSync(folder, { recursive: true })
  connection = new Database(join(folder, 'registers.sqlite'))
  connection.pragma('journal_mode = WAL')
  connection.exec(`
    create table if not exists records (id integer primary key, resource text not null, body text not null);
    create table if not exists record_keys (resource text not null, field text not null, value text not null, record integer not null);
    create index if not exists record_keys_value on record_keys (resource, field, value);
    create table if not exists told (request text primary key, answer text not null);
    create table if not exists faults (resource text primary key, kind text not null, ms integer not null default 0);
    create table if not exists entries (resource text primary key, rule text not null);
    create table if not exists askable (resource text primary key, keys text not null);
    create table if not exists serials (resource text primary key, n integer not null);
    create table if not exists loaded (hash text primary key);
  `)
  return connection
}

/** A register's content, as the city's files give it. `keys` are the fields it can be asked by. */
export interface Register {
  resource: string
  keys: string[]
  rows: RegisterRow[]
  /** What it makes of a decision that it is told; absent when it takes none by rule. */
  entry?: EntryRule
}

/** Fills the registers once; a second call with the same hash changes nothing. */
export function loadRegisters(hash: string, content: readonly Register[]): void {
  const db = registers()
  if (db.prepare('select 1 from loaded where hash = ?').get(hash)) return
  db.transaction(() => {
    for (const { resource } of content) {
      db.prepare('delete from record_keys where resource = ?').run(resource)
      db.prepare('delete from records where resource = ?').run(resource)
    }
    db.prepare('delete from entries').run()
    db.prepare('delete from askable').run()
    for (const { resource, keys, rows, entry } of content) {
      for (const row of rows) addRecord(db, resource, keys, row)
      db.prepare('insert into askable values (?, ?)').run(resource, JSON.stringify(keys))
      if (entry) db.prepare('insert into entries values (?, ?)').run(resource, JSON.stringify(entry))
    }
    db.prepare('delete from loaded').run()
    db.prepare('insert into loaded values (?)').run(hash)
  })()
}

export function addRecord(
  db: Database.Database,
  resource: string,
  keys: readonly string[],
  row: RegisterRow,
): void {
  const { lastInsertRowid } = db
    .prepare('insert into records (resource, body) values (?, ?)')
    .run(resource, JSON.stringify(row))
  const insertKey = db.prepare('insert into record_keys values (?, ?, ?, ?)')
  for (const field of keys)
    if (row[field] !== undefined) insertKey.run(resource, field, String(row[field]), lastInsertRowid)
}

/** Closes the registers, for tests and for an orderly stop. */
export function closeRegisters(): void {
  connection?.close()
  connection = undefined
}

async function meetFaults(resource: string, signal: AbortSignal): Promise<void> {
  const fault = registers()
    .prepare<[string], { kind: string; ms: number }>('select kind, ms from faults where resource = ?')
    .get(resource)
  if (!fault) return
  if (fault.ms > 0) await wait(fault.ms, undefined, { signal })
  if (fault.kind === 'down') throw new Error(`resource ${resource} is down`)
}

export const cityConnector: ExchangeConnector = {
  async ask(resource, params, _requestId, signal) {
    await meetFaults(resource, signal)
    const [[field = '', value = ''] = [], ...others] = Object.entries(params)
    const rows = registers()
      .prepare<[string, string, string], { body: string }>(
        'select body from records where id in (select record from record_keys where resource = ? and field = ? and value = ?)',
      )
      .all(resource, field, value)
      .map(({ body }) => JSON.parse(body) as RegisterRow)
    return rows.filter((row) => others.every(([name, wanted]) => String(row[name]) === wanted))
  },

  async tell(resource, params, requestId, signal) {
    await meetFaults(resource, signal)
    const db = registers()
    return db.transaction(() => {
      const before = db
        .prepare<[string], { answer: string }>('select answer from told where request = ?')
        .get(requestId)
      if (before) return JSON.parse(before.answer) as RegisterRow
      const answer = act(db, resource, params)
      db.prepare('insert into told values (?, ?)').run(requestId, JSON.stringify(answer))
      return answer
    })()
  },
}

function act(db: Database.Database, resource: string, params: Record<string, string>): RegisterRow {
  if (resource === 'household-entry') return enterHousehold(db, params)
  const found = db
    .prepare<[string], { rule: string }>('select rule from entries where resource = ?')
    .get(resource)
  if (!found) throw new Error(`resource ${resource} takes nothing`)
  const rule: EntryRule = JSON.parse(found.rule)
  return enter(db, resource, rule, params, (into, row) => addRecord(db, into, keysOf(db, into), row))
}

function keysOf(db: Database.Database, resource: string): string[] {
  const found = db
    .prepare<[string], { keys: string }>('select keys from askable where resource = ?')
    .get(resource)
  return found ? (JSON.parse(found.keys) as string[]) : []
}
