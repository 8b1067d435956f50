import { constants, inflateSync } from 'node:zlib'
import { BadFile } from './bad-file.ts'

/** The objects of a PDF by their number, as text; those of object streams unpacked. Streams are left out. */
export interface PdfObjects {
  byNumber: ReadonlyMap<number, string>
  /** The texts that were packed, for looking through. */
  unpacked: readonly string[]
}

/** Objects take kilobytes; a file that unpacks to more is made to harm whoever opens it. */
const MOST_UNPACKED = 32 * 1024 * 1024

/** `#xx` in names is a way of spelling, PDF 32000-1 §7.3.5. */
export function plainNames(text: string): string {
  return text.includes('#')
    ? text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
}

/**
 * Reads the objects of a PDF by looking for them, as readers do when the table of a file cannot be believed. A later
 * object of the same number replaces an earlier one.
 * @throws BadFile when an object stream cannot be unpacked
 */
export function objectsOf(data: Buffer, text: string): PdfObjects {
  const byNumber = new Map<number, string>()
  const unpacked: string[] = []
  let room = MOST_UNPACKED
  for (const match of text.matchAll(/(\d{1,10})\s{1,20}\d{1,5}\s{1,20}obj\b/g)) {
    const { body, stream } = objectAt(text, match.index + match[0].length)
    byNumber.set(Number(match[1]), body)
    if (!/\/Type\s*\/ObjStm\b/.test(body)) continue
    const inside = unpack(data.subarray(stream, text.indexOf('endstream', stream)), body, room)
    room -= inside.length
    unpacked.push(inside)
    for (const [number, object] of packedObjects(inside, body)) byNumber.set(number, object)
  }
  return { byNumber, unpacked }
}

/** An object up to its end or its stream, and where that begins. */
function objectAt(text: string, from: number): { body: string; stream: number } {
  const end = text.indexOf('endobj', from)
  const whole = text.slice(from, end === -1 ? undefined : end)
  const stream = /\bstream\r?\n/.exec(whole)
  return {
    body: plainNames(stream ? whole.slice(0, stream.index) : whole),
    stream: from + (stream ? stream.index + stream[0].length : whole.length),
  }
}

function unpack(packed: Buffer, body: string, room: number): string {
  if (room <= 0 || /\/Predictor\s+(?!1\b)\d/.test(body)) throw new BadFile('file_broken')
  const filter = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(body)?.[1]
  if (!filter) return plainNames(packed.toString('latin1'))
  if (!/^(\[\s*)?\/Fl(ateDecode)?(\s*\])?$/.test(filter)) throw new BadFile('file_broken')
  try {
    const options = { maxOutputLength: room, finishFlush: constants.Z_SYNC_FLUSH }
    return plainNames(inflateSync(packed, options).toString('latin1'))
  } catch {
    throw new BadFile('file_broken')
  }
}

/** An object stream begins with pairs of number and place, PDF 32000-1 §7.5.7. */
function packedObjects(inside: string, body: string): [number, string][] {
  const first = Number(/\/First\s+(\d+)/.exec(body)?.[1] ?? 0)
  const numbers = inside.slice(0, first).trim().split(/\s+/).map(Number)
  const pairs = Array.from(
    { length: numbers.length >> 1 },
    (_, i) => [numbers[2 * i] ?? 0, numbers[2 * i + 1] ?? 0] as const,
  )
  return pairs.map(([number, place], i) => [
    number,
    inside.slice(first + place, first + (pairs[i + 1]?.[1] ?? inside.length)),
  ])
}
