import { policyItem } from '#shared/exchange/grant.ts'
import { usesOf } from '#shared/exchange/uses.ts'
import type { City } from '../city.ts'
import { FILES } from '../files.ts'
import type { Refuse } from '../refuse.ts'

/** Standing grants name what exists, are given to the department of the item, and cover all that is looked up. */
export function checkGrants(city: City, refuse: Refuse): void {
  const resources = new Map(city.resources.map((resource) => [resource.code, resource]))
  const unitOf = new Map([
    ...city.items.map(({ code, department }) => [code, department] as const),
    ...city.policies.map(({ code, department }) => [policyItem(code), department] as const),
  ])
  const granted = new Set<string>()
  city.grants.forEach(({ resource, unit, item, fields, validFrom, validTo }, index) => {
    const outputs = resources.get(resource)?.outputs
    if (!outputs)
      return refuse(FILES.grants, [index, 'resource'], `no resource has the code “${resource}”; correct it`)
    if (unitOf.get(item) !== unit)
      refuse(FILES.grants, [index, 'item'], `“${item}” is no item of ${unit}; correct one of them`)
    if (validTo < validFrom)
      refuse(FILES.grants, [index, 'validTo'], `is before ${validFrom}; correct one of them`)
    fields.forEach((field, f) => {
      if (!outputs.includes(field))
        refuse(
          FILES.grants,
          [index, 'fields', f],
          `${resource} has no field “${field}”; use one of ${outputs.join(', ')}`,
        )
      granted.add(`${resource} ${item} ${field}`)
    })
  })
  const missing = usesOf(city).filter(
    ({ resource, item, field }) => !granted.has(`${resource} ${item} ${field}`),
  )
  for (const what of new Set(missing.map(({ resource, item, field }) => `${item} uses ${resource}.${field}`)))
    refuse(FILES.grants, [what], 'is not granted; run npm run city -- --grants')
}
