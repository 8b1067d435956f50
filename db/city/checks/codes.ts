import type { City } from '../city.ts'
import { FILES } from '../files.ts'
import type { Refuse } from '../refuse.ts'

/** Nothing is defined twice. */
export function checkCodes(city: City, refuse: Refuse): void {
  function unique(file: string, key: string, values: string[], steps: string[] = []): void {
    const seen = new Set<string>()
    values.forEach((value, index) => {
      if (seen.has(value))
        refuse(file, [...steps, index, key], `“${value}” stands twice; change or remove one`)
      seen.add(value)
    })
  }
  function uniqueCodes(file: string, list: { code: string }[], steps?: string[]): void {
    unique(
      file,
      'code',
      list.map((each) => each.code),
      steps,
    )
  }
  uniqueCodes(FILES.departments, city.departments)
  uniqueCodes(FILES.divisions, city.divisions)
  uniqueCodes(FILES.halls, city.halls)
  uniqueCodes(FILES.queue, city.queue?.priorities ?? [], ['priorities'])
  uniqueCodes(FILES.codeLists, city.codeLists)
  uniqueCodes(FILES.elements, city.elements)
  uniqueCodes(FILES.resources, city.resources)
  unique(
    FILES.resources,
    'catalogCode',
    city.resources.map((each) => each.catalogCode),
  )
  uniqueCodes(FILES.materials, city.materials)
  uniqueCodes(FILES.items, city.items)
  uniqueCodes(FILES.lifeEvents, city.lifeEvents)
  uniqueCodes(FILES.certificateTypes, city.certificateTypes)
  uniqueCodes(FILES.documents, city.documentTemplates)
  uniqueCodes(FILES.policies, city.policies)
  uniqueCodes(FILES.ratingTags, city.ratingTags)
  uniqueCodes(FILES.roles, city.roles)
  uniqueCodes(FILES.hotline, city.hotline.kinds, ['kinds'])
  uniqueCodes(FILES.hotline, city.hotline.categories, ['categories'])
  unique(
    FILES.calendar,
    'date',
    city.calendar.map((each) => each.date),
  )
  unique(
    FILES.people,
    'residentId',
    city.people.map((each) => each.residentId),
  )
  unique(
    FILES.enterprises,
    'creditCode',
    city.enterprises.map((each) => each.creditCode),
  )
  unique(
    FILES.staff,
    'login',
    city.staff.map((each) => each.login),
  )
  unique(
    FILES.accounts,
    'login',
    city.accounts.accounts.map((each) => each.login),
  )
}
