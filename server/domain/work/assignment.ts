import { MOVE_TABLES } from '#shared/work/tables.ts'
import type { AssignmentMode, AssignmentRules } from '#shared/work/assignment.ts'
import type { Act } from '../act.ts'
import { enqueue } from '../jobs/index.ts'
import type { WorkRow } from './store.ts'

let rules: AssignmentRules = { idleHours: 24, units: [] }
let modes = new Map<string, AssignmentMode>()

/** Gives the process the rules by which work finds somebody. */
export function useAssignment(given: AssignmentRules): void {
  rules = given
  modes = new Map(given.units.map(({ unit, mode }) => [unit, mode]))
}

/** How a department's work finds somebody. */
export function assignmentMode(unit: string): AssignmentMode {
  return modes.get(unit) ?? 'none'
}

/** After so many hours of working days what somebody took is free again. */
export function idleHours(): number {
  return rules.idleHours
}

/** What is a department's turn now and on nobody's desk will be given to somebody, where the rules say so. */
export async function askForSomebody(act: Act, ...items: WorkRow[]): Promise<void> {
  const waiting = items.filter(
    ({ kind, state, unit, assignee, closedAt }) =>
      assignee === '' &&
      closedAt === 0 &&
      assignmentMode(unit) !== 'none' &&
      MOVE_TABLES[kind].turn[state] !== undefined,
  )
  if (waiting.length === 0) return
  await enqueue(
    act,
    ...waiting.map(({ id, version }) => ({
      kind: 'work.assign',
      key: `${id}:${version}`,
      payload: { workId: id },
    })),
  )
}
