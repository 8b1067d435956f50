import { eventHandler, setCookie } from 'h3'
import { cookieOptions } from '#server/utils/cookies.ts'
import { inboxQuery } from '#shared/work/inbox-asked.ts'

const YEAR_SECONDS = 365 * 24 * 3600

/** Remembers how the inbox was looked at last, so that the list beside a case and the next one keep to it. */
export default eventHandler((event) => {
  const [path = '', query = ''] = event.path.split('?')
  if (event.method !== 'GET' || !/^(\/en)?\/desk$/.test(path)) return
  const asked = inboxQuery(Object.fromEntries(new URLSearchParams(query)))
  setCookie(event, 'yz_inbox', asked, cookieOptions(YEAR_SECONDS))
})
