import type { LookupPlan, Policy } from '#shared/catalog/documents.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { policyItem } from '#shared/exchange/grant.ts'
import { ENTRUSTED } from '#shared/exchange/law.ts'
import { explain, missingIn } from '#shared/policies/explain.ts'
import { enterpriseFacts, type EnterpriseFacts } from '#shared/policies/facts.ts'
import { isInForce, summaryOf } from '#shared/policies/present.ts'
import type { EnterpriseMatch, JudgedPolicy, Organisation } from '#shared/policies/views.ts'
import { Refusal } from '#shared/refusal.ts'
import { judge } from '#shared/rules/judge.ts'
import { catalog } from '../catalog/index.ts'
import { lookUp } from '../exchange/index.ts'
import { organisationsOf } from '../identity/index.ts'
import { look, type Asking } from '../perform.ts'

/** Why the registers may be asked: the enterprise's own agent asks about it. */
const GROUND = { kind: 'law', words: ENTRUSTED.zh } as const

/**
 * Which policies an enterprise matches on the day, for a person with a mandate. The only one they may act for is taken
 * by itself; with several, one must be named.
 * @throws Refusal not_found for any organisation they have no mandate for
 */
export async function matchPolicies(
  who: Asking,
  { organisation: id }: { organisation: string },
): Promise<EnterpriseMatch> {
  if (who.actor.kind !== 'person') throw new Refusal('not_allowed')
  const personId = who.actor.id
  const day = dayOf(who.at)
  const mandated = await look(who, (reading) => organisationsOf(reading.tx, personId, day))
  const organisations = mandated.map(({ id, name, creditCode }) => ({ id, name, creditCode }))
  const chosen =
    id === '' ? onlyOne(organisations) : organisations.find((organisation) => organisation.id === id)
  if (id !== '' && !chosen) throw new Refusal('not_found')
  if (!chosen) return { organisations, match: null }
  const known = await factsAbout(who, chosen, day)
  const judged = inForce(day).map((policy): JudgedPolicy => {
    const judgement = judge(policy.rule, known.facts)
    const conditions = explain(judgement, { published: catalog(), known, lang: who.lang })
    const department = catalog().one('department', policy.department)
    const missing = judgement.verdict === 'unknown' ? missingIn(conditions) : []
    return {
      ...summaryOf(policy, department, day, who.lang),
      verdict: judgement.verdict,
      conditions,
      missing,
    }
  })
  const those = (verdict: JudgedPolicy['verdict']) => judged.filter((policy) => policy.verdict === verdict)
  return {
    organisations,
    match: { organisation: chosen, day, yes: those('yes'), unknown: those('unknown'), no: those('no') },
  }
}

function inForce(day: string): Policy[] {
  return catalog()
    .all('policy')
    .filter((policy) => isInForce(policy, day))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** Asks every register of the enterprise profile at once. */
async function factsAbout(
  who: Asking,
  { id, creditCode, name }: Organisation,
  day: string,
): Promise<EnterpriseFacts> {
  const given = { 'enterprise.creditCode': creditCode, 'enterprise.name': name }
  const plans = catalog().enterpriseProfile.filter(({ ask }) =>
    Object.values(ask).every((element) => element in given),
  )
  const answers = await lookUp(
    who,
    { kind: 'match', id, no: '', items: inForce(day).map(({ code }) => policyItem(code)) },
    plans.map((plan) => ({
      key: plan.resource,
      resource: plan.resource,
      params: paramsOf(plan, given),
      wants: Object.values(plan.gives),
      ground: GROUND,
    })),
  )
  return enterpriseFacts(plans, answers, (code) => catalog().one('element', code), day)
}

function paramsOf(plan: LookupPlan, given: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(plan.ask).map(([name, element]) => [name, given[element] ?? '']))
}

function onlyOne(organisations: Organisation[]): Organisation | undefined {
  return organisations.length === 1 ? organisations[0] : undefined
}
