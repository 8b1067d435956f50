import type { NoticeView } from '#shared/notices/views.ts'
import { Refusal } from '#shared/refusal.ts'
import type { Lang } from '#shared/text.ts'
import type { Look } from '../act.ts'
import { shownState } from './present-delivery.ts'
import { saidOf } from './said.ts'
import { deliveriesOf } from './store/deliveries.ts'
import { noticesOf, unreadCount, type NoticeRow } from './store.ts'

const PAGE = 30

/** A person's messages, newest first, in the language of the page they read. */
export async function listNotices(
  look: Look,
  { before }: { before?: string },
): Promise<{ rows: NoticeView[]; next: string | null; unread: number }> {
  if (look.actor.kind !== 'person') throw new Refusal('not_allowed')
  const found = await noticesOf(look.tx, look.actor.id, before, PAGE + 1)
  const shown = found.slice(0, PAGE)
  const deliveries = await deliveriesOf(
    look.tx,
    shown.map(({ id }) => id),
  )
  const sentOf = (id: string) =>
    deliveries
      .filter(({ noticeId }) => noticeId === id)
      .map((row) => ({ channel: row.channel, state: shownState(row) }))
  return {
    rows: shown.map((row) => present(row, sentOf(row.id), look.lang)),
    next: found.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    unread: await unreadCount(look.tx, look.actor.id),
  }
}

function present(row: NoticeRow, sent: NoticeView['sent'], lang: Lang): NoticeView {
  const { id, kind, link, at, readAt } = row
  return { id, kind, params: saidOf(row, lang), link, at, unread: readAt === 0, sent }
}
