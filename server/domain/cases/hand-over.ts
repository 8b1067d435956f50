import type { Delivery, DrawnName } from '#shared/cases/content.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { isDrawing } from '#shared/elements/rare/signature.ts'
import { takeAs } from '#shared/elements/take.ts'
import { residentId } from '#shared/elements/types/resident-id.ts'
import { fault, type Problem } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { personByResidentId, principalsOf } from '../identity/index.ts'
import type { WorkRow } from '../work/index.ts'
import { applicantName } from './applicant-name.ts'
import type { LoadedCase } from './load.ts'

/** How a result is handed over at the counter, as it was posted. */
export interface Handing {
  /** Both signed on a screen, or both signed the printed record. */
  signing?: 'drawn' | 'paper'
  /** Who takes it. */
  receivedBy?: 'applicant' | 'agent'
  /** The agent's name and number of their card. */
  receiver?: string
  receiverId?: string
  /** A mandate in writing was shown and checked. */
  mandateSeen?: boolean
  /** Name and strokes of each. */
  receiverSign?: DrawnName
  clerkSign?: DrawnName
}

/**
 * A result changes hands (送达): who took it, on what mandate, and both signatures. What came by post needs none: the
 * carrier's record says it.
 * @throws Refusal invalid_input, beside the field that lacks something
 */
export async function handedOver(
  act: Act,
  { row }: LoadedCase,
  item: WorkRow,
  handing: Handing,
): Promise<Delivery> {
  const sent = row.content.deliveries?.[item.topic]
  if (item.state === 'posted')
    return { mode: 'post', ...sent, receiver: await applicantName(act.tx, row), at: act.at }
  const problems: Problem[] = []
  const receiver = await receiverOf(act, row, handing, problems)
  const signed = signatures(act, handing, receiver.receiver, problems)
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  return { mode: 'counter', ...receiver, ...signed, at: act.at }
}

type Receiver = Pick<Delivery, 'receiver' | 'by' | 'agentId' | 'mandate'> & { receiver: string }

async function receiverOf(
  act: Act,
  row: LoadedCase['row'],
  { receivedBy, receiver = '', receiverId = '', mandateSeen }: Handing,
  problems: Problem[],
): Promise<Receiver> {
  if (receivedBy !== 'agent') return { receiver: await applicantName(act.tx, row), by: 'applicant' }
  if (receiver.trim() === '') problems.push({ field: 'receiver', ...fault('missing') })
  const element = catalog().one('element', 'applicant.residentId')
  const taken = takeAs(residentId, element, receiverId, true, { today: dayOf(act.at) })
  const number = String(taken.value ?? '')
  const wrong = taken.fault
  if (wrong) problems.push({ field: 'receiverId', ...wrong })
  const onRecord = !wrong && (await hasMandate(act, row, receiver.trim(), number))
  if (!onRecord && !mandateSeen) problems.push({ field: 'mandate', ...fault('mandate_seen') })
  return { receiver: receiver.trim(), by: 'agent', agentId: number, mandate: onRecord ? 'record' : 'paper' }
}

/** Whether the applicant gave this person a mandate in the portal. */
async function hasMandate(act: Act, row: LoadedCase['row'], name: string, number: string): Promise<boolean> {
  const agent = await personByResidentId(act.tx, number)
  if (!agent || agent.name !== name) return false
  const principals = await principalsOf(act.tx, agent.id, row.lifeEvent, dayOf(act.at))
  return principals.some(({ id }) => id === row.applicantId)
}

function signatures(
  { actor }: Act,
  { signing, receiverSign, clerkSign }: Handing,
  receiver: string,
  problems: Problem[],
): Pick<Delivery, 'signing' | 'signed'> {
  if (!signing) problems.push({ field: 'signing', ...fault('delivery_signing') })
  if (signing !== 'drawn') return { signing: 'paper' }
  for (const [field, sign] of [
    ['receiverSign', receiverSign],
    ['clerkSign', clerkSign],
  ] as const) {
    if (!sign?.drawn) problems.push({ field, ...fault('draw_missing') })
    else if (!isDrawing(sign.drawn)) problems.push({ field, ...fault('signature_drawing') })
  }
  if (receiverSign?.drawn && receiverSign.name !== '' && receiverSign.name !== receiver)
    problems.push({ field: 'receiverSign', ...fault('signature_other') })
  const clerk = actor.kind === 'staff' ? actor.name : ''
  return {
    signing,
    signed: {
      receiver: { name: receiver, drawn: receiverSign?.drawn ?? '' },
      clerk: { name: clerk, drawn: clerkSign?.drawn ?? '' },
    },
  }
}
