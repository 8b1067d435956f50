import { encode } from 'uqr'
import { darknessAt, type PrintedPage } from '../../support/ink.ts'

/*
 * Whether the code on a printed certificate says what it must: its squares are read off the picture and compared with
 * those of the text, ISO/IEC 18004 with error correction M.
 */

/** The lower left of an A4 page, where certificates have their code. Points. */
const AREA = { left: 60, right: 220, top: 600, bottom: 716 }

/** The share of the code's squares that are as the text wants them. */
export function shareOfCode(page: PrintedPage, text: string): number {
  const { data } = encode(text, { ecc: 'M', border: 0 })
  const { left, right, top, bottom } = frameOf(page)
  let fits = 0
  for (const [row, modules] of data.entries()) {
    for (const [column, dark] of modules.entries()) {
      const x = left + ((column + 0.5) * (right - left)) / data.length
      const y = top + ((row + 0.5) * (bottom - top)) / data.length
      if (darknessAt(page, x, y) > 0.5 === dark) fits += 1
    }
  }
  return fits / data.length ** 2
}

/** The box around everything dark in the area. */
function frameOf(page: PrintedPage) {
  const frame = { left: AREA.right, right: AREA.left, top: AREA.bottom, bottom: AREA.top }
  for (let y = AREA.top; y < AREA.bottom; y += 0.5) {
    for (let x = AREA.left; x < AREA.right; x += 0.5) {
      if (darknessAt(page, x, y) < 0.5) continue
      frame.left = Math.min(frame.left, x)
      frame.right = Math.max(frame.right, x + 0.5)
      frame.top = Math.min(frame.top, y)
      frame.bottom = Math.max(frame.bottom, y + 0.5)
    }
  }
  return frame
}
