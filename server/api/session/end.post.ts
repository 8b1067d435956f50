import { deleteCookie, getCookie } from 'h3'
import { signOut } from '#domain/identity/index.ts'
import { perform } from '#domain/perform.ts'
import { SESSION_COOKIE } from '#server/utils/asking.ts'
import { cookieOptions } from '#server/utils/cookies.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { session } from '#shared/contract/session.ts'

export default endpoint(session.signOut, {
  may: 'anyone',
  async flow(who, _input, event) {
    const token = getCookie(event, SESSION_COOKIE)
    if (token) await perform(who, (act) => signOut(act, token))
    deleteCookie(event, SESSION_COOKIE, cookieOptions())
    return { done: true as const }
  },
  after: () => '/',
})
