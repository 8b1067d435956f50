/** Widths in ems, near enough for fonts of systems: Han and full-width signs are square, Latin letters narrower. */
function widthOf(sign: string): number {
  if (/[\u2e80-\u9fff\uf900-\uffef\u{20000}-\u{3ffff}、-〿]/u.test(sign)) return 1
  if (/[A-ZMW@%&]/.test(sign)) return 0.7
  return /[iljtfr.,:;'’|! ()-]/.test(sign) ? 0.34 : 0.56
}

/** The width of a text in ems. */
export function emsOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + widthOf(sign), 0)
}

/** Signs that do not begin a line. */
const NEVER_FIRST = /^[，。、；：？！）》”’·.,;:?!)]/

/**
 * Breaks a text into lines for a picture, which cannot break them itself: Latin words stay whole, Han breaks anywhere
 * but before closing punctuation.
 * @param ems the width of a line
 */
export function wrap(text: string, ems: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(/[\p{L}\p{N}’'-]*[a-z\d][\p{L}\p{N}’'.,-]*|\s+|./giu) ?? []) {
    for (const part of isHan(piece) ? [...piece] : [piece]) {
      if (line !== '' && emsOf(line + part.trimEnd()) > ems && !NEVER_FIRST.test(part)) {
        lines.push(line.trimEnd())
        line = part.trimStart()
      } else line += part
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}

function isHan(piece: string): boolean {
  return /\p{Script=Han}/u.test(piece)
}
