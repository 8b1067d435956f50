import { usesOf, type FieldUse } from '#shared/exchange/uses.ts'
import { catalog } from '../catalog/index.ts'

let kept: { edition: number; uses: FieldUse[] } | undefined

/** Who uses which fields by the catalogue that is published now; worked out once for each edition. */
export function usesNow(): readonly FieldUse[] {
  const published = catalog()
  if (kept?.edition !== published.edition) {
    const uses = usesOf({
      resources: published.all('resource'),
      items: published.all('item'),
      materials: published.all('material'),
      lifeEvents: published.all('lifeEvent'),
      policies: published.all('policy'),
      certificateTypes: published.all('certificateType'),
      enterpriseProfile: published.enterpriseProfile,
    })
    kept = { edition: published.edition, uses }
  }
  return kept.uses
}

/** Fields by resource and item, in the order they are used. */
export function usesTogether(
  uses: readonly FieldUse[],
): { first: FieldUse; fields: string[]; elements: Map<string, string> }[] {
  const groups = new Map<string, { first: FieldUse; fields: string[]; elements: Map<string, string> }>()
  for (const use of uses) {
    const key = `${use.item} ${use.resource}`
    const group = groups.get(key) ?? { first: use, fields: [], elements: new Map<string, string>() }
    if (!group.fields.includes(use.field)) {
      group.fields.push(use.field)
      group.elements.set(use.field, use.element)
    }
    groups.set(key, group)
  }
  return [...groups.values()]
}
