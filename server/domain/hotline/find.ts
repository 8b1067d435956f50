import { Refusal } from '#shared/refusal.ts'
import type { Look } from '../act.ts'
import { timeline, workOf, workVisible, type TimelineEntry, type WorkRow } from '../work/index.ts'
import { ticketByNo, type TicketRow } from './store.ts'

/** A ticket with its work item and what happened to it. */
export interface FoundTicket {
  row: TicketRow
  work: WorkRow
  events: TimelineEntry[]
}

/** Finds a ticket through what the actor may see; what they may not see does not exist for them. */
export async function findTicket(
  { tx, actor }: Pick<Look, 'tx' | 'actor'>,
  no: string,
): Promise<FoundTicket> {
  const row = await ticketByNo(tx, no)
  const work = row && (await workOf(tx, row.id))
  if (!row || !work || !workVisible(work, actor)) throw new Refusal('not_found')
  return { row, work, events: await timeline(tx, row.id) }
}
