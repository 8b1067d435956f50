import type { Bundle } from '../catalog/bundle.ts'
import { itemOf } from '../catalog/bundle.ts'
import type { LookupPlan } from '../catalog/life-event.ts'
import { perItem } from '../catalog/per-item.ts'
import { sourcesOf } from '../elements/derive.ts'
import { paramsOf } from '../forms/lookups.ts'
import { elementsOf, type FactValue } from '../rules/condition.ts'
import { holds, type Facts } from '../rules/judge.ts'

/** What a register said about a decisive fact just before the decision. */
export interface AfreshFact {
  /**
   * `same`; another value; nothing registered any more; rows that say different things, and none is known to be meant;
   * a value that cannot be used; not asked, for the consent was withdrawn, or because it may not be asked (any more);
   * or the register did not answer.
   */
  outcome: 'same' | 'differs' | 'gone' | 'several' | 'unusable' | 'withdrawn' | 'forbidden' | 'silent'
  /** The value now, also one that cannot be used; null unless it differs. */
  value: FactValue | null
  resource: string
  at: number
}

/** A question to put once more before an item is decided, with the decisive elements it answers. */
export interface DecisiveQuestion {
  plan: LookupPlan
  /** Resource and place in the life event's list. */
  key: string
  params: Record<string, string>
  elements: string[]
}

/** The elements that decide an item: those named, or those of the rule that grants it. What is computed counts as its sources. */
export const decisiveElements = perItem((bundle, item): readonly string[] => {
  const { decisive, instant } = itemOf(bundle, item)
  const named = decisive ?? (instant ? elementsOf(instant.rule) : [])
  const sources = (code: string): string[] => {
    const derive = bundle.elements[code]?.derive
    return derive ? sourcesOf(derive).flatMap(sources) : [code]
  }
  return [...new Set(named.flatMap(sources))]
})

/** The questions that say again what decides an item, as far as the case holds it and what is asked with. */
export function decisiveQuestions(bundle: Bundle, item: string, facts: Facts): DecisiveQuestion[] {
  const decisive = decisiveElements(bundle, item).filter((code) => facts(code) !== undefined)
  return bundle.lifeEvent.lookups.flatMap((plan, place): DecisiveQuestion[] => {
    const elements = decisive.filter((code) => code in plan.gives)
    if (elements.length === 0 || !holds(plan.when, facts)) return []
    const params = paramsOf(plan, facts)
    if (!params) return []
    return [{ plan, key: `${plan.resource}#${place}`, params, elements }]
  })
}
