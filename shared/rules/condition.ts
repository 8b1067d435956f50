/** A value a fact can have. Lists are what multiple choice and repeated facts give. */
export type FactValue = string | number | boolean | readonly string[]

/** What every leaf carries: the element it asks about, and the clause it comes from. */
interface Leaf {
  element: string
  /** The clause of the document this condition was taken from, for the explanation. */
  clause?: { zh: string; en: string }
}

/**
 * The one rule language: a small tagged tree over data elements. It decides what a form shows, which items and
 * materials apply, what is approved instantly, where a ticket is routed and which policy matches.
 * `before` and `after` compare days and moments (ISO text) strictly; `has` asks whether a list contains a value.
 */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | (Leaf & { is: string | number | boolean })
  | (Leaf & { in: (string | number)[] })
  | (Leaf & { atLeast: number })
  | (Leaf & { atMost: number })
  | (Leaf & { before: string })
  | (Leaf & { after: string })
  | (Leaf & { has: string })
  | (Leaf & { startsWith: string })
  | (Leaf & { exists: boolean })

export type LeafCondition = Extract<Condition, { element: string }>

/** Every element a condition asks about. */
export function elementsOf(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(elementsOf)
  if ('any' in condition) return condition.any.flatMap(elementsOf)
  if ('not' in condition) return elementsOf(condition.not)
  return [condition.element]
}
