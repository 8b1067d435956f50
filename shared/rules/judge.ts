import type { Condition, FactValue, LeafCondition } from './condition.ts'

/** Three values: a missing fact makes a condition unknown, never false. */
export type Verdict = 'yes' | 'no' | 'unknown'

/** Where a fact came from: the person, their account, a resource of the exchange, or a computation. */
export interface Provenance {
  kind: 'person' | 'account' | 'exchange' | 'derived' | 'decision'
  /** Code of the resource, for `exchange`. */
  resource?: string
  /** When the source said it, epoch milliseconds. */
  at?: number
}

export interface Fact {
  value: FactValue
  source: Provenance
}

/** Looks a fact up by the code of its element. */
export type Facts = (element: string) => Fact | undefined

/** The explanation: the same shape as the condition, with verdicts, facts and their sources. */
export interface Judgement {
  verdict: Verdict
  /** For a leaf: the condition itself and the fact it was judged on. */
  leaf?: LeafCondition
  fact?: Fact
  /** For a branch: how it combines its parts. */
  combine?: 'all' | 'any' | 'not'
  parts?: Judgement[]
}

/** Judges a condition in three values (Kleene's logic) and explains the verdict. */
export function judge(condition: Condition, facts: Facts): Judgement {
  if ('all' in condition) return combine('all', condition.all, facts)
  if ('any' in condition) return combine('any', condition.any, facts)
  if ('not' in condition) {
    const part = judge(condition.not, facts)
    return { verdict: opposite(part.verdict), combine: 'not', parts: [part] }
  }
  const fact = facts(condition.element)
  return { verdict: judgeLeaf(condition, fact?.value), leaf: condition, ...(fact && { fact }) }
}

/** Whether a condition holds for certain. An absent condition holds. */
export function holds(condition: Condition | undefined, facts: Facts): boolean {
  return condition === undefined || judge(condition, facts).verdict === 'yes'
}

/** Whether a condition may still hold: it is not refuted by what is known so far. */
export function mayHold(condition: Condition | undefined, facts: Facts): boolean {
  return condition === undefined || judge(condition, facts).verdict !== 'no'
}

/** The leaves of a judgement, for lists such as "which conditions are met, which are missing". */
export function leavesOf(judgement: Judgement): Judgement[] {
  return judgement.parts ? judgement.parts.flatMap(leavesOf) : [judgement]
}

/** Facts from a plain record, all from one source. */
export function factsFrom(record: Record<string, FactValue>, source: Provenance): Facts {
  return (element) => {
    const value = record[element]
    return value === undefined ? undefined : { value, source }
  }
}

function combine(kind: 'all' | 'any', conditions: Condition[], facts: Facts): Judgement {
  const parts = conditions.map((part) => judge(part, facts))
  const decisive = kind === 'all' ? 'no' : 'yes'
  const verdicts = parts.map((part) => part.verdict)
  const verdict = verdicts.includes(decisive)
    ? decisive
    : verdicts.includes('unknown')
      ? 'unknown'
      : opposite(decisive)
  return { verdict, combine: kind, parts }
}

function opposite(verdict: Verdict): Verdict {
  return verdict === 'yes' ? 'no' : verdict === 'no' ? 'yes' : 'unknown'
}

function judgeLeaf(condition: LeafCondition, value: FactValue | undefined): Verdict {
  if ('exists' in condition) return toVerdict((value !== undefined) === condition.exists)
  if (value === undefined) return 'unknown'
  return toVerdict(leafHolds(condition, value))
}

function leafHolds(condition: Exclude<LeafCondition, { exists: boolean }>, value: FactValue): boolean {
  if ('is' in condition) return value === condition.is
  if ('in' in condition) return (condition.in as FactValue[]).includes(value)
  if ('atLeast' in condition) return Number(value) >= condition.atLeast
  if ('atMost' in condition) return Number(value) <= condition.atMost
  if ('before' in condition) return String(value) < condition.before
  if ('after' in condition) return String(value) > condition.after
  if ('startsWith' in condition) return String(value).startsWith(condition.startsWith)
  return Array.isArray(value) && value.includes(condition.has)
}

function toVerdict(holdsTrue: boolean): Verdict {
  return holdsTrue ? 'yes' : 'no'
}
