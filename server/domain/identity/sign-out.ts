import type { Act } from '../act.ts'
import { deleteSession, deleteSessionsOf } from './store.ts'
import { tokenHash } from './tokens.ts'

/** Ends the session of a token. */
export async function signOut(act: Act, token: string): Promise<void> {
  await deleteSession(act.tx, tokenHash(token))
  if (act.actor.kind === 'person' || act.actor.kind === 'staff') {
    act.note({ verb: 'identity.signOut', subjectKind: 'account', subjectId: act.actor.accountId })
  }
}

/** Ends every session of an account, everywhere, at once. */
export async function endAllSessions(act: Act, accountId: string): Promise<number> {
  const ended = await deleteSessionsOf(act.tx, accountId)
  act.note({
    verb: 'identity.endAllSessions',
    subjectKind: 'account',
    subjectId: accountId,
    detail: { ended },
  })
  return ended
}
