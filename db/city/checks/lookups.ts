import type { LookupPlan } from '#shared/catalog/documents.ts'
import { fieldsChoosing } from '#shared/exchange/only.ts'
import type { City } from '../city.ts'
import { FILES } from '../files.ts'
import type { Path, Refuse } from '../refuse.ts'
import { leaves } from './conditions.ts'

/** Look-ups fit their resources, and every fact that a policy asks about is looked up. */
export function checkLookups(city: City, refuse: Refuse): void {
  city.lifeEvents.forEach((event, index) =>
    event.lookups.forEach((plan, l) =>
      checkPlan(plan, city, (path, what) => refuse(FILES.lifeEvents, [index, 'lookups', l, ...path], what)),
    ),
  )
  city.enterpriseProfile.forEach((plan, index) =>
    checkPlan(plan, city, (path, what) => refuse(FILES.enterpriseProfile, [index, ...path], what)),
  )
  const known = new Set(
    city.enterpriseProfile.flatMap((plan) => [...Object.values(plan.ask), ...Object.keys(plan.gives)]),
  )
  city.policies.forEach((policy, index) => {
    for (const { path, leaf } of leaves(policy.rule, [index, 'rule']))
      if (!known.has(leaf.element)) {
        refuse(
          FILES.policies,
          [...path, 'element'],
          `no look-up gives “${leaf.element}”; add one to enterprise-profile.json`,
        )
      }
  })
}

/** A plan uses parameters and fields that the resource has; only what is given can be locked. */
function checkPlan(plan: LookupPlan, city: City, refuse: (path: Path, what: string) => void): void {
  const resource = city.resources.find((each) => each.code === plan.resource)
  const inputs = resource?.inputs ?? []
  const outputs = resource?.outputs ?? []
  for (const parameter of Object.keys(plan.ask))
    if (!inputs.includes(parameter)) {
      refuse(['ask', parameter], `${plan.resource} has no such input; use one of ${inputs.join(', ')}`)
    }
  for (const [code, field] of Object.entries(plan.gives))
    if (!outputs.includes(field)) {
      refuse(['gives', code], `${plan.resource} has no field “${field}”; use one of ${outputs.join(', ')}`)
    }
  for (const field of fieldsChoosing(plan))
    if (!outputs.includes(field)) {
      refuse(
        [plan.recent?.field === field ? 'recent' : 'only', field],
        `${plan.resource} has no field “${field}”; use one of ${outputs.join(', ')}`,
      )
    }
  plan.locked.forEach((code, e) => {
    if (!(code in plan.gives))
      refuse(['locked', e], `“${code}” is not given by this look-up; give it or unlock it`)
  })
}
