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
 * What a move does to the clock. `start` sets a new clock with its name; the days come from the module's data.
 * `extend` gives the running one more days. `stop` keeps the due day, so that it can be told whether it was met;
 * `clear` takes the clock away.
 */
export type ClockEffect = { start: string } | 'pause' | 'resume' | 'extend' | 'stop' | 'clear'

export interface Move {
  from: readonly string[]
  to: string
  by: readonly Doer[]
  /** Separation of duty: not by whoever made one of these moves on the same item. */
  notBy?: readonly string[]
  /** At most once on the same item. */
  once?: true
  clock?: ClockEffect
  /** The words that must be given to the person it belongs to. */
  needsNote?: boolean
  /** What else must hold, by name; the item's module judges it from its data. */
  must?: string
  /** The kind of formal document that the move produces. */
  document?: string
}

export interface MoveTable {
  kind: WorkKind
  /** States in which nothing more is to do. */
  final: readonly string[]
  /** Whose turn it is, by state: staff with one of these rights find it in their inbox. Other states wait for somebody else. */
  turn: Readonly<Record<string, readonly Right[]>>
  /** States in which the items of a parent are worked on together, on one page: in the inbox they are one line. */
  together?: readonly string[]
  /** Moves whose number is kept by day, so that the city's figures need not be counted. */
  tallied?: readonly string[]
  moves: Readonly<Record<string, Move>>
}
