import { unitsWith } from '#shared/access/can.ts'
import { classOf } from '#shared/catalog/resource.ts'
import type { ResourceView } from '#shared/exchange/catalog-view.ts'
import { Refusal } from '#shared/refusal.ts'
import { say, type Lang } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { catalog } from '../catalog/index.ts'
import { departmentNamed, elementName, itemNamed } from './names.ts'
import { presentGrant } from './present-grant.ts'
import { grantsOfResource, subscriptionsByIds } from './store.ts'
import { usesNow } from './uses.ts'

/** A resource with its core metadata, its fields, and who may ask it. */
export async function readResource(look: Look, { code }: { code: string }): Promise<ResourceView> {
  const { lang, tx, actor } = look
  const resource = catalog().find('resource', code)
  if (!resource) throw new Refusal('not_found')
  const grants = await grantsOfResource(tx, code)
  const subscriptions = await subscriptionsByIds(
    tx,
    grants.map(({ subscriptionId }) => subscriptionId).filter(Boolean),
  )
  const { catalogCode, format, sharing, mode, open, updateCycle, publishedOn, version } = resource
  return {
    code,
    catalogCode,
    format,
    sharing,
    mode,
    open,
    updateCycle,
    publishedOn,
    version,
    class: classOf(resource),
    name: say(resource.name, lang),
    summary: say(resource.summary, lang),
    provider: departmentNamed(resource.provider, lang),
    sharingCondition: resource.sharingCondition ? say(resource.sharingCondition, lang) : '',
    openCondition: resource.openCondition ? say(resource.openCondition, lang) : '',
    contact: say(resource.contact.name, lang),
    phone: resource.contact.phone,
    inputs: resource.inputs.map((name) => parameterName(name, resource.items, lang)),
    fields: resource.items.map(({ field, name, dataType, required = false }) => ({
      field,
      name: say(name, lang),
      dataType,
      elements: filledBy(code, field, lang),
      required,
    })),
    grants: grants.map((row) => presentGrant(row, look, subscriptions)),
    replaces: replacedBy(code, lang),
    mayApply: sharing !== 'none' && unitsWith(actor, 'exchange.subscribe').length > 0,
  }
}

/** A parameter is a field of the answer, or, for what is told, an element. */
function parameterName(
  name: string,
  items: { field: string; name: Record<Lang, string> }[],
  lang: Lang,
): string {
  const field = items.find((each) => each.field === name)
  return field ? say(field.name, lang) : elementName(name, lang) || name
}

/** The elements of applications that a field fills: a register knows nothing of a life event's words for them. */
function filledBy(resource: string, field: string, lang: Lang): string[] {
  const uses = usesNow().filter((use) => use.resource === resource && use.field === field)
  const names = uses.map(({ element }) => elementName(element, lang)).filter((name) => name !== '')
  return [...new Set(names)]
}

/** Materials that nobody has to hand in because of a resource, with the items that would ask for them. */
function replacedBy(code: string, lang: Lang): ResourceView['replaces'] {
  const materials = new Map(
    catalog()
      .all('material')
      .filter(({ exemptBy }) => exemptBy.some(({ by, ref }) => by === 'resource' && ref === code))
      .map((material) => [material.code, say(material.name, lang)]),
  )
  return catalog()
    .all('item')
    .flatMap((item) =>
      item.materials.flatMap((each) => {
        const material = materials.get(each)
        return material === undefined ? [] : [{ material, item: itemNamed(item.code, lang) }]
      }),
    )
}
