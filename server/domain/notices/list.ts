import { unsealBytes } from '#db'
import { SECRET_PARAMS } from '#shared/notices/kinds.ts'
import type { NoticeView } from '#shared/notices/views.ts'
import { Refusal } from '#shared/refusal.ts'
import { say, type Lang } from '#shared/text.ts'
import type { Look } from '../act.ts'
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
  return {
    rows: shown.map((row) => present(row, look.lang)),
    next: found.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    unread: await unreadCount(look.tx, look.actor.id),
  }
}

function present({ id, kind, params, link, at, readAt }: NoticeRow, lang: Lang): NoticeView {
  const said = Object.entries(params).map(([name, value]) => [
    name,
    typeof value !== 'string' ? say(value, lang) : name === SECRET_PARAMS[kind] ? opened(value) : value,
  ])
  return { id, kind, params: Object.fromEntries(said), link, at, unread: readAt === 0 }
}

function opened(sealed: string): string {
  return unsealBytes(Buffer.from(sealed, 'base64')).toString('utf8')
}
