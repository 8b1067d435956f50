import { randomUUID } from 'node:crypto'
import type { H3Event } from 'h3'
import { getCookie, getHeader } from 'h3'
import { read } from '#db'
import { now } from '#domain/clock.ts'
import { actorOfToken } from '#domain/identity/index.ts'
import { STRANGER } from '#shared/access/actor.ts'
import type { Lang } from '#shared/text.ts'
import type { Asking } from '#domain/perform.ts'
import { started } from '../start.ts'

export const SESSION_COOKIE = 'yz_session'

/** Who asks, now, in which language, under which trace; found once per request. */
export async function askingOf(event: H3Event): Promise<Asking> {
  await started()
  const known = event.context.asking as Asking | undefined
  if (known) return known
  const at = now()
  const token = getCookie(event, SESSION_COOKIE)
  const actor = token ? await actorOfToken(read(), token, at) : STRANGER
  const asking: Asking = { actor, at, trace: randomUUID(), lang: langOf(event) }
  event.context.asking = asking
  return asking
}

/** The language of the page a request comes from, or of the page it asks for. */
export function langOf(event: H3Event): Lang {
  const own = event.path.startsWith('/en/') || event.path === '/en'
  if (own || getHeader(event, 'x-lang') === 'en') return 'en'
  const referer = getHeader(event, 'referer')
  const path = referer && URL.canParse(referer) ? new URL(referer).pathname : ''
  return path === '/en' || path.startsWith('/en/') ? 'en' : 'zh'
}
