import { systemActor } from '#shared/access/actor.ts'
import type { ParcelState } from '#shared/parcels/parcel.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { noteParcel, parcelOf } from '../parcels/index.ts'
import { asking, perform } from '../perform.ts'
import { moveWork, workOf } from '../work/index.ts'
import { applicantName } from './applicant-name.ts'
import { changeCase, loadCaseById, loadItem } from './load.ts'

/** Stands in the timeline when the carrier gave no reason. */
const NO_REASON = '邮件退回'

/** A clerk writes down what became of the parcel of an item that was posted. */
export async function noteParcelOf(
  act: Act,
  { item: id, state, text }: { item: string; state: ParcelState; text: string },
): Promise<{ item: string }> {
  const item = await loadItem(act, id)
  if (item.state !== 'posted') throw new Refusal('move_not_possible', { possible: [] })
  await noteParcel(act, { workId: id, state, text })
  return { item: id }
}

/**
 * What follows from a parcel's end: it came, and the result is delivered on that day; or it came back, and the counter
 * has it again. Doing it again changes nothing.
 */
export async function handleParcel({ workId = '' }: Record<string, string>, at: number): Promise<void> {
  await perform(asking(systemActor('cases'), at), async (act) => {
    const item = await workOf(act.tx, workId)
    const parcel = item?.state === 'posted' ? await parcelOf(act, workId) : null
    if (!item || !parcel) return
    if (parcel.state === 'returned')
      await moveWork(act, item, 'comeBack', { note: parcel.steps.at(-1)?.text || NO_REASON })
    if (parcel.state !== 'arrived') return
    const { row } = await loadCaseById(act, item.parentId)
    const { deliveries = {} } = row.content
    const sent = deliveries[item.topic] ?? { mode: 'post' as const }
    await changeCase(act, row, {
      content: {
        ...row.content,
        deliveries: {
          ...deliveries,
          [item.topic]: { ...sent, receiver: await applicantName(act.tx, row), at: parcel.stateAt },
        },
      },
    })
    await moveWork(act, await moveWork(act, item, 'deliver'), 'close')
  })
}
