/**
 * What is done to a work item that is no move: who has it on their desk, to whom it was handed on, what was ordered.
 * Kept as events beside the moves; only the desk reads them.
 */
export const WORK_ACTS = ['claim', 'putBack', 'assign', 'handOn', 'order', 'answerOrder'] as const

export type WorkAct = (typeof WORK_ACTS)[number]

export function isWorkAct(name: string): name is WorkAct {
  return (WORK_ACTS as readonly string[]).includes(name)
}
