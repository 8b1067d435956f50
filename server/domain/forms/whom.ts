import type { Reader } from '#db'
import { DAY_MS, dayOf } from '#shared/calendar/day.ts'
import type { Bundle } from '#shared/catalog/bundle.ts'
import type { WhomView } from '#shared/forms/whom.ts'
import { fault } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act, Look } from '../act.ts'
import { currentBundle } from '../catalog/index.ts'
import {
  organisationsOf,
  personByResidentId,
  personOf,
  principalsOf,
  type Person,
} from '../identity/index.ts'
import type { DraftWhom } from './store.ts'
import { visitorOf } from './visitors.ts'

/** Scopes of a mandate for an enterprise that let somebody apply in its name. */
const APPLYING: readonly string[] = ['all', 'apply']

/** Somebody who was at a counter goes on with it themselves after so long. */
const AT_COUNTER_MS = DAY_MS

/** Before the id of a visit at a counter. */
const VISIT = 'visit:'

/** The element that makes a life event one of an existing enterprise: its items ask for it. */
const ENTERPRISE = 'enterprise.creditCode'

/** Whom a draft is for, and who fills it in. */
export interface Whom {
  person: Person
  /** `person:<id>`, `staff:<id>`, or empty when they fill it in themselves. */
  agent: string
  organisation: { id: string; creditCode: string; name: string } | null
}

/** Whether a life event is applied for by an enterprise that exists already: none of its items founds it. */
export function isForEnterprise({ lifeEvent, items }: Bundle): boolean {
  if (lifeEvent.audience !== 'enterprise') return false
  const all = Object.values(items)
  const founded = all.some(({ outputs = [] }) => outputs.some(({ element }) => element === ENTERPRISE))
  return !founded && all.some(({ needs }) => needs.some(({ element }) => element === ENTERPRISE))
}

/** For whom the person who looks may start a life event. */
export async function whomFor(look: Look, { lifeEvent }: { lifeEvent: string }): Promise<WhomView> {
  const bundle = await currentBundle(look.tx, lifeEvent)
  if (look.actor.kind !== 'person') return { people: [], organisations: [], enterprise: false }
  const today = dayOf(look.at)
  const [principals, organisations] = await Promise.all([
    principalsOf(look.tx, look.actor.id, lifeEvent, today),
    applyingFor(look.tx, look.actor.id, lifeEvent, today),
  ])
  const enterprise = isForEnterprise(bundle)
  return {
    enterprise,
    people: enterprise ? [] : principals.map(({ id, name }) => ({ value: `person:${id}`, name })),
    organisations: enterprise
      ? organisations.map(({ id, name }) => ({ value: `organisation:${id}`, name }))
      : [],
  }
}

/** The enterprises in whose name a person may apply for a life event today. */
async function applyingFor(reader: Reader, personId: string, lifeEvent: string, today: string) {
  const organisations = await organisationsOf(reader, personId, today)
  return organisations.filter(({ scope }) => APPLYING.includes(scope) || scope === lifeEvent)
}

/**
 * Whom a draft is for: oneself, somebody who gave a mandate, an enterprise one may act for, or, at a counter, a person
 * who is present.
 * @param chosen `person:<id>`, `organisation:<id>`, at a counter `visit:<id>`, or nothing
 */
export async function resolveWhom(
  act: Act,
  bundle: Bundle,
  chosen: string,
  present: { name: string; residentId: string },
): Promise<Whom> {
  if (act.actor.kind === 'staff') return atCounter(act, act.actor.id, chosen, present)
  if (act.actor.kind !== 'person') throw new Refusal('not_allowed')
  const [kind, id] = chosen.split(':')
  const today = dayOf(act.at)
  if (kind === 'person' && id && id !== act.actor.id) {
    const principals = await principalsOf(act.tx, act.actor.id, bundle.lifeEvent.code, today)
    const person = principals.find((each) => each.id === id)
    if (!person) throw new Refusal('not_found')
    return { person, agent: `person:${act.actor.id}`, organisation: null }
  }
  const person = await personOf(act.tx, act.actor.id)
  if (!person) throw new Refusal('not_found')
  if (!isForEnterprise(bundle)) return { person, agent: '', organisation: null }
  const organisations = await applyingFor(act.tx, person.id, bundle.lifeEvent.code, today)
  const organisation =
    kind === 'organisation'
      ? organisations.find((each) => each.id === id)
      : organisations.length === 1
        ? organisations[0]
        : undefined
  if (!organisation)
    throw new Refusal('invalid_input', { problems: [{ field: 'for', ...fault('enterprise_missing') }] })
  return { person, agent: '', organisation }
}

/** A clerk or grid worker fills it in for somebody who has an account and confirms it there before it is sent. */
async function atCounter(
  act: Act,
  staffId: string,
  chosen: string,
  { name, residentId }: { name: string; residentId: string },
): Promise<Whom> {
  const agent = `staff:${staffId}`
  if (chosen.startsWith(VISIT)) {
    const visitor = await visitorOf(act, chosen.slice(VISIT.length))
    if (!visitor) throw new Refusal('invalid_input', { problems: [{ field: 'for', ...fault('visit_over') }] })
    return { person: visitor, agent, organisation: null }
  }
  const person = await personByResidentId(act.tx, residentId.toUpperCase())
  if (!person || person.name !== name)
    throw new Refusal('invalid_input', { problems: [{ field: 'residentId', ...fault('person_unknown') }] })
  return { person, agent, organisation: null }
}

/**
 * Whether the actor may fill a draft in: the person it is for, and whoever they let do it for them, as long as the
 * mandate lasts; whoever fills it in at a counter, for a day; jobs that fill in what comes later.
 */
export async function mayFill({ tx, actor, at }: Look | Act, draft: DraftWhom): Promise<boolean> {
  const { personId, agent, organisationId, lifeEvent, createdAt } = draft
  // What the product does by itself in a draft, its jobs name.
  if (actor.kind === 'system') return true
  if (actor.kind === 'staff') return agent === `staff:${actor.id}` && at < createdAt + AT_COUNTER_MS
  if (actor.kind !== 'person') return false
  if (personId === actor.id) {
    if (organisationId === '') return true
    const organisations = await applyingFor(tx, actor.id, lifeEvent, dayOf(at))
    return organisations.some(({ id }) => id === organisationId)
  }
  if (agent !== `person:${actor.id}`) return false
  return (await principalsOf(tx, actor.id, lifeEvent, dayOf(at))).some(({ id }) => id === personId)
}
