import { actorId } from '#shared/access/actor.ts'
import { can, unitsWith } from '#shared/access/can.ts'
import { didIt } from '#shared/access/stand-in.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { isCreditCode } from '#shared/elements/types/credit-code.ts'
import { isResidentId } from '#shared/elements/types/resident-id.ts'
import { isNaming } from '#shared/exchange/numbers.ts'
import { subjectOf } from '#shared/exchange/subject.ts'
import { newId } from '#shared/id.ts'
import { fault } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { grantFor } from '../grants/index.ts'
import { look, perform, type Asking } from '../perform.ts'
import { deadlineOf, wayTo } from './connectors.ts'
import { BESIDE_MS } from './limits.ts'
import { subjectKey } from './log-row.ts'
import { lookUp } from './look-up.ts'
import { showRows } from './show-rows.ts'
import {
  decideEmergencyRow,
  emergencyRow,
  giveBackEmergency,
  insertEmergency,
  keepEmergencyAnswer,
  type EmergencyRow,
} from './store/emergencies.ts'
import type { LookupRequest } from './types.ts'

/**
 * Nobody decides it for them later than this; once let pass it is made within this; and what came of it can be read
 * for so long, milliseconds.
 */
const DECIDED_WITHIN_MS = 24 * 3_600_000
const MADE_WITHIN_MS = 30 * 60_000
const READ_WITHIN_MS = 10 * 60_000

/** The parameter of a resource that names a person or an organisation; undefined when none does. */
export function namingInput(resource: string): string | undefined {
  const { inputs } = catalog().one('resource', resource)
  return inputs.find(isNaming)
}

/** Codes of a department's items, for which its grants were given. */
export function itemsOf(unit: string): string[] {
  const items = catalog().all('item')
  return items.flatMap(({ code, department }) => (department === unit ? [code] : []))
}

/** Resources that a department may ask about somebody; those that are told of decisions answer nothing. */
export function askableBy(unit: string, at: number): string[] {
  const items = itemsOf(unit)
  const mayAsk = (code: string) => namingInput(code) && grantFor(code, items, dayOf(at)).length > 0
  return catalog()
    .all('resource')
    .flatMap(({ code, mode }) => (mode === 'query' && mayAsk(code) ? [code] : []))
}

/** The departments in which somebody may look something up. */
export function unitsOf({ actor }: Pick<Asking, 'actor'>): string[] {
  const units = unitsWith(actor, 'exchange.lookUp')
  return units === 'all' ? [] : units
}

/** Asks for a look-up that cannot wait for a case. It is made when a second person lets it pass. */
export async function askEmergency(
  act: Act,
  { resource, number, reason }: { resource: string; number: string; reason: string },
): Promise<{ emergency: string }> {
  const unit = unitsOf(act).find((each) => askableBy(each, act.at).includes(resource))
  const input = catalog().find('resource', resource) && namingInput(resource)
  if (!unit || !input) throw new Refusal('not_granted')
  const params = { [input]: number }
  const subject = subjectOf([input], params)
  const isValid =
    subject?.kind === 'organisation' ? isCreditCode(number) : isResidentId(number, dayOf(act.at))
  if (!subject || !isValid)
    throw new Refusal('invalid_input', { problems: [{ field: 'number', ...fault('emergency_number') }] })
  const id = newId(act.at)
  await insertEmergency(act.tx, {
    id,
    unit,
    askedBy: actorId(act.actor),
    resource,
    params,
    subject: subjectKey(subject),
    reason,
    askedAt: act.at,
    confirmedBy: '',
    state: 'asked',
    decidedAt: 0,
    expiresAt: act.at + DECIDED_WITHIN_MS,
    answer: null,
    version: 1,
  })
  act.note({
    verb: 'exchange.emergency',
    subjectKind: 'emergency',
    subjectId: id,
    detail: { resource, unit },
  })
  return { emergency: id }
}

/**
 * A second person lets it pass, or not.
 * @throws Refusal second_person for whoever asked, changed_meanwhile when it was decided or is too old
 */
export async function decideEmergency(
  act: Act,
  { emergency: id, decision }: { emergency: string; decision: 'confirm' | 'refuse' },
): Promise<{ emergency: string }> {
  const row = await emergencyRow(act.tx, id)
  if (!row || !can(act.actor, 'exchange.confirm', row.unit)) throw new Refusal('not_found')
  if (didIt(act.actor, row.askedBy)) throw new Refusal('second_person')
  const confirmed = decision === 'confirm'
  const decided =
    row.expiresAt > act.at &&
    (await decideEmergencyRow(act.tx, row, {
      confirmedBy: actorId(act.actor),
      state: confirmed ? 'confirmed' : 'refused',
      decidedAt: act.at,
      expiresAt: confirmed ? act.at + MADE_WITHIN_MS : row.expiresAt,
    }))
  if (!decided) throw new Refusal('changed_meanwhile')
  act.note({
    verb: confirmed ? 'exchange.confirmEmergency' : 'exchange.refuseEmergency',
    subjectKind: 'emergency',
    subjectId: id,
  })
  return { emergency: id }
}

/**
 * Makes the look-up that was let pass, once, for whoever asked. What comes is shown to them alone, for a few minutes.
 * @throws Refusal changed_meanwhile when it may not be made (any more), not_granted; exchange_down and exchange_busy,
 *   after which it may be tried again
 */
export async function lookUpInEmergency(
  who: Asking,
  { emergency: id }: { emergency: string },
): Promise<{ shown: string }> {
  const row = await look(who, ({ tx }) => emergencyRow(tx, id))
  if (!row || row.askedBy !== actorId(who.actor)) throw new Refusal('not_found')
  if (row.state !== 'confirmed' || row.expiresAt <= who.at) throw new Refusal('changed_meanwhile')
  const { outputs } = catalog().one('resource', row.resource)
  const request: LookupRequest = {
    key: id,
    resource: row.resource,
    params: row.params,
    wants: outputs,
    ground: { kind: 'emergency', id },
    fresh: true,
  }
  // Whoever waits for this waits for nothing else: as long as the register may take.
  const budgetMs = deadlineOf(wayTo(row.resource)) + BESIDE_MS
  const [answer] = await lookUp(who, matterOf(row), [request], { budgetMs })
  if (answer?.fault === 'no-grant') throw new Refusal('not_granted')
  if (answer?.fault === 'no-consent') throw new Refusal('changed_meanwhile')
  if (answer?.outcome === 'unavailable') {
    // Nothing came, so that it was not made: it may be tried again while it is let pass.
    await perform(who, (act) => giveBackEmergency(act.tx, id, act.at))
    throw new Refusal(
      answer.fault === 'busy' || answer.fault === 'limited' ? 'exchange_busy' : 'exchange_down',
    )
  }
  if (!answer || answer.outcome === 'refused') throw new Refusal('exchange_down')
  const rows = showRows(row.resource, answer.rows, who.lang)
  await perform(who, (act) => keepEmergencyAnswer(act.tx, id, rows, act.at + READ_WITHIN_MS))
  return { shown: id }
}

function matterOf({ id, unit }: EmergencyRow) {
  return { kind: 'desk' as const, id, no: '', items: itemsOf(unit) }
}
