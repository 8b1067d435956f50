import type { DataElement } from '#shared/elements/element.ts'
import { typeOf } from '#shared/elements/types.ts'
import type { City } from '../city.ts'
import { FILES, registerFile } from '../files.ts'
import type { Refuse } from '../refuse.ts'

const ANY_DAY = { today: '9999-12-31' }

/** Each resource has its register; rows have only its fields, and values that the elements they fill can take. */
export function checkRegisters(city: City, refuse: Refuse): void {
  const fills = elementsByField(city)
  city.resources.forEach((resource, index) => {
    const register = city.registers.find((each) => each.resource === resource.code)
    if (!register)
      return refuse(FILES.resources, [index, 'code'], `has no register; add ${registerFile(resource.code)}`)
    const fields = new Set([...resource.inputs, ...resource.outputs])
    register.rows.forEach((row, r) => {
      for (const [field, value] of Object.entries(row)) {
        const path = ['rows', r, field]
        if (!fields.has(field))
          refuse(
            registerFile(resource.code),
            path,
            `${resource.code} has no such field; use one of ${[...fields].join(', ')}`,
          )
        for (const element of fills.get(`${resource.code} ${field}`) ?? []) {
          const fault = typeOf(element).check(value, element, ANY_DAY)
          if (fault)
            refuse(
              registerFile(resource.code),
              path,
              `“${String(value)}” does not fit ${element.code} (${fault.code}); correct it`,
            )
        }
      }
    })
  })
  for (const { resource } of city.registers)
    if (!city.resources.some((each) => each.code === resource)) {
      refuse(
        registerFile(resource),
        ['resource'],
        `unknown resource “${resource}”; add it to resources.json or correct it`,
      )
    }
}

/** The elements that a resource's field fills: by its own metadata, by life events and by the enterprise profile. */
function elementsByField(city: City): Map<string, DataElement[]> {
  const lists = new Map(city.codeLists.map(({ code, options }) => [code, options]))
  const byCode = new Map(
    city.elements.map((element) => [
      element.code,
      { ...element, options: element.options ?? lists.get(element.codeList ?? '') },
    ]),
  )
  const fills = new Map<string, DataElement[]>()
  function add(resource: string, field: string, code: string): void {
    const element = byCode.get(code)
    const key = `${resource} ${field}`
    if (element) fills.set(key, [...(fills.get(key) ?? []), element])
  }
  for (const { code, items } of city.resources)
    for (const { field, element } of items) if (element) add(code, field, element)
  const plans = [...city.lifeEvents.flatMap((event) => event.lookups), ...city.enterpriseProfile]
  for (const plan of plans)
    for (const [code, field] of Object.entries(plan.gives)) add(plan.resource, field, code)
  return fills
}
