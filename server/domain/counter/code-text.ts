import { timingSafeEqual } from 'node:crypto'
import { blind } from '#db'

/** Stands before what a square code holds, so that other codes are told apart. */
const MARK = 'YZ'
const ID = 32
const TIME = 8
const SIGNATURE = 24
const WHOLE = new RegExp(`^${MARK}([0-9A-F]{${ID}})([0-9A-F]{${TIME}})([0-9A-F]{${SIGNATURE}})$`)

/**
 * What a square code holds: the number of the code and its end, signed with our key; nothing of the person. Capitals
 * and digits alone, so that it is small, and any scanner types it on any keyboard.
 */
export function codeText(id: string, validTo: number): string {
  const head = id.replaceAll('-', '').toUpperCase() + secondsOf(validTo)
  return MARK + head + signatureOf(head)
}

/** What a scanned text says; undefined unless we signed it. */
export function readCodeText(text: string): { id: string; validTo: number } | undefined {
  const [, id = '', time = '', signature = ''] = WHOLE.exec(text.toUpperCase()) ?? []
  if (!id || !timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(id + time)))) return undefined
  return { id: dashed(id.toLowerCase()), validTo: Number.parseInt(time, 16) * 1000 }
}

function signatureOf(head: string): string {
  const mac = Buffer.from(blind(`person code ${head}`), 'base64url')
  return mac.toString('hex').toUpperCase().slice(0, SIGNATURE)
}

function secondsOf(moment: number): string {
  return Math.floor(moment / 1000)
    .toString(16)
    .toUpperCase()
    .padStart(TIME, '0')
}

/** As a UUID is written. */
function dashed(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
