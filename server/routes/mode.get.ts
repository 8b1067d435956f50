import { eventHandler, getQuery, setCookie } from 'h3'
import { cookieOptions } from '#server/utils/cookies.ts'
import { redirectTo } from '#server/utils/form-post.ts'
import { safePath } from '#server/utils/safe-path.ts'

const YEAR_SECONDS = 31_536_000

/** Turns the elder mode of this browser on or off and goes back. Changes nothing on the server. */
export default eventHandler((event) => {
  const { elder, back } = getQuery(event)
  setCookie(event, 'yz_mode', elder === '1' ? 'elder' : 'standard', cookieOptions(YEAR_SECONDS))
  return redirectTo(event, safePath(String(back ?? '')) ?? '/', 'zh')
})
