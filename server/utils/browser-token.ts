import { randomBytes } from 'node:crypto'
import { getCookie, setCookie, type H3Event } from 'h3'
import { cookieOptions } from './cookies.ts'

const COOKIE = 'yz_browser'

/** A random name for this browser, under which its kept forms are found. Made when first needed. */
export function browserToken(event: H3Event): string {
  const known = getCookie(event, COOKIE)
  if (known && /^[\w-]{20,60}$/.test(known)) return known
  const token = randomBytes(24).toString('base64url')
  setCookie(event, COOKIE, token, cookieOptions())
  return token
}

/** The browser's name if it has one. */
export function knownBrowserToken(event: H3Event): string | undefined {
  return getCookie(event, COOKIE)
}
