import type { Bundle } from '../catalog/bundle.ts'
import type { Inference } from '../catalog/life-event.ts'
import { elementsOf, type FactValue } from '../rules/condition.ts'
import { holds, type Facts, type Provenance } from '../rules/judge.ts'
import type { Known } from './draft.ts'

/**
 * The answers that follow from what is known, by the life event's inferences; nothing for what is known already. What
 * follows from a register's answer has that register as its source, and goes when the answer goes.
 */
export function inferKnowns({ lifeEvent }: Pick<Bundle, 'lifeEvent'>, facts: Facts): Record<string, Known> {
  const inferred: Record<string, Known> = {}
  for (const { element, cases } of lifeEvent.infers ?? []) {
    if (facts(element)) continue
    const found = cases.find(({ when }) => holds(when, facts))
    const value = found && valueOf(found.value, facts)
    if (found && value !== undefined)
      inferred[element] = { value, source: sourceOf(found, facts), locked: false }
  }
  return inferred
}

function valueOf(
  value: string | number | boolean | { element: string },
  facts: Facts,
): FactValue | undefined {
  return typeof value === 'object' ? facts(value.element)?.value : value
}

/** The weakest of the sources it rests on: a register may be asked again, an account stands. */
function sourceOf({ when, value }: Inference['cases'][number], facts: Facts): Provenance {
  const copied = typeof value === 'object' ? [value.element] : []
  const sources = [...elementsOf(when), ...copied].flatMap((code) => facts(code)?.source ?? [])
  const ofKind = (kind: Provenance['kind']) => sources.find((source) => source.kind === kind)
  return ofKind('exchange') ?? ofKind('account') ?? { kind: 'derived' }
}
