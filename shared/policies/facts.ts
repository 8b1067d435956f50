import type { LookupPlan } from '../catalog/documents.ts'
import { takeKnown } from '../elements/value.ts'
import type { ElementOf } from '../guides/say-condition.ts'
import type { LookupOutcome } from '../exchange/outcome.ts'
import type { FactValue } from '../rules/condition.ts'
import type { Fact, Facts } from '../rules/judge.ts'

/** What a resource answered to one look-up. */
export interface ResourceAnswer {
  resource: string
  outcome: LookupOutcome
  rows: Record<string, FactValue>[]
  at: number
}

/** What the registers say about an enterprise, and why something is not known. */
export interface EnterpriseFacts {
  facts: Facts
  /** How the look-up ended that should have given an element; undefined when none gives it. */
  askedOf(element: string): { resource: string; outcome: ResourceAnswer['outcome'] } | undefined
}

/**
 * Facts from answers, each with the resource that said it. Values are judged as they arrive: what does not fit its
 * element is not known, never a guess.
 * @param answers one for each plan, in the same order
 * @param today `YYYY-MM-DD`
 */
export function enterpriseFacts(
  plans: readonly LookupPlan[],
  answers: readonly ResourceAnswer[],
  elementOf: ElementOf,
  today: string,
): EnterpriseFacts {
  const known = new Map<string, Fact>()
  const asked = new Map<string, { resource: string; outcome: ResourceAnswer['outcome'] }>()
  plans.forEach((plan, place) => {
    const answer = answers[place]
    if (!answer) return
    for (const [code, field] of Object.entries(plan.gives)) {
      asked.set(code, { resource: answer.resource, outcome: answer.outcome })
      const given = answer.outcome === 'found' ? answer.rows[0]?.[field] : undefined
      if (given === undefined) continue
      const { value, fault } = takeKnown(elementOf(code), given, { today })
      if (fault || value === undefined) continue
      known.set(code, { value, source: { kind: 'exchange', resource: answer.resource, at: answer.at } })
    }
  })
  return { facts: (element) => known.get(element), askedOf: (element) => asked.get(element) }
}
