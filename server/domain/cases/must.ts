import { itemOf } from '#shared/catalog/bundle.ts'
import { extensionDaysOf } from '#shared/cases/promise.ts'
import type { CASE_ITEM_MOVES } from '#shared/cases/moves.ts'
import { holds } from '#shared/rules/judge.ts'
import type { Must } from '#shared/work/possible.ts'
import type { TimelineEntry, WorkRow } from '../work/index.ts'
import { caseFacts, type LoadedCase } from './load.ts'
import { mustPublicise } from './publicity.ts'

type Named = Extract<
  (typeof CASE_ITEM_MOVES)['moves'][keyof (typeof CASE_ITEM_MOVES)['moves']],
  { must: string }
>

/**
 * Judges what the moves of a case item name beyond their table, from the item's data and what happened to it.
 * @param events what happened to the item, oldest first
 */
export function mustOf(
  loaded: LoadedCase,
  item: WorkRow,
  events: readonly TimelineEntry[],
  at: number,
): Must {
  const document = itemOf(loaded.bundle, item.topic)
  const facts = caseFacts(loaded.bundle, loaded.row.content, at)
  const proposed = () =>
    events.findLast(({ workId, move }) => workId === item.id && move === 'propose')?.data.decision
  const conditions: Record<Named['must'], () => boolean> = {
    hasProcedures: () =>
      document.specialProcedures?.some(({ when }) => when === undefined || holds(when, facts)) ?? false,
    lawAllowsAsking: () => document.asksInReview !== undefined,
    needsPublicity: () => mustPublicise(loaded, item, events, at),
    extendable: () => extensionDaysOf(document) > 0,
    fourEyes: () => document.fourEyes === true,
    singleHanded: () => document.fourEyes !== true,
    proposedGrant: () => proposed() === 'grant',
    proposedDenial: () => proposed() === 'deny',
  }
  return (name) => conditions[name as Named['must']]()
}
