import { showDay } from '#shared/format.ts'
import type { Canvas } from '../canvas.ts'
import type { SignaturePlace } from '../document.ts'
import { breakLines } from '../text/lines.ts'
import { textWidth } from '../text/shape.ts'
import { evenWidth } from './heading.ts'
import { seal, SEAL_WIDTH } from './seal.ts'

const STYLE = { size: 13.5 }
// The seal touches the end of the issuer's name and of the day, as on paper, and leaves both legible.
const OVERLAP = 12
// A longer name takes a second line rather than run into what stands on the left.
const WIDEST = 210
const LEADING = 20

/** Issuer, day and seal at the right margin, their middle at `y`; returns where the seal stands. */
export function signOff(page: Canvas, issuer: string, day: string, right: number, y: number): SignaturePlace {
  const end = right - SEAL_WIDTH + OVERLAP
  const lines = breakLines(issuer, evenWidth(issuer, WIDEST, STYLE), (text) => textWidth(text, STYLE))
  for (const [index, line] of lines.toReversed().entries())
    page.text(line, end, y - 4 - index * LEADING, STYLE, 'right')
  page.text(showDay(day, 'zh'), end, y + 20, STYLE, 'right')
  seal(page, issuer, right - SEAL_WIDTH / 2, y)
  return { page, x: right - SEAL_WIDTH, y: y - SEAL_WIDTH / 2, width: SEAL_WIDTH, height: SEAL_WIDTH }
}
