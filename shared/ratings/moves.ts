import type { MoveTable } from '../work/move.ts'

/** Putting a bad rating right, domain.md §4.5: contact the rater, put right, answer; the rater sees the answer. */
export const RECTIFICATION_MOVES = {
  kind: 'rectification',
  final: ['closed'],
  turn: { opened: ['rectifications.handle'], fixing: ['rectifications.handle'] },
  moves: {
    contact: { from: ['opened'], to: 'fixing', by: ['rectifications.handle'], clock: { start: 'fix' } },
    answer: {
      from: ['fixing'],
      to: 'answered',
      by: ['rectifications.handle'],
      clock: { start: 'acknowledge' },
      needsNote: true,
    },
    acknowledge: { from: ['answered'], to: 'closed', by: ['owner', 'system'], clock: 'stop' },
  },
} as const satisfies MoveTable
