import type { Bundle } from '../catalog/bundle.ts'
import type { Inference } from '../catalog/life-event.ts'
import { elementsOf, type FactValue } from '../rules/condition.ts'
import { holds, type Facts, type Provenance } from '../rules/judge.ts'
import type { DraftContent, Known } from './draft.ts'
import { draftFacts } from './facts.ts'

/** The answers that follow from what is known, by the life event's inferences; nothing for what is known already. */
function inferKnowns(
  { lifeEvent }: Pick<Bundle, 'lifeEvent'>,
  facts: Facts,
  isKnown: (code: string) => boolean,
): Record<string, Known> {
  const inferred: Record<string, Known> = {}
  const withInferred: Facts = (code) => facts(code) ?? inferred[code]
  // One may follow from another, in whatever order they stand.
  for (let before = -1; Object.keys(inferred).length > before;) {
    before = Object.keys(inferred).length
    for (const { element, cases } of lifeEvent.infers ?? []) {
      if (isKnown(element) || inferred[element]) continue
      const found = cases.find(({ when }) => holds(when, withInferred))
      const value = found && valueOf(found.value, withInferred)
      if (found && value !== undefined)
        inferred[element] = { value, source: sourceOf(found, withInferred), locked: false }
    }
  }
  return inferred
}

/**
 * Forgets what was inferred and infers it anew from what is known and answered now. What follows from a register's
 * answer has that register as its source, and goes when the answer goes.
 */
export function inferAnew(
  bundle: Pick<Bundle, 'lifeEvent' | 'elements'>,
  content: DraftContent,
  today: string,
): void {
  const known = Object.entries(content.knowns).filter(([, { source }]) => !source.inferred)
  content.knowns = Object.fromEntries(known)
  const facts = draftFacts(bundle, content, today)
  // What the answers to its questions were expected to be stays beside them, for whoever reads both.
  const questions = new Set(bundle.lifeEvent.situations.map(({ element }) => element))
  const isKnown = (code: string) => (questions.has(code) ? code in content.knowns : facts(code) !== undefined)
  content.knowns = { ...content.knowns, ...inferKnowns(bundle, facts, isKnown) }
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
  return { ...(ofKind('exchange') ?? ofKind('account') ?? { kind: 'derived' as const }), inferred: true }
}
