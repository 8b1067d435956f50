import { dayOf } from '#shared/calendar/day.ts'
import type { ItemDataView } from '#shared/exchange/catalog-view.ts'
import { Refusal } from '#shared/refusal.ts'
import { say, type Lang } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { catalog, publishedItem } from '../catalog/index.ts'
import { grantFor } from './in-force.ts'
import { departmentNamed, elementName, fieldNames, resourceNamed } from './names.ts'
import { usesNow, usesTogether } from './uses.ts'

/** An item's materials beside the resources that make them unnecessary, and the fields it looks up (对照表). */
export async function itemData(look: Look, { item: code }: { item: string }): Promise<ItemDataView> {
  const { lang } = look
  const item = await publishedItem(look.tx, code)
  if (!item) throw new Refusal('not_found')
  return {
    code,
    name: say(item.name, lang),
    department: departmentNamed(item.department, lang).name,
    materials: item.materials.flatMap((each) => materialRow(each, lang)),
    uses: usesOfItem(code, look),
  }
}

function materialRow(code: string, lang: Lang): ItemDataView['materials'] {
  const material = catalog().find('material', code)
  if (!material) return []
  const resources = material.exemptBy.flatMap(({ by, ref }) => {
    const resource = by === 'resource' ? catalog().find('resource', ref) : undefined
    if (!resource) return []
    const provider = departmentNamed(resource.provider, lang).name
    return [{ ...resourceNamed(ref, lang), provider, sharing: resource.sharing }]
  })
  return [{ code, name: say(material.name, lang), resources }]
}

function usesOfItem(item: string, { at, lang }: Look): ItemDataView['uses'] {
  const day = dayOf(at)
  return usesTogether(usesNow().filter((use) => use.item === item)).flatMap(({ first, fields, elements }) => {
    const resource = catalog().find('resource', first.resource)
    if (!resource) return []
    const granted = new Set(grantFor(resource.code, [item], day).flatMap((grant) => grant.fields))
    return [
      {
        resource: resourceNamed(resource.code, lang),
        provider: departmentNamed(resource.provider, lang).name,
        sharing: resource.sharing,
        fields: fields.map((field) => ({
          name: fieldNames(resource, [field], lang).join(''),
          element: elementName(elements.get(field), lang),
        })),
        granted: fields.every((field) => granted.has(field)),
      },
    ]
  })
}
