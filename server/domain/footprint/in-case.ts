import { isReportOf } from '#shared/exchange/reported-value.ts'
import type { Act, Look } from '../act.ts'
import type { NoticedFact } from './applications.ts'
import { objectionsOf, type ObjectionRow } from './store/reports.ts'

/** An objection as a reviewer of a case must know of it. */
export interface CaseObjection {
  no: string
  element: string
  outcome: ObjectionRow['outcome']
  /** Files that were handed in with it. */
  evidence: string[]
}

/** A fact of a case that a register gave. */
export type GivenFact = Pick<NoticedFact, 'resource' | 'field' | 'element' | 'subject'>

/**
 * What the people of a case reported about values that a case rests on. The case keeps its facts and goes on with what the
 * person says and handed in; the reviewer sees that a value is disputed, or corrected since.
 */
export async function objectionsIn(
  { tx }: Pick<Act | Look, 'tx'>,
  people: readonly string[],
  facts: readonly GivenFact[],
): Promise<CaseObjection[]> {
  const lists = await Promise.all(people.filter(Boolean).map((person) => objectionsOf(tx, person)))
  const rows = lists.flat()
  return facts.flatMap((fact) =>
    rows
      .filter((row) => isReportOf(row, fact))
      .map(({ no, outcome, evidence }) => ({ no, element: fact.element, outcome, evidence })),
  )
}
