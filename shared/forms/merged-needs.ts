import type { Bundle } from '../catalog/bundle.ts'
import type { ServiceItem } from '../catalog/documents.ts'
import type { DataElement } from '../elements/element.ts'
import type { Condition } from '../rules/condition.ts'
import { holds, type Facts } from '../rules/judge.ts'

/** A fact the merged form needs: asked once, however many items need it. */
export interface MergedNeed {
  element: string
  optional: boolean
  /** The items that ask for it. */
  items: readonly string[]
}

export type MergedNeeds = ReadonlyMap<string, MergedNeed>

/** Needs of several items in the order of the items, and what was merged of them under which conditions. */
interface Asked {
  needs: AskedNeed[]
  /** Each condition of the needs once: items of a life event share most of theirs. */
  conditions: Condition[]
  merged: Map<string, MergedNeeds>
}

interface AskedNeed {
  item: string
  element: string
  optional: boolean
  /** Place of its condition; none when it is always asked. */
  condition?: number
}

/** So many ways to merge the needs of the same items are kept; real conditions are few. */
const MOST_WAYS = 64

/** A bundle never changes, so what its items ask at most is found once. */
const asked = new WeakMap<Bundle, Map<string, Asked>>()

/** The needs of several items as one: each element once; asked strictly when any item asks strictly. */
export function mergeNeeds(bundle: Bundle, items: readonly ServiceItem[], facts: Facts): MergedNeeds {
  const { needs, conditions, merged } = askedBy(bundle, items)
  const held = conditions.map((condition) => holds(condition, facts))
  const way = held.join()
  const found = merged.get(way)
  if (found) return found
  const made = merge(needs.filter(({ condition }) => condition === undefined || held[condition]))
  if (merged.size >= MOST_WAYS) merged.clear()
  merged.set(way, made)
  return made
}

function merge(needs: readonly AskedNeed[]): MergedNeeds {
  const merged = new Map<string, { element: string; optional: boolean; items: string[] }>()
  for (const { item, element, optional } of needs) {
    const before = merged.get(element)
    if (before) {
      before.items.push(item)
      before.optional &&= optional
    } else merged.set(element, { element, optional, items: [item] })
  }
  return merged
}

/** Whether a page tells it and does not ask it: shown texts and what is computed. */
export function isTold(element: DataElement | undefined): boolean {
  return element?.type === 'shown' || element?.derive !== undefined
}

/** The items' needs without what another item produces or a page only tells. */
function askedBy(bundle: Bundle, items: readonly ServiceItem[]): Asked {
  let bySelection = asked.get(bundle)
  if (!bySelection) asked.set(bundle, (bySelection = new Map()))
  const selection = items.map(({ code }) => code).join()
  let found = bySelection.get(selection)
  if (!found) {
    const all = Object.values(bundle.items)
    const produced = new Set(all.flatMap((each) => (each.outputs ?? []).map((output) => output.element)))
    const conditions = new Map<string, Condition>()
    const needs = items.flatMap((item) =>
      item.needs
        .filter(({ element }) => !produced.has(element) && !isTold(bundle.elements[element]))
        .map(({ element, when, optional = false }): AskedNeed => {
          if (!when) return { item: item.code, element, optional }
          const words = JSON.stringify(when)
          conditions.set(words, when)
          return { item: item.code, element, optional, condition: [...conditions.keys()].indexOf(words) }
        }),
    )
    if (bySelection.size >= MOST_WAYS) bySelection.clear()
    bySelection.set(selection, (found = { needs, conditions: [...conditions.values()], merged: new Map() }))
  }
  return found
}
