import { BadFile } from './bad-file.ts'

/** How a file of another kind begins. */
const STARTS = /^(PK\x03\x04|PK\x05\x06|%PDF|Rar!|7z\xbc\xaf|\x7fELF|MZ|#!|\x1f\x8b|<)/

/** Where the directory of a zip file may end: its comment has at most 65,535 bytes. */
const ZIP_END = 'PK\x05\x06'
const ZIP_TAIL = 65_557

const MARKUP = /<(html|script|svg|!doctype|\?php|iframe)\b/i

/**
 * Refuses a file that is a file of another kind at the same time: what stands behind its end begins like one, or the
 * directory of a zip is at its end.
 * @param end where the file itself ends
 */
export function refuseHidden(data: Buffer, end: number): void {
  const behind = data
    .subarray(end)
    .toString('latin1')
    .replace(/^[\s\0]+/, '')
  if (STARTS.test(behind) || MARKUP.test(behind)) throw new BadFile('file_hidden')
  if (data.subarray(-ZIP_TAIL).includes(ZIP_END, 0, 'latin1')) throw new BadFile('file_hidden')
}

/** Refuses a file whose first bytes a browser of old would take for a page. */
export function refuseMarkup(data: Buffer): void {
  if (MARKUP.test(data.subarray(0, 1024).toString('latin1'))) throw new BadFile('file_hidden')
}
