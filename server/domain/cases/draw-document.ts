import { Refusal } from '#shared/refusal.ts'
import { drawLetter, type LetterInput, type LetterPart } from '../certificates/index.ts'

/** What stands for a character that no font has, as printers have it (U+3013). */
const GETA = '〓'

/**
 * Draws a document that only repeats what somebody wrote. A certificate may not be issued without a character; here a
 * mark stands in its place and a line says so, since the person needs the paper now.
 */
export async function drawDocument(letter: LetterInput): Promise<Uint8Array> {
  try {
    return await drawLetter(letter)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'glyph_missing') throw error
    const missing = new Set(String(error.detail.params?.characters ?? ''))
    const mark = (text: string) => [...text].map((each) => (missing.has(each) ? GETA : each)).join('')
    return drawLetter({
      ...letter,
      addressee: letter.addressee && mark(letter.addressee),
      parts: [...letter.parts.map((part) => markPart(part, mark)), { part: 'paragraph', text: NOTE }],
    })
  }
}

function markPart(part: LetterPart, mark: (text: string) => string): LetterPart {
  if (part.part === 'pairs')
    return { ...part, pairs: part.pairs.map((pair) => ({ ...pair, value: mark(pair.value) })) }
  if (part.part === 'signatures')
    return { ...part, signatures: part.signatures.map((each) => ({ ...each, name: mark(each.name) })) }
  if (part.part === 'table') return { ...part, rows: part.rows.map((row) => row.map(mark)) }
  return { ...part, text: mark(part.text) }
}

const NOTE = `“${GETA}”处的字暂时无法印制，以您填写的为准。`
