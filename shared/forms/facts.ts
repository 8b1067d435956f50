import type { Bundle } from '../catalog/bundle.ts'
import { daysBetween } from '../calendar/day.ts'
import { takeValue } from '../elements/value.ts'
import type { RawValue } from '../elements/value-type.ts'
import type { Fault } from '../problem.ts'
import type { FactValue } from '../rules/condition.ts'
import type { Fact, Facts } from '../rules/judge.ts'
import type { DraftContent, Known } from './draft.ts'

/** What a draft says about an element: what was typed, what the city knew, and what holds. */
export interface Answered {
  raw: RawValue
  value: FactValue | undefined
  fault: Fault | null
  known: Known | undefined
}

/** What was answered for an element. Locked knowns cannot be overridden. */
export function answered(
  bundle: Pick<Bundle, 'elements'>,
  content: DraftContent,
  code: string,
  today: string,
): Answered {
  const known = content.knowns[code]
  const element = bundle.elements[code]
  const raw = known?.locked ? undefined : content.answers[code]
  if (!element || raw === undefined) return { raw, value: known?.value, fault: null, known }
  const { value, fault } = takeValue(element, raw, false, { today })
  return { raw, value: fault ? undefined : value, fault, known }
}

/** What was answered for each element, worked out once. */
export type Answers = (code: string) => Answered

export function answersOf(bundle: Pick<Bundle, 'elements'>, content: DraftContent, today: string): Answers {
  const found = new Map<string, Answered>()
  return (code) => {
    let each = found.get(code)
    if (!each) found.set(code, (each = answered(bundle, content, code, today)))
    return each
  }
}

/**
 * The facts of a draft: valid answers first, then what the city knew, then what follows by computation.
 * @param today `YYYY-MM-DD`
 */
export function draftFacts(
  bundle: Pick<Bundle, 'elements'>,
  content: DraftContent,
  today: string,
  answers: Answers = answersOf(bundle, content, today),
): Facts {
  const found = new Map<string, Fact | undefined>()
  function factOf(code: string): Fact | undefined {
    if (found.has(code)) return found.get(code)
    const fact = computeFact(code)
    found.set(code, fact)
    return fact
  }
  function computeFact(code: string): Fact | undefined {
    const since = bundle.elements[code]?.derive?.daysSince
    if (since) return derived(factOf(since), today)
    const { raw, value, known } = answers(code)
    if (value === undefined) return undefined
    return raw === undefined && known
      ? { value, source: known.source }
      : { value, source: { kind: 'person' } }
  }
  return factOf
}

function derived(since: Fact | undefined, today: string): Fact | undefined {
  if (!since) return undefined
  return { value: daysBetween(String(since.value).slice(0, 10), today), source: { ...since.source } }
}
