import { systemActor } from '#shared/access/actor.ts'
import { dayOf } from '#shared/calendar/day.ts'
import type { NoticeKind } from '#shared/notices/kinds.ts'
import { catalog } from '../catalog/index.ts'
import { tell } from '../notices/index.ts'
import { asking, perform } from '../perform.ts'
import { moveWork, workOf } from '../work/index.ts'
import { ratedTitle } from './own-case.ts'
import { ratingById } from './store.ts'

const KINDS: Readonly<Record<string, NoticeKind>> = {
  'rectification.contact': 'rectification_contacted',
  'rectification.answer': 'rectification_answered',
}

/** Tells the rater that the department turned to them or answered. Each of the two happens once. */
export async function handleRectificationNotice(payload: Record<string, string>, at: number): Promise<void> {
  const { event = '', workId = '' } = payload
  const kind = KINDS[event]
  if (!kind) throw new Error(`no notice for ${event}`)
  await perform(asking(systemActor('ratings'), at), async (act) => {
    const rating = await ratingById(act.tx, workId)
    if (!rating) throw new Error(`no rating has the id ${workId}`)
    // Nobody knows who was at the counter.
    if (rating.raterId === '') return
    const department = catalog().one('department', rating.unit).name
    const name = await ratedTitle(act.tx, rating)
    await tell(
      act,
      rating.raterId,
      kind,
      `${event}:${workId}`,
      { name, department },
      `/ratings/${rating.caseNo}`,
    )
  })
}

/** Closes an answered rectification when the rater's days to say something are over. */
export async function handleAcknowledgeDue(payload: Record<string, string>, at: number): Promise<void> {
  await perform(asking(systemActor('ratings'), at), async (act) => {
    const work = await workOf(act.tx, payload.workId ?? '')
    if (work?.state === 'answered' && work.dueDay < dayOf(at)) await moveWork(act, work, 'acknowledge')
  })
}
