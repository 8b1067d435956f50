import type { WorkKind } from './move.ts'

/** A piece of work that changed, without a word of whom it is about. */
export interface LiveLine {
  kind: WorkKind
  state: string
  id: string
}

/** What an open desk is told: what came to it, and what of it changed or went. */
export interface LiveNews {
  came: LiveLine[]
  changed: LiveLine[]
}
