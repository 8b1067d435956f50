import { blind, read } from '#db'
import { Refusal } from '#shared/refusal.ts'
import { perform, type Asking } from '../perform.ts'
import { SESSION_MS } from './actor-of-token.ts'
import { checkPassword } from './password.ts'
import { accountByLogin, countTries, insertSession, insertTries } from './store.ts'
import { newToken, tokenHash } from './tokens.ts'
import { newId } from '#shared/id.ts'

/** So many failures within the window, for an account or from an address, and no more tries are taken. */
const MOST_TRIES = 10
const WINDOW_MS = 15 * 60_000

export interface SignedIn {
  token: string
  kind: 'person' | 'staff'
}

/**
 * Checks login and password and opens a session.
 * @param address the caller's network address; kept only as a keyed hash of failures
 * @throws Refusal wrong_credentials, too_many_tries
 */
export async function signIn(
  who: Asking,
  { login, password, address }: { login: string; password: string; address: string },
): Promise<SignedIn> {
  const subjects = [blind(`login ${login}`), blind(`address ${address}`)]
  const tries = await countTries(read(), subjects, who.at - WINDOW_MS)
  if (tries >= MOST_TRIES * subjects.length) throw new Refusal('too_many_tries')
  const account = await accountByLogin(read(), login)
  if (!(await checkPassword(password, account?.secret)) || !account) {
    await perform(who, async (act) => {
      await insertTries(
        act.tx,
        subjects.map((subject) => ({ id: newId(who.at), subject, at: who.at })),
      )
      act.note({ verb: 'identity.signInFailed', subjectKind: 'account', subjectId: account?.id ?? 'unknown' })
    })
    throw new Refusal('wrong_credentials', { problems: [{ field: 'password', code: 'wrong_credentials' }] })
  }
  const token = newToken()
  await perform(who, async (act) => {
    await insertSession(act.tx, {
      id: tokenHash(token),
      accountId: account.id,
      createdAt: who.at,
      seenAt: who.at,
      expiresAt: who.at + SESSION_MS,
    })
    act.note({ verb: 'identity.signIn', subjectKind: 'account', subjectId: account.id })
  })
  return { token, kind: account.kind }
}
