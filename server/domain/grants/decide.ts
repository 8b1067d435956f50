import { actorId } from '#shared/access/actor.ts'
import { can } from '#shared/access/can.ts'
import { dayOf } from '#shared/calendar/day.ts'
import type { AnswerInput, ReviewInput } from '#shared/contract/exchange-catalog.ts'
import { isOver, needsProvider, providerDays } from '#shared/exchange/subscription-rules.ts'
import { newId } from '#shared/id.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { moveWork } from '../work/index.ts'
import { findSubscription, type FoundSubscription } from './find-subscription.ts'
import { keepGrants } from './in-force.ts'
import { decideSubscription, insertGrants, type GrantRow, type SubscriptionRow } from './store.ts'

/**
 * The data office looks through an application. What is shared with everybody is granted at once; the rest goes to
 * the provider, who has five or ten working days.
 * @throws Refusal second_person for an application of the reader's own department
 */
export async function reviewSubscription(act: Act, input: ReviewInput): Promise<{ no: string }> {
  const { row, work } = await findSubscription(act, input.no)
  requireOther(act, row)
  const resource = catalog().one('resource', row.resource)
  const asks = needsProvider(resource, row.unit)
  if (input.decision === (asks ? 'approve' : 'forward'))
    throw new Refusal('move_not_possible', { possible: asks ? ['forward', 'reject'] : ['approve', 'reject'] })
  const approved = input.decision === 'reject' ? null : approvedOf(act, row, row.fields, input.fields)
  await moveWork(act, work, input.decision, {
    note: input.note,
    ...(input.decision === 'forward' ? { unit: resource.provider, days: providerDays(resource) } : {}),
  })
  await decide(act, row, approved, input.decision !== 'forward')
  return { no: row.no }
}

/** The provider answers: grants what the data office let pass, or less of it, or says why not. */
export async function answerSubscription(act: Act, input: AnswerInput): Promise<{ no: string }> {
  const found = await findSubscription(act, input.no)
  requireOther(act, found.row)
  const { row, work } = found
  const approved =
    input.decision === 'decline' ? null : approvedOf(act, row, row.approved ?? row.fields, input.fields)
  await moveWork(act, work, input.decision, { note: input.note })
  await decide(act, row, approved, true)
  return { no: row.no }
}

/** Nobody decides what they, or their own department, applied for. */
function requireOther({ actor }: Act, { applicantId, unit }: FoundSubscription['row']): void {
  if (actorId(actor) === applicantId || can(actor, 'exchange.subscribe', unit))
    throw new Refusal('second_person')
}

/** @throws Refusal invalid_input when the last day asked for is over, nothing is left, or more than could be granted */
function approvedOf(
  { at }: Act,
  row: SubscriptionRow,
  offered: readonly string[],
  chosen: readonly string[],
): string[] {
  if (isOver(row, dayOf(at)))
    throw new Refusal('invalid_input', { problems: [{ field: 'fields', code: 'application_over' }] })
  if (chosen.length === 0)
    throw new Refusal('invalid_input', { problems: [{ field: 'fields', code: 'fields_missing' }] })
  if (chosen.some((field) => !offered.includes(field)))
    throw new Refusal('invalid_input', { problems: [{ field: 'fields', code: 'not_an_option' }] })
  return offered.filter((field) => chosen.includes(field))
}

async function decide(
  act: Act,
  row: SubscriptionRow,
  approved: string[] | null,
  final: boolean,
): Promise<void> {
  const change = { approved, ...(final ? { decidedAt: act.at } : {}) }
  if (!(await decideSubscription(act.tx, row, change))) throw new Refusal('changed_meanwhile')
  if (!final || !approved) return
  const grants = row.items.map((item): GrantRow => ({
    id: newId(act.at),
    resource: row.resource,
    unit: row.unit,
    item,
    fields: approved,
    basis: row.basis,
    subscriptionId: row.id,
    validFrom: dayOf(act.at),
    validTo: row.validTo,
    state: 'active',
    endedBy: '',
    notifiedAt: 0,
    version: 1,
  }))
  await insertGrants(act.tx, grants)
  act.note({
    verb: 'grants.grant',
    subjectKind: 'subscription',
    subjectId: row.id,
    detail: { no: row.no, resource: row.resource, unit: row.unit, fields: approved.length },
  })
  act.committed(() => keepGrants(grants))
}
