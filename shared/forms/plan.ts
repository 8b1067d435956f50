import type { Bundle } from '../catalog/bundle.ts'
import { itemOf } from '../catalog/bundle.ts'
import type { BundledItem, Effect, Material, ServiceItem } from '../catalog/documents.ts'
import { holds, judge, mayHold, type Facts } from '../rules/judge.ts'
import type { Text } from '../text.ts'

/** What a life event comes to under what is known so far: what is in, what is out, and why. */
export interface Plan {
  /** Items of this application, in order. */
  items: ServiceItem[]
  /** Items that a counter must take, with the reason. */
  counter: { item: ServiceItem; reason: Text }[]
  notices: Text[]
  /** Reasons why nothing can be applied for; empty when it can. */
  blocked: Text[]
}

/** Judges items, effects and eligibility. An item whose condition is still open counts as in. */
export function planOf(bundle: Bundle, facts: Facts): Plan {
  const { lifeEvent } = bundle
  const effects = lifeEvent.situations.flatMap((situation) =>
    holds(situation.showWhen, facts)
      ? (situation.effects ?? []).filter((effect) => holds(effect.when, facts))
      : [],
  )
  const counter = counterItems(bundle, effects)
  const items = lifeEvent.items
    .filter((bundled) => mayHold(bundled.include, facts) && !counter.has(bundled.item))
    .map((bundled) => itemOf(bundle, bundled.item))
  const included = new Set(
    lifeEvent.items.filter((bundled) => mayHold(bundled.include, facts)).map(({ item }) => item),
  )
  return {
    items,
    counter: [...counter]
      .filter(([code]) => included.has(code))
      .map(([code, reason]) => ({ item: itemOf(bundle, code), reason })),
    notices: effects.filter((effect) => effect.effect === 'notice').map((effect) => effect.message),
    blocked: [
      ...effects.filter((effect) => effect.effect === 'block').map((effect) => effect.message),
      ...lifeEvent.eligibility
        .filter(({ rule }) => judge(rule, facts).verdict === 'no')
        .map(({ otherwise }) => otherwise),
    ],
  }
}

/** Items for the counter, and those that wait for one of them: an item held up holds up only what needs it. */
function counterItems(bundle: Bundle, effects: readonly Effect[]): Map<string, Text> {
  const counter = new Map<string, Text>()
  for (const effect of effects) {
    if (effect.effect === 'counterOnly' && effect.item && !counter.has(effect.item))
      counter.set(effect.item, effect.message)
  }
  for (const bundled of inOrder(bundle.lifeEvent.items)) {
    const cause = bundled.prerequisites.find((code) => counter.has(code))
    const reason = cause && counter.get(cause)
    if (reason && !counter.has(bundled.item)) counter.set(bundled.item, reason)
  }
  return counter
}

/** Items with every prerequisite before what needs it. Publication has refused cycles. */
export function inOrder(items: readonly BundledItem[]): BundledItem[] {
  const byCode = new Map(items.map((bundled) => [bundled.item, bundled]))
  const ordered = new Set<BundledItem>()
  function visit(bundled: BundledItem): void {
    if (ordered.has(bundled)) return
    for (const code of bundled.prerequisites) {
      const before = byCode.get(code)
      if (before) visit(before)
    }
    ordered.add(bundled)
  }
  for (const bundled of items) visit(bundled)
  return [...ordered]
}

/** A fact the merged form needs: asked once, however many items need it. */
export interface MergedNeed {
  element: string
  optional: boolean
  /** The items that ask for it. */
  items: string[]
}

/** The needs of several items as one: each element once; asked strictly when any item asks strictly. */
export function mergeNeeds(
  bundle: Bundle,
  items: readonly ServiceItem[],
  facts: Facts,
): Map<string, MergedNeed> {
  const produced = new Set(
    Object.values(bundle.items).flatMap((item) => (item.outputs ?? []).map((output) => output.element)),
  )
  const merged = new Map<string, MergedNeed>()
  for (const item of items) {
    for (const { element, when, optional = false } of item.needs) {
      if (produced.has(element) || bundle.elements[element]?.derive || !holds(when, facts)) continue
      const need = merged.get(element)
      if (need) {
        need.items.push(item.code)
        need.optional &&= optional
      } else merged.set(element, { element, optional, items: [item.code] })
    }
  }
  return merged
}

/** Why a material need not be handed in. */
export type MaterialState =
  | { material: Material; state: 'exempt'; by: 'resource' | 'item'; ref: string }
  | { material: Material; state: 'sign' }
  | { material: Material; state: 'upload' }

/**
 * The materials of the items, each once, and how each is given.
 * @param answeredResources resources whose look-up found something
 */
export function materialsOf(
  bundle: Bundle,
  items: readonly ServiceItem[],
  facts: Facts,
  answeredResources: ReadonlySet<string>,
): MaterialState[] {
  const inCase = new Set(items.map((item) => item.code))
  const codes = [...new Set(items.flatMap((item) => item.materials))]
  return codes.flatMap((code): MaterialState[] => {
    const material = bundle.materials[code]
    if (!material || !holds(material.when, facts)) return []
    const exempt = material.exemptBy.find(
      ({ by, ref }) =>
        (by === 'resource' && answeredResources.has(ref)) || (by === 'item' && inCase.has(ref)),
    )
    if (exempt && exempt.by !== 'signature')
      return [{ material, state: 'exempt', by: exempt.by, ref: exempt.ref }]
    const signed = material.exemptBy.some(({ by }) => by === 'signature')
    return [{ material, state: signed ? 'sign' : 'upload' }]
  })
}
