import type { MoveTable } from '../work/move.ts'

/**
 * A department's application for fields of a resource, domain.md §11.4: the data office looks through it; what is
 * shared under conditions is then answered by the provider.
 */
export const SUBSCRIPTION_MOVES = {
  kind: 'subscription',
  final: ['approved', 'rejected', 'withdrawn'],
  turn: { applied: ['exchange.govern'], 'provider-review': ['exchange.provide'] },
  moves: {
    approve: { from: ['applied'], to: 'approved', by: ['exchange.govern'], clock: 'stop' },
    forward: {
      from: ['applied'],
      to: 'provider-review',
      by: ['exchange.govern'],
      clock: { start: 'provider' },
    },
    reject: {
      from: ['applied'],
      to: 'rejected',
      by: ['exchange.govern'],
      clock: 'stop',
      needsNote: true,
    },
    agree: {
      from: ['provider-review'],
      to: 'approved',
      by: ['exchange.provide'],
      notBy: ['forward'],
      clock: 'stop',
    },
    decline: {
      from: ['provider-review'],
      to: 'rejected',
      by: ['exchange.provide'],
      notBy: ['forward'],
      clock: 'stop',
      needsNote: true,
    },
    withdraw: { from: ['applied', 'provider-review'], to: 'withdrawn', by: ['system'], clock: 'stop' },
  },
} as const satisfies MoveTable
