import { BadFile } from './bad-file.ts'
import { plainNames, type PdfObjects } from './pdf-objects.ts'

/** What runs, sends or starts something, or may hold a program of its own. */
const ACTIVE = /\/(JavaScript|Launch|SubmitForm|ImportData|GoToE|RichMedia|Rendition|XFA)(?![A-Za-z0-9])/
/** Actions that follow from opening, closing, printing. */
const TRIGGERS = /\/AA\s*(<<|\d+\s+\d+\s+R)/

const CARRIED = /\/(EmbeddedFiles?|FileAttachment)(?![A-Za-z0-9])|\/EF\s*(<<|\d+\s+\d+\s+R)/

/**
 * Refuses a PDF that does something by itself or carries other files. What is looked for stands in no harmless
 * document; a place at which to open it (which office programs write into every file) does nothing and may stay.
 */
export function refuseActions(text: string, { byNumber, unpacked }: PdfObjects): void {
  for (const part of [plainNames(text), ...unpacked]) {
    if (ACTIVE.test(part) || TRIGGERS.test(part)) throw new BadFile('pdf_active')
    if (CARRIED.test(part)) throw new BadFile('pdf_attachment')
    for (const match of part.matchAll(/\/OpenAction\s*(?=[[(/<\d])/g)) {
      const value = part.slice(match.index + match[0].length, match.index + match[0].length + 2000)
      const reference = /^(\d+)\s+\d+\s+R/.exec(value)?.[1]
      const action = reference === undefined ? value : (byNumber.get(Number(reference)) ?? '[')
      if (!isPlace(action.trimStart())) throw new BadFile('pdf_active')
    }
  }
}

/** A destination: an array, a name or a string, or the action that only goes to one. */
function isPlace(value: string): boolean {
  if (!value.startsWith('<<')) return /^[[(/<]/.test(value)
  const dictionary = value.slice(0, endOfDictionary(value))
  return /\/S\s*\/GoTo(?![A-Za-z0-9])/.test(dictionary) && !/\/Next\b/.test(dictionary)
}

function endOfDictionary(text: string): number {
  let depth = 0
  for (const { 0: mark, index } of text.matchAll(/<<|>>/g)) {
    depth += mark === '<<' ? 1 : -1
    if (depth === 0) return index + 2
  }
  return text.length
}
