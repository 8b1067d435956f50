import type { MoveTable } from '../work/move.ts'

/** Somebody says that a register's value is wrong, domain.md §11.6: dispatched, verified, corrected or explained. */
export const OBJECTION_MOVES = {
  kind: 'dataObjection',
  final: ['corrected', 'rejected'],
  turn: { new: ['exchange.govern'], verifying: ['exchange.provide'] },
  moves: {
    dispatch: { from: ['new'], to: 'verifying', by: ['exchange.govern'], clock: { start: 'verify' } },
    return: {
      from: ['verifying'],
      to: 'new',
      by: ['exchange.provide'],
      clock: { start: 'dispatch' },
      needsNote: true,
    },
    correct: { from: ['verifying'], to: 'corrected', by: ['exchange.provide'], clock: 'stop' },
    reject: {
      from: ['verifying'],
      to: 'rejected',
      by: ['exchange.provide'],
      clock: 'stop',
      needsNote: true,
    },
  },
} as const satisfies MoveTable
