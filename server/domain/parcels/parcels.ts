import { newId } from '#shared/id.ts'
import { fault } from '#shared/problem.ts'
import { mayBecome, type ParcelState, type ParcelStep, type ParcelView } from '#shared/parcels/parcel.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act, Look } from '../act.ts'
import { emit } from '../jobs/index.ts'
import { insertParcel, lastParcel, updateParcel, type ParcelRow } from './store.ts'
import { tracker } from './tracking.ts'

/** States in which nothing more happens to a parcel, and what is said then. */
const ENDS: Partial<Record<ParcelState, string>> = { arrived: 'parcel.arrived', returned: 'parcel.returned' }

/**
 * Begins to follow a result that was posted.
 * @throws Refusal invalid_input for a number that is known already
 */
export async function registerParcel(
  act: Act,
  { workId, carrier, no }: { workId: string; carrier: string; no: string },
): Promise<void> {
  const added = await insertParcel(act.tx, {
    id: newId(act.at),
    workId,
    carrier,
    no,
    state: 'posted',
    stateAt: act.at,
    steps: [],
    askAt: tracker() ? act.at + 1 : 0,
    failures: 0,
    postedAt: act.at,
    version: 1,
  })
  if (!added)
    throw new Refusal('invalid_input', { problems: [{ field: 'trackingNo', ...fault('parcel_known') }] })
}

/** The last parcel of a case item as it is shown; null where nothing was posted. */
export async function parcelOf(look: Look | Act, workId: string): Promise<ParcelView | null> {
  const row = await lastParcel(look.tx, workId)
  if (!row) return null
  const { carrier, no, state, stateAt, steps } = row
  return { carrier, no, state, stateAt, steps, tracked: row.askAt > 0 }
}

/**
 * A clerk writes down what became of a parcel.
 * @throws Refusal not_found, invalid_input for what cannot follow
 */
export async function noteParcel(
  act: Act,
  { workId, state, text }: { workId: string; state: ParcelState; text: string },
): Promise<void> {
  const row = await lastParcel(act.tx, workId)
  if (!row) throw new Refusal('not_found')
  if (!mayBecome(row.state, state))
    throw new Refusal('invalid_input', { problems: [{ field: 'state', ...fault('parcel_step') }] })
  if (!(await advance(act, row, [...row.steps, { state, text, at: act.at }])))
    throw new Refusal('changed_meanwhile')
}

/**
 * Takes over what is known of a parcel's way, the oldest first; when it came or came back, that is said.
 * @param askAt when the carrier is asked again
 * @returns false when somebody else changed it meanwhile
 */
export async function advance(
  act: Pick<Act, 'tx' | 'at' | 'note'>,
  row: ParcelRow,
  steps: ParcelStep[],
  askAt = row.askAt,
): Promise<boolean> {
  const last = steps.at(-1)
  const moved = last !== undefined && last.state !== row.state && mayBecome(row.state, last.state)
  const state = moved ? last.state : row.state
  const event = moved ? ENDS[state] : undefined
  const changed = await updateParcel(act.tx, row, {
    state,
    stateAt: moved ? last.at : row.stateAt,
    steps,
    failures: 0,
    askAt: event ? 0 : askAt,
  })
  if (!changed) return false
  if (moved)
    act.note({ verb: 'parcels.state', subjectKind: 'caseItem', subjectId: row.workId, detail: { state } })
  if (event) await emit(act, event, row.id, { workId: row.workId, parcel: row.id })
  return true
}
