import type { Resource } from '#shared/catalog/resource.ts'
import type { City } from '../city.ts'
import { FILES } from '../files.ts'
import type { Refuse } from '../refuse.ts'

/**
 * A resource describes each field it answers, and says its conditions when it has any. What is sensitive is open to
 * nobody.
 */
export function checkResources(city: City, refuse: Refuse): void {
  const elements = new Map(city.elements.map((element) => [element.code, element]))
  city.resources.forEach((resource, index) => {
    const { outputs, items, sharing, sharingCondition } = resource
    const described = new Set(items.map(({ field }) => field))
    outputs.forEach((field, o) => {
      if (!described.has(field))
        refuse(FILES.resources, [index, 'outputs', o], `“${field}” is not described; add it to items`)
    })
    items.forEach(({ field }, i) => {
      if (!outputs.includes(field))
        refuse(
          FILES.resources,
          [index, 'items', i, 'field'],
          `“${field}” is no output; add it or remove this`,
        )
    })
    if (sharing === 'conditional' && !sharingCondition)
      refuse(
        FILES.resources,
        [index, 'sharingCondition'],
        'is missing; say under which conditions it is shared',
      )
    openOf(resource).forEach((field, o) => {
      const element = items.find((item) => item.field === field)?.element
      const here = [index, ...(resource.openFields ? ['openFields', o] : ['open'])]
      if (!outputs.includes(field))
        refuse(FILES.resources, here, `“${field}” is no output; add it or remove this`)
      else if (element !== undefined && elements.get(element)?.sensitivity === 'sensitive')
        refuse(
          FILES.resources,
          here,
          `“${field}” is sensitive and open to nobody; leave it out of openFields`,
        )
    })
  })
}

/** The fields that everybody may have. */
function openOf({ open, openFields, outputs }: Resource): readonly string[] {
  return openFields ?? (open ? outputs : [])
}
