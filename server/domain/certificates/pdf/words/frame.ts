import { A4, type Canvas } from '../canvas.ts'
import { INDIGO, LINE_2 } from '../colours.ts'

const OUTER = 32
const INNER = 38
const CORNER = 14

/** The frame of a certificate: a strong and a fine line, with stepped corners. */
export function frame(page: Canvas): void {
  const right = A4.width - INNER
  const bottom = A4.height - INNER
  page.frame(OUTER, OUTER, A4.width - OUTER * 2, A4.height - OUTER * 2, 1.1, INDIGO)
  page.stroke(
    [
      ['m', INNER + CORNER, INNER],
      ['l', right - CORNER, INNER],
      ['l', right - CORNER, INNER + CORNER],
      ['l', right, INNER + CORNER],
      ['l', right, bottom - CORNER],
      ['l', right - CORNER, bottom - CORNER],
      ['l', right - CORNER, bottom],
      ['l', INNER + CORNER, bottom],
      ['l', INNER + CORNER, bottom - CORNER],
      ['l', INNER, bottom - CORNER],
      ['l', INNER, INNER + CORNER],
      ['l', INNER + CORNER, INNER + CORNER],
      ['h'],
    ],
    0.5,
    LINE_2,
  )
  for (const x of [INNER, right - CORNER + 4]) {
    for (const y of [INNER, bottom - CORNER + 4]) page.frame(x, y, CORNER - 4, CORNER - 4, 0.5, INDIGO)
  }
}
