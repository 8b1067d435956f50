import { systemActor } from '#shared/access/actor.ts'
import type { NoticeKind } from '#shared/notices/kinds.ts'
import { catalog } from '../catalog/index.ts'
import { tell } from '../notices/index.ts'
import { asking, perform } from '../perform.ts'
import { timeline, workOf } from '../work/index.ts'
import { ticketById } from './store.ts'

const KINDS: Readonly<Record<string, { move: string; notice: NoticeKind }>> = {
  'ticket.dispatch': { move: 'dispatch', notice: 'ticket_dispatched' },
  'ticket.decline': { move: 'decline', notice: 'ticket_declined' },
  'ticket.reply': { move: 'reply', notice: 'ticket_replied' },
}

/** Tells the caller what happened to their ticket: once for each time it happened. */
export async function handleTicketNotice(payload: Record<string, string>, at: number): Promise<void> {
  const { event = '', workId = '' } = payload
  const kind = KINDS[event]
  if (!kind) throw new Error(`no notice for ${event}`)
  await perform(asking(systemActor('hotline'), at), async (act) => {
    const [ticket, work, events] = [
      await ticketById(act.tx, workId),
      await workOf(act.tx, workId),
      await timeline(act.tx, workId),
    ]
    const happened = events.findLast(({ move }) => move === kind.move)
    if (!ticket || !work || !happened) throw new Error(`no ticket with ${event} has the id ${workId}`)
    const department = catalog().find('department', String(happened.data.department ?? work.unit))
    await tell(
      act,
      ticket.callerId,
      kind.notice,
      `${event}:${workId}:${happened.at}`,
      { no: ticket.no, ...(department && { department: department.name }) },
      `/hotline/${ticket.no}`,
    )
  })
}
