import type { Bundle } from '../catalog/bundle.ts'
import type { ServiceItem } from '../catalog/documents.ts'
import { holds, type Facts } from '../rules/judge.ts'
import { fullestCase } from './fullest-case.ts'
import { foretold, knownElements } from './known.ts'
import { mergeNeeds } from './merged-needs.ts'
import { materialsOf, planOf, type Plan } from './plan.ts'

/** A figure with the items done one after another, and done as one. */
export interface Saving {
  before: number
  after: number
}

/** What doing a life event in one application saves, counted from the catalogue. */
export interface Savings {
  /** How many items were counted. */
  items: number
  forms: Saving
  /** Facts to fill in, and the questions about the situation. */
  facts: Saving
  /** Materials to hand in; those that may be left out do not count. */
  materials: Saving
  trips: Saving
  /** Working days promised. */
  days: Saving
}

/**
 * Counts the case in which most items are done and every look-up finds something. Before: each item by its own guide,
 * one after another. After: by the same functions that make the form.
 */
export function savingsOf(bundle: Bundle): Savings {
  const known = counted.get(bundle)
  if (known) return known
  const savings = countSavings(bundle)
  counted.set(bundle, savings)
  return savings
}

/** Bundles never change, so each is counted once. */
const counted = new WeakMap<Bundle, Savings>()

function countSavings(bundle: Bundle): Savings {
  const facts = fullestCase(bundle)
  const plan = planOf(bundle, facts)
  const { items } = plan
  const sum = (count: (item: ServiceItem) => number): number =>
    items.reduce((total, item) => total + count(item), 0)
  return {
    items: items.length,
    forms: { before: items.length, after: 1 },
    facts: {
      before: sum((item) => needsAlone(bundle, item, facts)),
      after: factsAsked(bundle, items, facts),
    },
    materials: {
      before: sum((item) => materialsAlone(bundle, item, facts)),
      after: materialsAsked(bundle, plan, facts),
    },
    trips: { before: sum((item) => item.trips.alone), after: sum((item) => item.trips.bundled) },
    days: { before: sum((item) => item.promisedDays), after: bundle.lifeEvent.promisedDays },
  }
}

function needsAlone(bundle: Bundle, item: ServiceItem, facts: Facts): number {
  return item.needs.filter(({ element, when }) => !bundle.elements[element]?.derive && holds(when, facts))
    .length
}

/** Questions about the situation, and what neither the account nor a look-up gives away. */
function factsAsked(bundle: Bundle, items: readonly ServiceItem[], facts: Facts): number {
  const shown = foretold(bundle)
  const questions = bundle.lifeEvent.situations.filter(
    ({ element, showWhen }) => holds(showWhen, facts) && !shown.has(element),
  )
  const known = knownElements(bundle, facts)
  const typed = [...mergeNeeds(bundle, items, facts).keys()].filter((element) => !known.has(element))
  return questions.length + typed.length
}

function materialsAlone(bundle: Bundle, item: ServiceItem, facts: Facts): number {
  const materials = item.materials.flatMap((code) => bundle.materials[code] ?? [])
  return materials.filter(({ when, optional }) => !optional && holds(when, facts)).length
}

function materialsAsked(bundle: Bundle, plan: Plan, facts: Facts): number {
  const resources = new Set(
    bundle.lifeEvent.lookups.filter(({ when }) => holds(when, facts)).map(({ resource }) => resource),
  )
  return materialsOf(bundle, plan, facts, { resources, certificates: new Set() }).filter(
    ({ state, material }) => state === 'upload' && !material.optional,
  ).length
}
