import type { MoveTable } from '../work/move.ts'

/** Somebody asks why their facts were looked at: the department that looked, or the data office, answers. */
export const QUESTION_MOVES = {
  kind: 'lookupQuestion',
  final: ['answered'],
  turn: { asked: ['exchange.answer', 'exchange.govern'] },
  moves: {
    answer: {
      from: ['asked'],
      to: 'answered',
      by: ['exchange.answer', 'exchange.govern'],
      clock: 'stop',
      needsNote: true,
    },
  },
} as const satisfies MoveTable
