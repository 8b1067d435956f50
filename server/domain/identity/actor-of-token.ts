import { transaction, type Reader } from '#db'
import { STRANGER, type Actor } from '#shared/access/actor.ts'
import { dayOf } from '#shared/calendar/day.ts'
import { grantsOf } from './grants.ts'
import { postsStoodInFor } from './store/absences.ts'
import { extendSession, postsOf, sessionWithAccount } from './store.ts'
import { tokenHash } from './tokens.ts'

/** A session ends after half an hour without a request, domain.md §12.4. */
export const SESSION_MS = 30 * 60_000

/** How often the end of a session in use is pushed back. */
const EXTEND_EVERY_MS = 60_000

/**
 * Who a session token belongs to; a stranger when it is unknown, ended or revoked.
 * @param use whether somebody did something: only looking whether it still holds does not keep a session open
 */
export async function actorOfToken(reader: Reader, token: string, at: number, use = true): Promise<Actor> {
  const id = tokenHash(token)
  const session = await sessionWithAccount(reader, id, at)
  if (!session) return STRANGER
  if (use && at - session.seenAt > EXTEND_EVERY_MS)
    await transaction((tx) => extendSession(tx, id, at, at + SESSION_MS))
  const { accountId, name } = session
  if (session.kind === 'person') return { kind: 'person', id: session.personId ?? accountId, accountId, name }
  return staffActor(reader, { accountId, name, at })
}

/** A member of staff with the rights of their posts, and of those for whom they stand in today (替岗). */
async function staffActor(
  reader: Reader,
  { accountId, name, at }: { accountId: string; name: string; at: number },
): Promise<Actor> {
  const [own, stoodInFor] = await Promise.all([
    postsOf(reader, accountId),
    postsStoodInFor(reader, accountId, dayOf(at)),
  ])
  const absent = new Map(stoodInFor.map((post) => [post.id, post.name]))
  return {
    kind: 'staff',
    id: accountId,
    accountId,
    name,
    units: [...new Set([...own, ...stoodInFor].map((post) => post.unit))],
    grants: [
      ...grantsOf(own),
      ...stoodInFor.flatMap((post) => grantsOf([post]).map((grant) => ({ ...grant, of: post.id }))),
    ],
    ...(absent.size > 0 && { standsInFor: [...absent].map(([id, who]) => ({ id, name: who })) }),
  }
}
