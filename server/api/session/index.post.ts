import { getRequestIP, setCookie } from 'h3'
import { signIn } from '#domain/identity/index.ts'
import { SESSION_COOKIE } from '#server/utils/asking.ts'
import { cookieOptions } from '#server/utils/cookies.ts'
import { endpoint } from '#server/utils/endpoint.ts'
import { safePath } from '#server/utils/safe-path.ts'
import { session } from '#shared/contract/session.ts'

export default endpoint(session.signIn, {
  may: 'anyone',
  async flow(who, { login, password, back }, event) {
    const address = getRequestIP(event, { xForwardedFor: process.env.TRUST_PROXY === 'on' }) ?? ''
    const { token, kind } = await signIn(who, { login, password, address })
    setCookie(event, SESSION_COOKIE, token, cookieOptions())
    return { kind, to: safePath(back) ?? (kind === 'staff' ? '/desk' : '/my') }
  },
  after: ({ to }) => to,
})
