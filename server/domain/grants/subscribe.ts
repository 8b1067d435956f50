import { unitsWith } from '#shared/access/can.ts'
import type { Actor } from '#shared/access/actor.ts'
import { actorId } from '#shared/access/actor.ts'
import { dayOf } from '#shared/calendar/day.ts'
import type { Resource } from '#shared/catalog/resource.ts'
import type { ApplicationInput } from '#shared/contract/exchange-catalog.ts'
import { policyItem } from '#shared/exchange/grant.ts'
import { lastDayFrom, SUBSCRIPTION_DAYS, subscriptionNo } from '#shared/exchange/subscription-rules.ts'
import type { SubscriptionForm } from '#shared/exchange/subscription-view.ts'
import { newId } from '#shared/id.ts'
import type { Problem } from '#shared/problem.ts'
import { Refusal } from '#shared/refusal.ts'
import { say } from '#shared/text.ts'
import type { Act, Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { nextNumber } from '../settings/index.ts'
import { openWork } from '../work/index.ts'
import { basisNamed, departmentNamed } from './names.ts'
import { dataOffice } from './office.ts'
import { insertSubscription } from './store.ts'

/** What a department needs to know before it applies for a resource. */
export async function subscriptionForm(
  { actor, at, lang }: Look,
  { resource: code }: { resource: string },
): Promise<SubscriptionForm> {
  const resource = offered(code)
  const { name, provider, sharing, sharingCondition, items } = resource
  return {
    resource: {
      code,
      name: say(name, lang),
      provider: departmentNamed(provider, lang).name,
      sharing,
      condition: sharingCondition ? say(sharingCondition, lang) : '',
    },
    fields: items.map((item) => ({ field: item.field, name: say(item.name, lang) })),
    items: itemsOf(actor).map((item) => ({
      code: item.code,
      name: say(item.name, lang),
      basis: basisNamed(item.code, lang),
    })),
    lastDay: lastDayFrom(dayOf(at)),
  }
}

/**
 * A department applies for fields of a resource for items of its own. The data office has two working days to look
 * through it.
 * @throws Refusal not_found, not_allowed, invalid_input
 */
export async function subscribe(act: Act, input: ApplicationInput): Promise<{ no: string }> {
  const resource = offered(input.resource)
  const chosen = itemsOf(act.actor).filter(({ code }) => input.items.includes(code))
  const problems = problemsOf(input, resource, chosen, dayOf(act.at))
  if (problems.length > 0) throw new Refusal('invalid_input', { problems })
  const unit = chosen[0]?.unit ?? ''
  const id = newId(act.at)
  const day = dayOf(act.at)
  const no = subscriptionNo(day, await nextNumber(act.tx, `subscription.${day}`))
  const { basis, scenario, purpose, frequency, validTo } = input
  await insertSubscription(act.tx, {
    id,
    workId: id,
    no,
    resource: resource.code,
    unit,
    applicantId: actorId(act.actor),
    items: chosen.map(({ code }) => code),
    fields: resource.outputs.filter((field) => input.fields.includes(field)),
    approved: null,
    basis,
    scenario,
    purpose,
    frequency,
    validTo,
    createdAt: act.at,
    decidedAt: 0,
    version: 1,
  })
  await openWork(act, [
    {
      id,
      kind: 'subscription',
      state: 'applied',
      unit: await dataOffice(act.tx),
      parentId: id,
      no,
      topic: resource.code,
      label: departmentNamed(unit, 'zh').name,
      ownerId: '',
      clock: { name: 'review', days: SUBSCRIPTION_DAYS.review },
    },
  ])
  act.note({
    verb: 'subscription.apply',
    subjectKind: 'subscription',
    subjectId: id,
    detail: { no, resource: resource.code, unit },
  })
  return { no }
}

function offered(code: string): Resource {
  const resource = catalog().find('resource', code)
  if (!resource) throw new Refusal('not_found')
  return resource
}

/** The items and policies of the departments an actor may apply for. */
function itemsOf(actor: Actor) {
  const units = unitsWith(actor, 'exchange.subscribe')
  const mine = ({ department }: { department: string }) => units === 'all' || units.includes(department)
  return [
    ...catalog()
      .all('item')
      .filter(mine)
      .map(({ code, name, department }) => ({ code, name, unit: department })),
    ...catalog()
      .all('policy')
      .filter(mine)
      .map(({ code, name, department }) => ({ code: policyItem(code), name, unit: department })),
  ]
}

function problemsOf(
  { items, fields, validTo }: ApplicationInput,
  resource: Resource,
  chosen: readonly { unit: string }[],
  today: string,
): Problem[] {
  const units = new Set(chosen.map(({ unit }) => unit))
  const last = lastDayFrom(today)
  return [
    ...(resource.sharing === 'none' ? [{ field: 'resource', code: 'not_shared' }] : []),
    ...(chosen.length < new Set(items).size || units.size !== 1
      ? [{ field: 'items', code: 'not_an_option' }]
      : []),
    ...(fields.some((field) => !resource.outputs.includes(field))
      ? [{ field: 'fields', code: 'not_an_option' }]
      : []),
    ...(validTo < today ? [{ field: 'validTo', code: 'date_too_early', params: { min: today } }] : []),
    ...(validTo > last ? [{ field: 'validTo', code: 'date_too_late', params: { max: last } }] : []),
  ]
}
