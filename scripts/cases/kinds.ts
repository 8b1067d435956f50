import type { Bundle } from '#shared/catalog/bundle.ts'
import { itemOf } from '#shared/catalog/bundle.ts'
import { codesIn } from '#shared/catalog/prerequisites.ts'
import type { ServiceItem } from '#shared/catalog/documents.ts'

/** What somebody applied for: one item, or one and some that need it. */
export interface Kind {
  bundle: Bundle
  first: ServiceItem
  others: ServiceItem[]
}

/** So many items that need another one are applied for together with it. */
const TOGETHER = 2

/** Everything that can be applied for alone in some life events, and with what needs nothing but it. */
export function kindsOf(bundles: readonly Bundle[]): { single: Kind[]; together: Kind[] } {
  const all = bundles.flatMap((bundle) => {
    const { items } = bundle.lifeEvent
    const needs = (code: string) => codesIn(items.find(({ item }) => item === code)?.prerequisites ?? [])
    return items
      .filter(({ item }) => needs(item).length === 0)
      .map(({ item }): Kind => ({
        bundle,
        first: itemOf(bundle, item),
        others: items
          .filter((each) => needs(each.item).length > 0 && needs(each.item).every((code) => code === item))
          .slice(0, TOGETHER)
          .map((each) => itemOf(bundle, each.item)),
      }))
  })
  return {
    single: all.map((kind) => ({ ...kind, others: [] })),
    together: all.filter(({ others }) => others.length > 0),
  }
}
