import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { EntryRule } from '#shared/exchange/entry-rule.ts'
import type { RegisterRow } from './connector.ts'

/*
 * The embedded registers of the demo city: a database of their own, outside the portal's, reached only through this
 * connector. A real city has other connectors here; the registers then belong to their departments.
 */

let connection: Database.Database | undefined
const prepared = new Map<string, Database.Statement<string[], unknown>>()

/** The connection to the registers, opened when it is first needed. */
export function registers(): Database.Database {
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
    create table if not exists updates (resource text primary key, at integer not null);
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

/**
 * Fills the registers once; a second call with the same hash changes no record.
 * @param at the moment at which they say that they are up to date, epoch milliseconds
 */
export function loadRegisters(hash: string, content: readonly Register[], at: number): void {
  const db = registers()
  const update = db.prepare('insert or replace into updates values (?, ?)')
  db.transaction(() => content.forEach(({ resource }) => update.run(resource, at)))()
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

/** Adds a row to a register, to be found by its keys. */
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
  prepared.clear()
}

/** A query in SQL that is prepared once for each connection. */
export function query<Row>(sql: string, ...values: string[]): Row[] {
  const statement = prepared.get(sql) ?? registers().prepare<string[]>(sql)
  prepared.set(sql, statement)
  return statement.all(...values) as Row[]
}
