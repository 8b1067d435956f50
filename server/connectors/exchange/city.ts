import type Database from 'better-sqlite3'
import type { EntryRule } from '#shared/exchange/entry-rule.ts'
import { beforeAnswer, misanswer, type Misbehaviour } from './city-faults.ts'
import { addRecord, query, registers } from './city-registers.ts'
import { ExchangeError, type ExchangeConnector, type RegisterRow } from './connector.ts'
import { enterHousehold } from './household-entry.ts'
import { enter } from './register-entry.ts'

function misbehaviourOf(resource: string): Misbehaviour | undefined {
  return query<Misbehaviour>('select kind, ms from faults where resource = ?', resource)[0]
}

function updatedAt(resource: string): number | null {
  return query<{ at: number }>('select at from updates where resource = ?', resource)[0]?.at ?? null
}

/** The demo city's own registers, asked in this process. */
export const cityConnector: ExchangeConnector = {
  async ask({ resource, params, signal }) {
    const fault = misbehaviourOf(resource)
    if (fault) await beforeAnswer(resource, fault, signal)
    const rows = recordsOf(resource, params)
    const said = fault ? misanswer(fault.kind, rows, Object.keys(params), otherRecord(resource, rows)) : rows
    return { rows: said, updatedAt: updatedAt(resource) }
  },

  async tell({ resource, params, requestId, signal }) {
    const fault = misbehaviourOf(resource)
    if (fault) await beforeAnswer(resource, fault, signal)
    try {
      return told(resource, params, requestId)
    } catch (error) {
      throw new ExchangeError('provider-refused', error instanceof Error ? error.message : String(error))
    }
  },
}

function told(resource: string, params: Readonly<Record<string, string>>, requestId: string): RegisterRow {
  const db = registers()
  return db.transaction(() => {
    const [before] = query<{ answer: string }>('select answer from told where request = ?', requestId)
    if (before) return JSON.parse(before.answer) as RegisterRow
    const answer = act(db, resource, { ...params })
    db.prepare('insert into told values (?, ?)').run(requestId, JSON.stringify(answer))
    return answer
  })()
}

function recordsOf(resource: string, params: Readonly<Record<string, string>>): RegisterRow[] {
  const [[field = '', value = ''] = [], ...others] = Object.entries(params)
  const found = query<{ body: string }>(
    'select body from records where id in (select record from record_keys where resource = ? and field = ? and value = ?)',
    resource,
    field,
    value,
  )
  return found
    .map(({ body }) => JSON.parse(body) as RegisterRow)
    .filter((row) => others.every(([name, wanted]) => String(row[name]) === wanted))
}

/** Any other row of a register: what it answers when it confuses people. */
function otherRecord(resource: string, rows: readonly RegisterRow[]): RegisterRow | undefined {
  const known = new Set(rows.map((row) => JSON.stringify(row)))
  return query<{ body: string }>('select body from records where resource = ? limit 20', resource)
    .filter(({ body }) => !known.has(body))
    .map(({ body }) => JSON.parse(body) as RegisterRow)[0]
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
