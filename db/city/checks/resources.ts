import type { City } from '../city.ts'
import { FILES } from '../files.ts'
import type { Refuse } from '../refuse.ts'

/** A resource describes each field it answers, by elements that exist, and says its conditions when it has any. */
export function checkResources(city: City, refuse: Refuse): void {
  const elements = new Set(city.elements.map(({ code }) => code))
  city.resources.forEach(({ outputs, items, sharing, sharingCondition }, index) => {
    const described = new Set(items.map(({ field }) => field))
    outputs.forEach((field, o) => {
      if (!described.has(field))
        refuse(FILES.resources, [index, 'outputs', o], `“${field}” is not described; add it to items`)
    })
    items.forEach(({ field, element }, i) => {
      if (!outputs.includes(field))
        refuse(
          FILES.resources,
          [index, 'items', i, 'field'],
          `“${field}” is no output; add it or remove this`,
        )
      if (element !== undefined && !elements.has(element))
        refuse(
          FILES.resources,
          [index, 'items', i, 'element'],
          `unknown element “${element}”; add it to elements/ or correct it`,
        )
    })
    if (sharing === 'conditional' && !sharingCondition)
      refuse(
        FILES.resources,
        [index, 'sharingCondition'],
        'is missing; say under which conditions it is shared',
      )
  })
}
