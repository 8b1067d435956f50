import { dayOf } from '#shared/calendar/day.ts'
import type { AfreshFact, DecisiveQuestion } from '#shared/cases/afresh.ts'
import type { CaseFact } from '#shared/cases/content.ts'
import { takeRow, type TakenRow } from '#shared/forms/take-row.ts'
import type { FactValue } from '#shared/rules/condition.ts'
import type { Ground, LookupAnswer } from '../exchange/index.ts'
import type { LoadedCase } from './load.ts'

/** A decisive question as it was put, on its ground. */
export type Asked = DecisiveQuestion & { ground: Ground }

/** Compares what a register answered with the facts of the case that it decides, by element. */
export function compareAfresh(
  { row: { content }, bundle }: LoadedCase,
  asked: Asked,
  answer: LookupAnswer | undefined,
  at: number,
): Record<string, AfreshFact> {
  const { plan, key, elements } = asked
  const failed = failureOf(asked, answer)
  const taken = (answer?.rows ?? []).map((row) => takeRow(bundle, plan, row, { at, today: dayOf(at) }))
  const rows = content.picked?.includes(key) ? meantBy(taken, asked, content.facts) : taken
  const of = (code: string): AfreshFact => {
    const said = { resource: plan.resource, at, value: null }
    const fact = content.facts[code]
    const found = failed ?? foundIn(rows, code)
    // A difference that is flagged already is read already.
    if (found.outcome === 'found')
      return agrees(fact, found.value)
        ? { ...said, outcome: 'same' }
        : { ...said, outcome: 'differs', value: found.value }
    // What was said by nobody but the person, or decided here, no register has to confirm.
    return fact?.source.kind === 'exchange' ? { ...said, ...found } : { ...said, outcome: 'same' }
  }
  return Object.fromEntries(elements.map((code) => [code, of(code)]))
}

type Failed = { outcome: 'silent' | 'withdrawn' | 'forbidden' }
type Found =
  | { outcome: 'found'; value: FactValue }
  | { outcome: 'unusable'; value: FactValue }
  | { outcome: 'gone' | 'several' }

function failureOf({ ground }: Asked, answer: LookupAnswer | undefined): Failed | undefined {
  if (!answer || answer.outcome === 'unavailable') return { outcome: 'silent' }
  if (answer.outcome !== 'refused') return undefined
  const isWithdrawn = ground.kind === 'consent' && answer.fault === 'no-consent'
  return { outcome: isWithdrawn ? 'withdrawn' : 'forbidden' }
}

/** What rows say about an element, if they all say the same. */
function foundIn(rows: readonly TakenRow[], code: string): Found {
  const found = rows.map((row) => foundInRow(row, code))
  const [first = { outcome: 'gone' as const }] = found
  return found.every((each) => isSame(each, first)) ? first : { outcome: 'several' }
}

function foundInRow({ knowns, unusable }: TakenRow, code: string): Found {
  const known = knowns[code]
  if (known) return { outcome: 'found', value: known.value }
  const bad = unusable[code]
  return bad ? { outcome: 'unusable', value: bad.value } : { outcome: 'gone' }
}

/**
 * Of several rows those that are the one which the applicant picked: it says most of what the case has of it. A row
 * that shares less is another one.
 */
function meantBy(
  rows: readonly TakenRow[],
  { plan }: Asked,
  facts: Readonly<Record<string, CaseFact>>,
): TakenRow[] {
  const given = Object.keys(plan.gives).filter((code) =>
    [facts[code]?.source, facts[code]?.differs?.source].some((source) => source?.resource === plan.resource),
  )
  const shared = rows.map(
    ({ knowns }) => given.filter((code) => agrees(facts[code], knowns[code]?.value)).length,
  )
  const most = Math.max(0, ...shared)
  return most * 2 > given.length ? rows.filter((_, i) => shared[i] === most) : []
}

/** Whether a value is what the case has, or what the register is known to say otherwise. */
function agrees(fact: CaseFact | undefined, value: FactValue | undefined): boolean {
  return value !== undefined && [fact?.value, fact?.differs?.value].some((each) => isSame(each, value))
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
