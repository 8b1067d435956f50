import {
  isRows,
  otherOf,
  type Condition,
  type FactRow,
  type FactValue,
  type LeafCondition,
} from './condition.ts'

/** Three values: a missing fact makes a condition unknown, never false. */
export type Verdict = 'yes' | 'no' | 'unknown'

/** Where a fact came from: the person, their account, an earlier application of theirs, a resource of the exchange, or a computation. */
export interface Provenance {
  kind: 'person' | 'account' | 'earlier' | 'wallet' | 'exchange' | 'derived' | 'decision'
  /** Code of the resource, for `exchange`. */
  resource?: string
  /** Code of the type, for `wallet`. */
  certificate?: string
  /** When the source said it, epoch milliseconds. */
  at?: number
  /** It follows from what that source said, by an inference of the life event. */
  inferred?: true
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
  /** For a leaf that compares with another element: that element's fact. */
  other?: Fact
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
  const compared = otherOf(condition)
  const other = compared === undefined ? undefined : facts(compared)
  const verdict = judgeLeaf(condition, fact?.value, other?.value, facts)
  return { verdict, leaf: condition, ...(fact && { fact }), ...(other && { other }) }
}

/** The verdict of `judge` alone: nothing is made for it, and nothing is looked at that cannot change it. */
export function verdictOf(condition: Condition, facts: Facts): Verdict {
  if ('all' in condition) return verdictOfAll(condition.all, facts, 'no')
  if ('any' in condition) return verdictOfAll(condition.any, facts, 'yes')
  if ('not' in condition) return opposite(verdictOf(condition.not, facts))
  const compared = otherOf(condition)
  const other = compared === undefined ? undefined : facts(compared)
  return judgeLeaf(condition, facts(condition.element)?.value, other?.value, facts)
}

/** Whether a condition holds for certain. An absent condition holds. */
export function holds(condition: Condition | undefined, facts: Facts): boolean {
  return condition === undefined || verdictOf(condition, facts) === 'yes'
}

/** Whether a condition may still hold: it is not refuted by what is known so far. */
export function mayHold(condition: Condition | undefined, facts: Facts): boolean {
  return condition === undefined || verdictOf(condition, facts) !== 'no'
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
  const verdict = combined(
    kind,
    parts.map((part) => part.verdict),
  )
  return { verdict, combine: kind, parts }
}

/** @param decisive the verdict of one part that is the verdict of all together */
function verdictOfAll(conditions: readonly Condition[], facts: Facts, decisive: 'yes' | 'no'): Verdict {
  let verdict = opposite(decisive)
  for (const condition of conditions) {
    const part = verdictOf(condition, facts)
    if (part === decisive) return part
    if (part === 'unknown') verdict = part
  }
  return verdict
}

function combined(kind: 'all' | 'any', verdicts: readonly Verdict[]): Verdict {
  const decisive = kind === 'all' ? 'no' : 'yes'
  if (verdicts.includes(decisive)) return decisive
  return verdicts.includes('unknown') ? 'unknown' : opposite(decisive)
}

function opposite(verdict: Verdict): Verdict {
  return verdict === 'yes' ? 'no' : verdict === 'no' ? 'yes' : 'unknown'
}

function judgeLeaf(
  condition: LeafCondition,
  value: FactValue | undefined,
  other: FactValue | undefined,
  facts: Facts,
): Verdict {
  if ('exists' in condition) return toVerdict((value !== undefined) === condition.exists)
  if (value === undefined) return 'unknown'
  if ('every' in condition) return judgeRows('all', condition.every, value, facts)
  if ('some' in condition) return judgeRows('any', condition.some, value, facts)
  if (other === undefined && otherOf(condition) !== undefined) return 'unknown'
  return toVerdict(leafHolds(condition, value, other))
}

/** Judges a rule for each row of a group; in its rule the row's fields come first, then the other facts. */
function judgeRows(kind: 'all' | 'any', rule: Condition, value: FactValue, facts: Facts): Verdict {
  if (!isRows(value)) return 'no'
  return combined(
    kind,
    value.map((row) => verdictOf(rule, (element) => factOfRow(row, element) ?? facts(element))),
  )
}

function factOfRow(row: FactRow, element: string): Fact | undefined {
  const value = row[element]
  return value === undefined ? undefined : { value, source: { kind: 'person' } }
}

type Comparing = Exclude<LeafCondition, { exists: boolean } | { every: Condition } | { some: Condition }>

function leafHolds(condition: Comparing, value: FactValue, other: FactValue | undefined): boolean {
  if ('is' in condition) return value === (other ?? condition.is)
  if ('in' in condition) return condition.in.some((each) => each === value)
  if ('atLeast' in condition) return Number(value) >= Number(other ?? condition.atLeast)
  if ('atMost' in condition) return Number(value) <= Number(other ?? condition.atMost)
  if ('before' in condition) return String(value) < String(other ?? condition.before)
  if ('after' in condition) return String(value) > String(other ?? condition.after)
  if ('startsWith' in condition) return String(value).startsWith(condition.startsWith)
  return Array.isArray(value) && value.includes(condition.has)
}

function toVerdict(holdsTrue: boolean): Verdict {
  return holdsTrue ? 'yes' : 'no'
}
