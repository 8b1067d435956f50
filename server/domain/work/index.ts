/**
 * The one work engine: work items move through a table of moves under a working-day clock, with one inbox and one
 * timeline. Level 1. Modules bring their tables (shared/<module>/moves.ts) and what follows from a move
 * (server/reactions.ts); the engine knows neither newborns nor tickets.
 */
export { openWork, type NewWork } from './open.ts'
export { moveWork, type MoveInput } from './move.ts'
export { inbox, inboxCounts, type InboxRow } from './inbox.ts'
export { timeline, timelines, type TimelineEntry } from './timeline.ts'
export { presentWork } from './present.ts'
export type { WorkView } from '#shared/work/view.ts'
export { worksTogether } from './leads.ts'
export { workInState, workOf, workOfParent, workVisible, type WorkRow } from './store.ts'
