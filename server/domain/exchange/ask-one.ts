import { rowsOnly } from '#shared/exchange/only.ts'
import type { LookupOutcome } from '#shared/exchange/outcome.ts'
import type { Answer, RegisterRow } from '../../connectors/exchange/connector.ts'
import { catalog } from '../catalog/index.ts'
import type { Asking } from '../perform.ts'
import { placesIn, repeated, rowsAbout } from './about-asked.ts'
import { stillStands } from './check-ground.ts'
import { deadlineOf, wayTo, type Way } from './connectors.ts'
import { keep, keptAnswer, keyOf } from './kept-answers.ts'
import { permit } from './permit.ts'
import { countAnswer } from './quality.ts'
import { openRows, recordEnded, recordRows, settleRows } from './question-rows.ts'
import { reach, type Reached } from './reach.ts'
import type { LogRow } from './store/log.ts'
import type { LookupAnswer, LookupRequest, Matter } from './types.ts'
import { vouchersOf } from './vouch.ts'

/**
 * Puts one question: judged whether it may be put, in the log before it is put, and settled there before a value
 * leaves. What is refused or comes from what was kept is in the log as well.
 * @param opened told the id of its row in the log as soon as there is one
 */
export async function askOne(
  who: Asking,
  matter: Matter,
  request: LookupRequest,
  opened: (lookupId: string) => void,
): Promise<LookupAnswer> {
  const { params, ground } = request
  const resource = catalog().one('resource', request.resource)
  const { fault, shares, relation } = await permit(who, matter, request, resource)
  const lines = openRows({ who, matter, resource, params, ground }, shares)
  const [row] = lines
  opened(row.id)
  if (fault) {
    await recordEnded(lines, { outcome: 'refused', fault, came: [] })
    return answerOf(request, row, { outcome: 'refused', fault })
  }
  const asked = shares.flatMap((share) => share.asked)
  const key = keyOf(matter, request, asked)
  const kept = request.fresh ? undefined : keptAnswer(key)
  const words = (rows: RegisterRow[]) => (relation.kind === 'public' ? {} : vouchersOf(matter, request, rows))
  if (kept) {
    const { outcome, rows } = kept
    await recordEnded(lines, { cached: true, outcome, fault: '', came: fieldsOf(outcome, rows) })
    return answerOf(request, row, { ...kept, vouchers: words(rows), fault: '', cached: true })
  }
  await recordRows(lines)
  const { outcome, rows, updatedAt, notMade, end } = await askRegister(row, asked, matter, request)
  const came = fieldsOf(outcome, rows)
  if (!(await settleRows(lines, { ...end, outcome, came }, { updatedAt, notMade })))
    return answerOf(request, row, { outcome: 'unavailable', fault: 'timeout' })
  if (end.fault === '') keep(key, ground, { outcome, rows, updatedAt, at: row.at })
  return answerOf(request, row, { outcome, rows, vouchers: words(rows), updatedAt, fault: end.fault })
}

interface Answered {
  outcome: LookupOutcome
  rows: RegisterRow[]
  updatedAt: number | null
  /** Whether the register was not called after all. */
  notMade: boolean
  end: { fault: LookupAnswer['fault']; ms: number }
}

async function askRegister(
  row: LogRow,
  asked: readonly string[],
  matter: Matter,
  request: LookupRequest,
): Promise<Answered> {
  const way = wayTo(row.resource)
  const started = performance.now()
  const reached = await reach({
    resource: row.resource,
    matter: matter.id,
    way,
    deadlineMs: deadlineOf(way),
    at: row.at,
    tries: 2,
    call: (to, requestId, signal) => putTo(to, row, asked, request, requestId, signal),
  })
  const ms = Math.round(performance.now() - started)
  return endOf(reached, ms, row, asked, request)
}

/** Beside what is wanted it asks for what it asks with: by that it is known whom and what a row is about. */
async function putTo(
  { connector }: Way,
  row: LogRow,
  asked: readonly string[],
  { params, ground }: LookupRequest,
  requestId: string,
  signal: AbortSignal,
): Promise<Answer> {
  const resource = catalog().one('resource', row.resource)
  const [numbers, places] = [repeated(resource, params), placesIn(resource, params)]
  const { rows, updatedAt } = await connector.ask({
    resource: row.resource,
    params,
    requestId,
    fields: [...new Set([...asked, ...numbers, ...places])],
    purpose: {
      matter: row.matterNo || row.matterId,
      item: row.item,
      operator: row.actorId,
      unit: row.unit,
      ...(ground.kind === 'consent' ? { consent: ground.id } : {}),
    },
    signal,
  })
  return { rows: rowsAbout(rows, numbers, params, places), updatedAt }
}

/** Judges what came. Values under a consent that was withdrawn meanwhile are let go unseen. */
async function endOf(
  reached: Reached<Answer>,
  ms: number,
  row: LogRow,
  asked: readonly string[],
  request: LookupRequest,
): Promise<Answered> {
  const { answer, fault } = reached
  const notMade = !reached.made
  const nothing = { rows: [], updatedAt: null, notMade }
  if (!answer) return { outcome: 'unavailable', ...nothing, end: { fault, ms } }
  if (!(await stillStands(request)))
    return { outcome: 'refused', ...nothing, end: { fault: 'no-consent', ms } }
  const all = answer.rows.map((each) => cut(each, asked))
  countAnswer(row.resource, asked, all, row.at)
  const rows = rowsOnly(all, request.chosen ?? {}, row.at)
  return {
    outcome: outcomeOf(rows.length),
    rows,
    updatedAt: answer.updatedAt,
    notMade,
    end: { fault: '', ms },
  }
}

/** Whatever a register sends, what was not granted goes no further. */
export function cut(row: RegisterRow, fields: readonly string[]): RegisterRow {
  const few: RegisterRow = {}
  for (const field of fields) {
    const value = row[field]
    if (value !== undefined) few[field] = value
  }
  return few
}

function outcomeOf(rows: number): LookupOutcome {
  if (rows === 0) return 'not-found'
  return rows === 1 ? 'found' : 'several'
}

/** The fields that came, with one match or several. */
function fieldsOf(outcome: LookupOutcome, rows: readonly RegisterRow[]): string[] {
  return outcome === 'found' || outcome === 'several'
    ? [...new Set(rows.flatMap((row) => Object.keys(row)))]
    : []
}

function answerOf(
  { key, resource }: LookupRequest,
  { id, at }: LogRow,
  answer: Pick<LookupAnswer, 'outcome' | 'fault'> & Partial<LookupAnswer>,
): LookupAnswer {
  return {
    key,
    resource,
    lookupId: id,
    rows: [],
    vouchers: {},
    at,
    updatedAt: null,
    cached: false,
    ...answer,
  }
}
