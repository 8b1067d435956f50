import type { MoveTable } from '../work/move.ts'

/**
 * A case item, domain.md §2.6: received on sending (its clock: five working days to accept, 行政许可法 §32), then
 * accepted and decided under the promised days. What still needs another item waits without a clock. After granting,
 * the outputs are fetched and the certificate is issued; what cannot be issued is held for the department to see.
 * Special procedures and publicity stop the clock (行政许可法 §45); what was promised for later and never came lapses.
 */
export const CASE_ITEM_MOVES = {
  kind: 'caseItem',
  final: ['granted', 'denied', 'refused', 'withdrawn', 'cancelled', 'lapsed'],
  moves: {
    ask: { from: ['received'], to: 'correcting', by: ['cases.accept'], clock: 'pause', needsNote: true },
    correct: { from: ['correcting'], to: 'received', by: ['owner'], clock: 'resume' },
    accept: {
      from: ['received'],
      to: 'reviewing',
      by: ['cases.accept', 'system'],
      clock: { start: 'promised' },
    },
    acceptWaiting: { from: ['received'], to: 'waiting', by: ['cases.accept', 'system'], clock: 'clear' },
    refuse: { from: ['received'], to: 'refused', by: ['cases.accept'], clock: 'stop', needsNote: true },
    release: { from: ['waiting'], to: 'reviewing', by: ['system'], clock: { start: 'promised' } },
    startProcedure: {
      from: ['reviewing'],
      to: 'special',
      by: ['cases.decide'],
      notBy: 'accept',
      clock: 'pause',
      needsNote: true,
    },
    endProcedure: { from: ['special'], to: 'reviewing', by: ['cases.decide'], clock: 'resume' },
    publicise: {
      from: ['reviewing'],
      to: 'publicising',
      by: ['cases.decide', 'system'],
      notBy: 'accept',
      clock: 'pause',
    },
    endPublicity: { from: ['publicising'], to: 'reviewing', by: ['system'], clock: 'resume' },
    lapse: {
      from: ['reviewing', 'waiting', 'special'],
      to: 'lapsed',
      by: ['system'],
      clock: 'stop',
      needsNote: true,
    },
    cancel: { from: ['waiting', 'received', 'correcting'], to: 'cancelled', by: ['system'], clock: 'stop' },
    grant: {
      from: ['reviewing'],
      to: 'deciding',
      by: ['cases.decide', 'system'],
      notBy: 'accept',
      clock: 'stop',
    },
    complete: { from: ['deciding'], to: 'granted', by: ['system'] },
    hold: { from: ['deciding'], to: 'held', by: ['system'], needsNote: true },
    retry: { from: ['held'], to: 'deciding', by: ['cases.decide'] },
    deny: {
      from: ['reviewing'],
      to: 'denied',
      by: ['cases.decide'],
      notBy: 'accept',
      clock: 'stop',
      needsNote: true,
    },
    withdraw: {
      from: ['received', 'correcting', 'waiting', 'reviewing', 'special', 'publicising'],
      to: 'withdrawn',
      by: ['owner'],
      clock: 'stop',
    },
  },
} as const satisfies MoveTable
