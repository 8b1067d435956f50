import type { Share } from '../insight/figures.ts'
import type { Freshness } from './freshness.ts'

/** How far back the board looks. */
export const BOARD_PERIODS = ['today', 'week', 'month'] as const

export type BoardPeriod = (typeof BOARD_PERIODS)[number]

/** Calls together. Times in milliseconds; null without calls. */
export interface CallFigures {
  calls: number
  /** Those that were answered, also by "not found", of those that were made. */
  success: Share
  /** Half of them took at most so long, and 95 of 100. */
  p50: number | null
  p95: number | null
  /** Answered from what was kept of an earlier call, of all. */
  cached: Share
}

/** Calls of an hour or a day. What was neither answered nor failed was refused, or not made after all. */
export interface CallStretch {
  label: string
  calls: number
  answered: number
  failed: number
}

/** How a resource does. */
export interface ResourceFigures extends CallFigures {
  code: string
  name: string
  provider: string
  /** `open`: it failed so often that it is left alone for a while; `trial`: one call tries whether it is back. */
  breaker: 'closed' | 'open' | 'trial'
  /** When its provider last changed it, as it says itself; 0 when it does not. */
  updatedAt: number
  freshness: Freshness
  /** Non-empty of what must be filled, and within the rules of what is not empty, domain.md §11.7. */
  complete: Share
  accurate: Share
}

/** A department, or another system by its name, and how much it asked. */
export interface UnitFigures {
  name: string
  calls: number
}

/** A post, and how many people it looked up. */
export interface PostFigures {
  /** Who holds it, by name: the board's readers supervise them. */
  name: string
  department: string
  people: number
}

export const ALERT_KINDS = [
  'many-subjects',
  'many-numbers',
  'falling-success',
  'stale',
  'grant-ending',
  'grant-ending-office',
] as const

export type AlertKind = (typeof ALERT_KINDS)[number]

/** Something that somebody should look at. */
export interface AlertLine {
  id: string
  kind: AlertKind
  /** Name of the resource, or of who holds the post. */
  about: string
  department: string
  /** What is to be known of it, by name, for the words of its kind. */
  detail: Record<string, string | number>
  at: number
  /** Who saw to it, by name; empty while nobody did. */
  seenBy: string
  seenAt: number
  /** Whether the reader may say that it was seen to. */
  mine: boolean
}

/** What people said is wrong in the registers. */
export interface ObjectionFigures {
  open: number
  overdue: number
  corrected: number
  rejected: number
}

/** The board of the data office; a department sees what it provides. */
export interface BoardView {
  period: BoardPeriod
  /** Whether it is about all resources. */
  all: boolean
  total: CallFigures
  /** Calls by hour of today, or by day. */
  series: CallStretch[]
  resources: ResourceFigures[]
  /** Resources brought up to date within the promised cycle, of those that say when they were. */
  fresh: Share
  units: UnitFigures[]
  posts: PostFigures[]
  /** Other systems that asked the portal. */
  outside: UnitFigures[]
  alerts: AlertLine[]
  objections: ObjectionFigures
}
