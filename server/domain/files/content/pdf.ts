import { BadFile } from './bad-file.ts'
import { refuseHidden, refuseMarkup } from './hidden.ts'
import { refuseActions } from './pdf-actions.ts'
import { objectsOf, type PdfObjects } from './pdf-objects.ts'

/** More than this after the end of a PDF, and readers do not find the end. */
const MOST_BEHIND = 1024

/**
 * Looks a PDF through without changing it, since it may be signed, and answers how many pages it has.
 * @throws BadFile when it is broken, needs a password, does something by itself, or is another file as well
 */
export function pagesOfPdf(data: Buffer): number {
  const text = data.toString('latin1')
  const end = text.lastIndexOf('%%EOF') + 5
  if (end < 5 || !/startxref\s+\d+\s+%%EOF/.test(text.slice(Math.max(0, end - 200), end)))
    throw new BadFile('file_broken')
  refuseMarkup(data)
  refuseHidden(data, end)
  if (text.slice(end).trim().length > MOST_BEHIND) throw new BadFile('file_broken')
  if (/\/Encrypt\s*(<<|\d+\s+\d+\s+R)/.test(text)) throw new BadFile('pdf_encrypted')
  const objects = objectsOf(data, text)
  refuseActions(text, objects)
  return countPages(text, objects)
}

function countPages(text: string, { byNumber }: PdfObjects): number {
  const root = [...text.matchAll(/\/Root\s+(\d+)\s+\d+\s+R/g)].at(-1)?.[1]
  const pages = /\/Pages\s+(\d+)\s+\d+\s+R/.exec(byNumber.get(Number(root)) ?? '')?.[1]
  const count = Number(/\/Count\s+(\d+)/.exec(byNumber.get(Number(pages)) ?? '')?.[1] ?? 0)
  if (count < 1) throw new BadFile('file_broken')
  return count
}
