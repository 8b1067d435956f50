import { transaction, type Reader } from '#db'
import { STRANGER, type Actor } from '#shared/access/actor.ts'
import { grantsOf } from './grants.ts'
import { extendSession, postsOf, sessionWithAccount } from './store.ts'
import { tokenHash } from './tokens.ts'

/** A session ends after half an hour without a request, domain.md §12.4. */
export const SESSION_MS = 30 * 60_000

/** How often the end of a session in use is pushed back. */
const EXTEND_EVERY_MS = 60_000

/** Who a session token belongs to; a stranger when it is unknown, ended or revoked. */
export async function actorOfToken(reader: Reader, token: string, at: number): Promise<Actor> {
  const id = tokenHash(token)
  const session = await sessionWithAccount(reader, id, at)
  if (!session) return STRANGER
  if (at - session.seenAt > EXTEND_EVERY_MS)
    await transaction((tx) => extendSession(tx, id, at, at + SESSION_MS))
  const { accountId, name } = session
  if (session.kind === 'person') return { kind: 'person', id: session.personId ?? accountId, accountId, name }
  const posts = await postsOf(reader, accountId)
  return {
    kind: 'staff',
    id: accountId,
    accountId,
    name,
    units: posts.map((post) => post.unit),
    grants: grantsOf(posts),
  }
}
