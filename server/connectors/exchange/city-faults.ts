import { setTimeout as wait } from 'node:timers/promises'
import { ExchangeError, type RegisterRow } from './connector.ts'

/**
 * How a register of the demo city can misbehave: it answers late (`latency`), never (`time-out`) or nothing (`no-data`);
 * with a second match (`several`), values that fit no format (`dirty`), or somebody else's values (`contradiction`);
 * or it is closed (`maintenance`) or gone (`down`).
 */
export const CITY_FAULTS = [
  'latency',
  'time-out',
  'no-data',
  'several',
  'dirty',
  'contradiction',
  'maintenance',
  'down',
] as const
export type CityFault = (typeof CITY_FAULTS)[number]

/** A fault that is switched on; `ms` is how long the register takes before it shows. */
export interface Misbehaviour {
  kind: CityFault
  ms: number
}

const LONGEST_MS = 3_600_000

/**
 * What happens before a register answers.
 * @throws ExchangeError when it does not
 */
export async function beforeAnswer(
  resource: string,
  { kind, ms }: Misbehaviour,
  signal: AbortSignal,
): Promise<void> {
  const late = kind === 'time-out' ? LONGEST_MS : ms
  if (late > 0) await slowly(late, signal)
  if (kind === 'down') throw new ExchangeError('unreachable', `resource ${resource} is down`)
  if (kind === 'maintenance')
    throw new ExchangeError('maintenance', `resource ${resource} is being maintained`)
}

async function slowly(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await wait(ms, undefined, { signal })
  } catch {
    throw new ExchangeError('timeout', 'no answer within the time')
  }
}

/** What becomes of the rows that a register would answer; `other` is another row of it. */
export function misanswer(
  kind: CityFault,
  rows: readonly RegisterRow[],
  askedBy: readonly string[],
  other: RegisterRow | undefined,
): RegisterRow[] {
  if (kind === 'no-data') return []
  if (kind === 'dirty') return rows.map((row) => spoilt(row, askedBy))
  const stranger = rows[0] && other && { ...other, ...only(rows[0], askedBy) }
  if (kind === 'several' && rows[0]) return [...rows, stranger ?? rows[0]]
  return kind === 'contradiction' && stranger ? [stranger] : [...rows]
}

/** As registers spoil: letters that the transfer lost, numbers below zero. What was asked by stays right. */
function spoilt(row: RegisterRow, askedBy: readonly string[]): RegisterRow {
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => {
      if (askedBy.includes(field)) return [field, value]
      if (typeof value === 'string') return [field, `${value}\uFFFD\u0000`]
      return [field, typeof value === 'number' ? -1 - value : value]
    }),
  )
}

function only(row: RegisterRow, fields: readonly string[]): RegisterRow {
  return Object.fromEntries(Object.entries(row).filter(([field]) => fields.includes(field)))
}
