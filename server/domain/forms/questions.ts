import type { Bundle } from '#shared/catalog/bundle.ts'
import { isAboutApplicant, lawOf, ownNumbers, subjectOfApplication } from '#shared/exchange/about-whom.ts'
import { fieldsWanted } from '#shared/exchange/only.ts'
import type { ReadyLookup } from '#shared/forms/lookups.ts'
import type { Facts } from '#shared/rules/judge.ts'
import type { LookupRequest, Matter } from '../exchange/index.ts'

/** What a draft's look-ups are made for. */
export function matterOf(id: string, { lifeEvent }: Pick<Bundle, 'lifeEvent'>, facts: Facts): Matter {
  const subject = subjectOfApplication(facts)
  return {
    kind: 'draft',
    id,
    no: '',
    items: lifeEvent.items.map(({ item }) => item),
    own: [...ownNumbers(facts)],
    ...(subject && { subject }),
  }
}

/**
 * A look-up as the exchange is asked: on the applicant's consent about themselves; about others on the law, with the
 * exchange's word for their relation.
 */
export function requestOf(
  bundle: Bundle,
  { plan, key, params, voucher }: ReadyLookup,
  facts: Facts,
  consentId: string,
): LookupRequest {
  const own = isAboutApplicant(bundle, plan, facts, ownNumbers(facts))
  return {
    key,
    resource: plan.resource,
    params,
    wants: fieldsWanted(plan),
    chosen: { ...(plan.only && { only: plan.only }), ...(plan.recent && { recent: plan.recent }) },
    ground: own
      ? { kind: 'consent', id: consentId }
      : { kind: 'law', words: lawOf(bundle, plan).zh, ...(voucher && { voucher }) },
  }
}
