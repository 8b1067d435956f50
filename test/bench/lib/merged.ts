import type { Bundle } from '../../../shared/catalog/bundle.ts'
import { fullestCase } from '../../../shared/forms/fullest-case.ts'
import { mergeNeeds } from '../../../shared/forms/merged-needs.ts'
import { materialsOf, planOf } from '../../../shared/forms/plan.ts'
import { holds } from '../../../shared/rules/judge.ts'

/** How many facts the items of the fullest case ask together, each once, with the questions of the situation. */
export function factsMerged(bundle: Bundle): number {
  const facts = fullestCase(bundle)
  const questions = bundle.lifeEvent.situations.filter(({ showWhen }) => holds(showWhen, facts))
  const elements = new Set([
    ...questions.map(({ element }) => element),
    ...mergeNeeds(bundle, planOf(bundle, facts).items, facts).keys(),
  ])
  return elements.size
}

/** How many materials they want together, each once, when nothing is known. */
export function materialsMerged(bundle: Bundle): number {
  const facts = fullestCase(bundle)
  const nothing = { resources: new Set<string>(), certificates: new Set<string>() }
  return materialsOf(bundle, planOf(bundle, facts), facts, nothing).filter(
    ({ state, material }) => state === 'upload' && !material.optional,
  ).length
}
