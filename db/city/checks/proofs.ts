import type { LifeEvent, LookupPlan } from '#shared/catalog/documents.ts'
import { isNaming } from '#shared/exchange/numbers.ts'
import { isPublicQuestion } from '#shared/exchange/public.ts'
import type { City } from '../city.ts'
import { FILES } from '../files.ts'
import type { Path, Refuse } from '../refuse.ts'

type RefuseHere = (path: Path, what: string) => void

/**
 * Nobody is looked up because somebody typed their number: a question about others than the applicant and the
 * enterprise they act for says what proves the relation, and that comes from a register or a certificate which itself
 * names somebody.
 */
export function checkProofs(city: City, refuse: Refuse): void {
  city.lifeEvents.forEach((event, index) =>
    event.lookups.forEach((plan, l) =>
      checkPlan(city, event, plan, (path, what) =>
        refuse(FILES.lifeEvents, [index, 'lookups', l, ...path], what),
      ),
    ),
  )
}

function checkPlan(city: City, event: LifeEvent, plan: LookupPlan, refuse: RefuseHere): void {
  if (plan.proof === undefined && !isFree(city, event, plan))
    refuse(
      ['ask'],
      'asks about somebody else and nothing proves the relation; name in “proof” the elements that do, or leave it empty for those who decide',
    )
  checkStands(city, event, plan, refuse)
  plan.proof?.forEach((code, p) => {
    if (!HOLDING_NUMBERS.has(typeOf(city, code)) || !isProvenBy(event, plan, code))
      refuse(
        ['proof', p],
        `“${code}” proves nothing: it is no number, or no other look-up by a number gives it and no certificate; correct or remove it`,
      )
  })
}

/** Fields by which resources say that what they record has ended, or does not stand. */
const STATES = ['status', 'state', 'recorded', 'validTo']

/** What another question is proven by must still stand: a marriage that ended makes nobody a spouse. */
function checkStands({ resources }: City, event: LifeEvent, plan: LookupPlan, refuse: RefuseHere): void {
  const proofs = event.lookups.filter((each) => each !== plan).flatMap(({ proof = [] }) => proof)
  if (plan.only !== undefined && Object.keys(plan.only).length === 0) return
  const outputs = resources.find(({ code }) => code === plan.resource)?.outputs ?? []
  const states = STATES.filter((field) => outputs.includes(field))
  if (!proofs.some((code) => code in plan.gives) || states.length === 0) return
  if (!states.some((field) => field in (plan.only ?? {})))
    refuse(
      ['only'],
      `proves a relation whatever ${states.join(', ')} says; name the value it must have, or leave it empty when it does not end the relation`,
    )
}

const HOLDING_NUMBERS = new Set<string | undefined>(['residentId', 'creditCode', 'group', 'table'])

function typeOf({ elements }: City, code: string): string | undefined {
  return elements.find((each) => each.code === code)?.type
}

/** It names the applicant or the enterprise they act for, or wants nothing but what is public. */
function isFree(city: City, event: LifeEvent, { resource, ask, gives }: LookupPlan): boolean {
  const own = ownElements(city, event)
  const named = Object.entries(ask).filter(([parameter]) => isNaming(parameter))
  if (named.some(([, element]) => own.has(element))) return true
  const wanted = Object.keys(gives).map((code) => city.elements.find((each) => each.code === code))
  const { open } = city.resources.find(({ code }) => code === resource) ?? { open: false }
  return isPublicQuestion({ open }, ask, wanted)
}

/** What the account gives: an enterprise that the life event founds is none of theirs yet. */
function ownElements({ items }: City, event: LifeEvent): Set<string> {
  const bundled = new Set(event.items.map(({ item }) => item))
  const given = items
    .filter(({ code }) => bundled.has(code))
    .flatMap(({ outputs = [] }) => outputs.map(({ element }) => element))
  const own = ['applicant.residentId', 'enterprise.creditCode']
  return new Set(own.filter((code) => !given.includes(code)))
}

function isProvenBy({ lookups, wallet = [] }: LifeEvent, plan: LookupPlan, code: string): boolean {
  const byRegister = lookups.some(
    (each) => each !== plan && code in each.gives && Object.keys(each.ask).some(isNaming),
  )
  return byRegister || wallet.some(({ gives }) => code in gives)
}
