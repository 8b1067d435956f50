/** One row of a repeating group or a table: values by the codes of its fields. */
export type FactRow = Readonly<Record<string, string | number | boolean>>

/** A value a fact can have. Lists are what multiple choice gives, rows what groups and tables give. */
export type FactValue = string | number | boolean | readonly string[] | readonly FactRow[]

/** What every leaf carries: the element it asks about, and the clause it comes from. */
interface Leaf {
  element: string
  /** The clause of the document this condition was taken from, for the explanation. */
  clause?: { zh: string; en: string }
}

/** Another element whose fact is compared with; a comparison with a fact that is missing is unknown. */
export interface OtherElement {
  element: string
}

/**
 * The one rule language: a small tagged tree over data elements. It decides what a form shows, which items and
 * materials apply, what is approved instantly, where a ticket is routed and which policy matches.
 * `before` and `after` compare days and moments (ISO text) strictly; `has` asks whether a list contains a value;
 * `every` and `some` judge a rule over the rows of a group, whose fields hide facts of the same name.
 */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | (Leaf & { is: string | number | boolean | OtherElement })
  | (Leaf & { in: (string | number)[] })
  | (Leaf & { atLeast: number | OtherElement })
  | (Leaf & { atMost: number | OtherElement })
  | (Leaf & { before: string | OtherElement })
  | (Leaf & { after: string | OtherElement })
  | (Leaf & { has: string })
  | (Leaf & { startsWith: string })
  | (Leaf & { exists: boolean })
  | (Leaf & { every: Condition })
  | (Leaf & { some: Condition })

export type LeafCondition = Extract<Condition, { element: string }>

/** Every element a condition asks about. */
export function elementsOf(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(elementsOf)
  if ('any' in condition) return condition.any.flatMap(elementsOf)
  if ('not' in condition) return elementsOf(condition.not)
  if ('every' in condition) return [condition.element, ...elementsOf(condition.every)]
  if ('some' in condition) return [condition.element, ...elementsOf(condition.some)]
  const other = otherOf(condition)
  return other === undefined ? [condition.element] : [condition.element, other]
}

/** The other element a leaf compares its own with, if it does. */
export function otherOf(leaf: LeafCondition): string | undefined {
  const operand = operandOf(leaf)
  return typeof operand === 'object' ? operand.element : undefined
}

/** What a comparing leaf compares with: a literal or another element. */
export function operandOf(leaf: LeafCondition): string | number | boolean | OtherElement | undefined {
  if ('is' in leaf) return leaf.is
  if ('atLeast' in leaf) return leaf.atLeast
  if ('atMost' in leaf) return leaf.atMost
  if ('before' in leaf) return leaf.before
  return 'after' in leaf ? leaf.after : undefined
}

/** Whether a value is rows of a group or a table. An empty list is both: no choices and no rows. */
export function isRows(value: FactValue | undefined): value is readonly FactRow[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'object')
}
