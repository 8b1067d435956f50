/**
 * The one work engine: work items move through a table of moves under a working-day clock, with one inbox and one
 * timeline. Level 1. Modules bring their tables (shared/<module>/moves.ts) and what follows from a move
 * (server/reactions.ts); the engine knows neither newborns nor tickets.
 */
export { openWork, type NewWork } from './open.ts'
export { publishCalendar, uploadCalendar } from './calendar.ts'
export { readCalendars, readCalendarYear } from './read-calendar.ts'
export { handleRecompute } from './recompute.ts'
export { changeFeed, type News } from './changes.ts'
export type { WorkChange } from './store/changes.ts'
export { newsFor, sightOf, type Sight } from './sight.ts'
export { handleDue, markDue } from './due.ts'
export { moveWork, type MoveInput } from './move.ts'
export { inbox, inboxCounts, type InboxRow } from './inbox.ts'
export { timeline, timelines, type TimelineEntry } from './timeline.ts'
export { presentWork } from './present.ts'
export type { WorkView } from '#shared/work/view.ts'
export { worksTogether } from './leads.ts'
export { workInState, workOf, workOfOwner, workOfParent, workVisible, type WorkRow } from './store.ts'
export { assignmentMode, idleHours, useAssignment } from './assignment.ts'
export { holderOf, requireNotHeld, useNames } from './hold.ts'
export { tallies } from './store/tallies.ts'
export { recordAct } from './record.ts'
export { unitNow, useSuccession } from './succession.ts'
export { inboxPage, type After, type InboxFilter } from './store/inbox-page.ts'
export { openStates, supervisedScopes, supervisedUnits } from './scopes.ts'
export { deleteEmptyCounts, type Scope } from './store/counts.ts'
