import type Database from 'better-sqlite3'
import { creditCodeCheck } from '#shared/elements/types/credit-code.ts'
import { organisationCode } from '#shared/elements/organisation-code.ts'
import type { EntryRule } from '#shared/exchange/entry-rule.ts'
import type { RegisterRow } from './connector.ts'

/** Adds a row to a register, by the keys it can be asked by. */
export type AddRow = (resource: string, row: RegisterRow) => void

/** Enters what was decided: makes its number by the register's rule, writes the row, and answers the number. */
export function enter(
  db: Database.Database,
  resource: string,
  rule: EntryRule,
  params: Record<string, string>,
  addRow: AddRow,
): RegisterRow {
  const number = numberOf(db, resource, rule.number, params)
  if (rule.writes) {
    const { writes } = rule
    const told = Object.entries(writes.fields).flatMap(([field, element]) => {
      const value = params[element]
      return value === undefined ? [] : [[field, value] as const]
    })
    addRow(writes.resource, { ...Object.fromEntries(told), ...writes.fixed, [writes.number]: number })
  }
  return { [rule.gives]: number }
}

function numberOf(
  db: Database.Database,
  resource: string,
  rule: EntryRule['number'],
  params: Record<string, string>,
): string {
  if (rule.kind === 'joined') return rule.of.map((element) => paramOf(element, params)).join('')
  if (rule.kind === 'recorded') return recorded(db, rule, params)
  const serial = nextSerial(db, resource)
  const division = rule.division === undefined ? '' : districtOf(rule.division, params)
  if (rule.kind === 'serial') return rule.prefix + division + String(serial).padStart(rule.digits, '0')
  const first17 = `${rule.body ?? '91'}${division}${organisationCode(`MA9${String(serial).padStart(5, '0')}`)}`
  return first17 + creditCodeCheck(first17)
}

function paramOf(element: string, params: Record<string, string>): string {
  const value = params[element]
  if (value === undefined) throw new Error(`${element} is missing`)
  return value
}

/** What another register says; nothing yet means that this is tried again later. */
function recorded(
  db: Database.Database,
  { resource, by, field }: Extract<EntryRule['number'], { kind: 'recorded' }>,
  params: Record<string, string>,
): string {
  const asked = Object.entries(by).map(([key, element]) => [key, paramOf(element, params)] as const)
  const found = db
    .prepare<[string], { body: string }>('select body from records where resource = ? order by id desc')
    .all(resource)
    .map(({ body }) => JSON.parse(body) as RegisterRow)
    .find((row) => asked.every(([key, value]) => row[key] === value))
  const answer = found?.[field]
  if (answer === undefined) throw new Error(`${resource} has nothing yet`)
  return String(answer)
}

function districtOf(element: string, params: Record<string, string>): string {
  const district = (params[element] ?? '').slice(0, 6)
  if (!/^\d{6}$/.test(district)) throw new Error(`${element} names no district`)
  return district
}

function nextSerial(db: Database.Database, resource: string): number {
  const next = db.prepare<[string], { n: number }>(
    'insert into serials values (?, 1) on conflict (resource) do update set n = n + 1 returning n',
  )
  return next.get(resource)?.n ?? 1
}
