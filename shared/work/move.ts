import type { Right } from '../access/rights.ts'

/** Everything that moves through a table of moves on the one work engine. */
export const WORK_KINDS = [
  'caseItem',
  'ticket',
  'rectification',
  'subscription',
  'dataObjection',
  'lookupQuestion',
] as const

export type WorkKind = (typeof WORK_KINDS)[number]

/** Who may make a move: the person it belongs to, the product itself, or staff with a right in its unit. */
export type Doer = 'owner' | 'system' | Right

/**
 * What a move does to the clock. `start` sets a new clock with its name; the days come from the module's data. `stop`
 * keeps the due day, so that it can be told whether it was met; `clear` takes the clock away.
 */
export type ClockEffect = { start: string } | 'pause' | 'resume' | 'stop' | 'clear'

export interface Move {
  from: readonly string[]
  to: string
  by: readonly Doer[]
  /** Separation of duty: not by whoever made this move on the same item. */
  notBy?: string
  clock?: ClockEffect
  /** The words that must be given to the person it belongs to. */
  needsNote?: boolean
}

export interface MoveTable {
  kind: WorkKind
  /** States in which nothing more is to do. */
  final: readonly string[]
  moves: Readonly<Record<string, Move>>
}
