/**
 * How work finds somebody: by hand (`none`), to whoever has least on their desk (`load`), or to one after the other
 * (`turn`).
 */
export const ASSIGNMENT_MODES = ['none', 'load', 'turn'] as const

export type AssignmentMode = (typeof ASSIGNMENT_MODES)[number]

/** Who gets what comes to a department, `db/city/assignment.json`. */
export interface AssignmentRules {
  /** After so many hours of working days without anything happening, what somebody took is free again. */
  idleHours: number
  /** Departments that are not named take work by hand. */
  units: readonly { unit: string; mode: AssignmentMode }[]
}

/** Somebody who could take a piece of work. */
export interface Candidate {
  id: string
  /** How much they have on their desk. */
  load: number
  /** Whether they had this piece of work before. */
  knowsIt: boolean
}

/**
 * Whoever gets a piece of work: somebody who had it before, else by the department's rule; the first in order of ids
 * among equals.
 * @param last who got the department's last one
 */
export function chosenOf(
  mode: AssignmentMode,
  candidates: readonly Candidate[],
  last: string,
): string | undefined {
  if (mode === 'none') return undefined
  const inOrder = [...candidates].sort((a, b) => (a.id < b.id ? -1 : 1))
  const known = inOrder.filter(({ knowsIt }) => knowsIt)
  const among = known.length > 0 ? known : inOrder
  if (mode === 'turn') return (among.find(({ id }) => id > last) ?? among[0])?.id
  return [...among].sort((a, b) => a.load - b.load)[0]?.id
}
