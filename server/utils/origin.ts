import { getHeader, getRequestHost, type H3Event } from 'h3'
import { Refusal } from '#shared/refusal.ts'

/** Refuses a change asked for by another site. SameSite cookies are the first fence, this is the second. */
export function requireOwnOrigin(event: H3Event): void {
  const origin = getHeader(event, 'origin')
  if (origin && origin !== 'null') {
    const host = URL.canParse(origin) ? new URL(origin).host : ''
    if (host === getRequestHost(event, { xForwardedHost: process.env.TRUST_PROXY === 'on' })) return
    throw new Refusal('foreign_origin')
  }
  const site = getHeader(event, 'sec-fetch-site')
  if (origin === 'null' || (site && site !== 'same-origin' && site !== 'none'))
    throw new Refusal('foreign_origin')
}
