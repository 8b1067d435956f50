import { isNaming } from '#shared/exchange/numbers.ts'
import type { LookupOutcome } from '#shared/exchange/outcome.ts'
import type { Answer, RegisterRow } from '../../connectors/exchange/connector.ts'
import { catalog } from '../catalog/index.ts'
import { now } from '../clock.ts'
import type { Asking } from '../perform.ts'
import { stillStands } from './check-ground.ts'
import { wayTo, type Way } from './connectors.ts'
import { record, recordTry, settle } from './journal.ts'
import { keep, keptAnswer, keyOf } from './kept-answers.ts'
import { DEADLINE_MS } from './limits.ts'
import { openRow } from './log-row.ts'
import { permit } from './permit.ts'
import { countAnswer } from './quality.ts'
import { relationOf } from './relation.ts'
import { reach, type Reached } from './reach.ts'
import type { LogRow } from './store/log.ts'
import { keyOf as keyOfTried } from './tried-numbers.ts'
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
  const { fault, ...allowed } = await permit(who, matter, request, resource)
  const row = openRow({ who, matter, resource, params, ground, ...allowed })
  opened(row.id)
  const relation = relationOf(matter, request, resource)
  const tried = relation === 'tried' ? keyOfTried(matter, request) : undefined
  if (fault) {
    await recordTry({ ...row, outcome: 'refused', fault, answeredAt: now() }, tried)
    return answerOf(request, row, { outcome: 'refused', fault })
  }
  const key = keyOf(matter, request, row.asked)
  const kept = request.fresh ? undefined : keptAnswer(key)
  const words = (rows: RegisterRow[]) => (relation === 'public' ? {} : vouchersOf(matter, request, rows))
  if (kept) {
    const { outcome, rows } = kept
    await record({ ...row, cached: true, outcome, fields: fieldsOf(outcome, rows), answeredAt: now() })
    return answerOf(request, row, { ...kept, vouchers: words(rows), fault: '', cached: true })
  }
  await recordTry(row, tried)
  const answered = await askRegister(row, matter, request)
  const { outcome, rows, updatedAt } = answered
  await settle(
    { ...row, ...answered.end, outcome, fields: fieldsOf(outcome, rows), answeredAt: now() },
    updatedAt,
  )
  if (answered.end.fault === '') keep(key, ground, { outcome, rows, updatedAt, at: row.at })
  const { fault: wrong } = answered.end
  return answerOf(request, row, { outcome, rows, vouchers: words(rows), updatedAt, fault: wrong })
}

interface Answered {
  outcome: LookupOutcome
  rows: RegisterRow[]
  updatedAt: number | null
  end: { fault: LookupAnswer['fault']; ms: number }
}

async function askRegister(row: LogRow, matter: Matter, request: LookupRequest): Promise<Answered> {
  const way = wayTo(row.resource)
  const started = performance.now()
  const reached = await reach({
    resource: row.resource,
    matter: matter.id,
    way,
    deadlineMs: way?.route.deadlineMs ?? DEADLINE_MS,
    at: row.at,
    tries: 2,
    call: (to, requestId, signal) => putTo(to, row, request, requestId, signal),
  })
  const ms = Math.round(performance.now() - started)
  return endOf(reached, ms, row, request)
}

function putTo(
  { connector }: Way,
  row: LogRow,
  { params, ground }: LookupRequest,
  requestId: string,
  signal: AbortSignal,
): Promise<Answer> {
  return connector.ask({
    resource: row.resource,
    params,
    requestId,
    fields: row.asked,
    purpose: {
      matter: row.matterNo || row.matterId,
      item: row.item,
      operator: row.actorId,
      unit: row.unit,
      ...(ground.kind === 'consent' ? { consent: ground.id } : {}),
    },
    signal,
  })
}

/** Judges what came. Values under a consent that was withdrawn meanwhile are let go unseen. */
async function endOf(
  reached: Reached<Answer>,
  ms: number,
  row: LogRow,
  request: LookupRequest,
): Promise<Answered> {
  const { answer, fault } = reached
  const nothing = { rows: [], updatedAt: null }
  if (!answer) return { outcome: 'unavailable', ...nothing, end: { fault, ms } }
  if (!(await stillStands(request)))
    return { outcome: 'refused', ...nothing, end: { fault: 'no-consent', ms } }
  const about = answer.rows.filter((each) => isAbout(each, request.params))
  const rows = about.map((each) => cut(each, row.asked))
  countAnswer(row.resource, row.asked, rows, row.at)
  return { outcome: outcomeOf(rows.length), rows, updatedAt: answer.updatedAt, end: { fault: '', ms } }
}

/** Whoever a row names, it is whom the question names: a row about somebody else is no answer to it. */
function isAbout(row: RegisterRow, params: LookupRequest['params']): boolean {
  return Object.entries(params).every(
    ([name, value]) => !isNaming(name) || row[name] === undefined || row[name] === value,
  )
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
