import { actorId } from '#shared/access/actor.ts'
import type { InboxAsked, SavedFilter } from '#shared/work/inbox-asked.ts'
import { inboxAsked, inboxQuery } from '#shared/work/inbox-asked.ts'
import type { Act, Look } from '../act.ts'
import { readSetting, writeSetting } from '../settings/index.ts'

/** More would be no help. */
const MOST = 12

/** The ways of looking at the inbox that whoever asks has kept, in the order in which they were. */
export async function savedFilters({ tx, actor }: Pick<Look, 'tx' | 'actor'>): Promise<SavedFilter[]> {
  const kept = await readSetting(tx, placeOf(actorId(actor)))
  return Array.isArray(kept) ? (kept as SavedFilter[]) : []
}

/** Keeps what is asked for under a name, in place of another of that name. The oldest goes when there are many. */
export async function keepFilter(
  act: Act,
  { name, ...typed }: { name: string } & InboxAsked,
): Promise<SavedFilter> {
  const filter = { name, asked: inboxAsked(inboxQuery({ ...typed })) }
  const others = (await savedFilters(act)).filter((each) => each.name !== name)
  await writeSetting(act.tx, placeOf(actorId(act.actor)), [...others, filter].slice(-MOST))
  return filter
}

/** Forgets what was kept under a name. Answers it with nothing asked for: everything is shown again. */
export async function forgetFilter(act: Act, { name }: { name: string }): Promise<SavedFilter> {
  const others = (await savedFilters(act)).filter((each) => each.name !== name)
  await writeSetting(act.tx, placeOf(actorId(act.actor)), others)
  return { name, asked: {} }
}

function placeOf(staffId: string): string {
  return `inbox filters ${staffId}`
}
