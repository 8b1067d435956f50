import type { MoveTable } from '../work/move.ts'

/**
 * A hotline ticket, domain.md §5.5: dispatched, signed for, replied to, called back about, closed or done again. What
 * nobody has signed for can be dispatched anew.
 */
export const TICKET_MOVES = {
  kind: 'ticket',
  final: ['closed', 'declined'],
  turn: {
    filed: ['tickets.dispatch'],
    returned: ['tickets.dispatch'],
    dispatched: ['tickets.handle', 'tickets.dispatch'],
    handling: ['tickets.handle'],
    replied: ['tickets.callback'],
  },
  tallied: ['close', 'rework'],
  moves: {
    decline: { from: ['filed'], to: 'declined', by: ['tickets.dispatch'], clock: 'stop', needsNote: true },
    dispatch: {
      from: ['filed', 'returned', 'dispatched'],
      to: 'dispatched',
      by: ['tickets.dispatch'],
      clock: { start: 'sign' },
    },
    sign: { from: ['dispatched'], to: 'handling', by: ['tickets.handle'], clock: { start: 'handle' } },
    return: {
      from: ['dispatched'],
      to: 'returned',
      by: ['tickets.handle'],
      clock: { start: 'dispatch' },
      needsNote: true,
    },
    reply: {
      from: ['handling'],
      to: 'replied',
      by: ['tickets.handle'],
      clock: { start: 'callBack' },
      needsNote: true,
    },
    close: { from: ['replied'], to: 'closed', by: ['owner', 'tickets.callback'], clock: 'stop' },
    rework: {
      from: ['replied'],
      to: 'handling',
      by: ['owner', 'tickets.callback'],
      clock: { start: 'rework' },
    },
  },
} as const satisfies MoveTable
