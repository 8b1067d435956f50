import { dayOf } from '#shared/calendar/day.ts'
import { isInForce, pageOf, summaryOf } from '#shared/policies/present.ts'
import type { PolicyPage, PolicySummary } from '#shared/policies/views.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'

/** Every published policy, those in force first. */
export async function listPolicies({ at, lang }: Pick<Look, 'at' | 'lang'>): Promise<PolicySummary[]> {
  const day = dayOf(at)
  return catalog()
    .all('policy')
    .sort((a, b) => Number(isInForce(b, day)) - Number(isInForce(a, day)) || (a.code < b.code ? -1 : 1))
    .map((policy) => summaryOf(policy, catalog().one('department', policy.department), day, lang))
}

/** @throws Refusal not_found */
export async function readPolicy(
  { at, lang }: Pick<Look, 'at' | 'lang'>,
  { code }: { code: string },
): Promise<PolicyPage> {
  const policy = catalog().find('policy', code)
  if (!policy) throw new Refusal('not_found')
  const elementOf = (element: string) => catalog().one('element', element)
  return pageOf(policy, catalog().one('department', policy.department), elementOf, dayOf(at), lang)
}
