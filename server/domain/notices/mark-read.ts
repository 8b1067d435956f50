import { Refusal } from '#shared/refusal.ts'
import type { Act } from '../act.ts'
import { noticeOf, setRead, unreadCount } from './store.ts'

/** The inbox's own page, where one is after reading all. */
const INBOX = '/my/messages'

/** Marks one of the actor's messages read, or all of them; answers where it leads. */
export async function markRead(act: Act, { id }: { id?: string }): Promise<{ link: string; unread: number }> {
  if (act.actor.kind !== 'person') throw new Refusal('not_allowed')
  const notice = id ? await noticeOf(act.tx, act.actor.id, id) : undefined
  if (id && !notice) throw new Refusal('not_found')
  await setRead(act.tx, act.actor.id, act.at, id)
  return { link: notice?.link ?? INBOX, unread: await unreadCount(act.tx, act.actor.id) }
}
