import { getCookie, setCookie, type H3Event } from 'h3'
import { cookieOptions } from './cookies.ts'

const COOKIE = 'yz_screen'

/** The key of the second screen that asks; empty for what is none. */
export function screenKey(event: H3Event): string {
  return getCookie(event, COOKIE) ?? ''
}

/** Gives a screen its key: no script reads it, and the server forgets it at the end of the day. */
export function giveScreenKey(event: H3Event, key: string): void {
  setCookie(event, COOKIE, key, cookieOptions())
}
