import { breakLines } from '../text/lines.ts'
import { opens } from '../text/punctuation.ts'
import { textWidth, type Style } from '../text/shape.ts'
import type { Align } from '../canvas.ts'
import type { Block } from './block.ts'

export interface Setting {
  /** Height of a line, in ems. */
  leading?: number
  /** Indent of the first line, in ems. */
  indent?: number
  align?: Align
}

// Sharing out more than this over a line would open visible gaps.
const MOST_STRETCH_EMS = 1.4

/** A paragraph as one block per line, so that pages may break inside it. */
export function paragraph(text: string, width: number, style: Style, setting: Setting = {}): Block[] {
  const { leading = 1.75, indent = 0, align = 'left' } = setting
  const height = leading * style.size
  const first = indent * style.size
  const lines = breakLines(text, width, (part) => textWidth(part, style), first)
  return lines.map((line, index) => ({
    height,
    // Neither the first line alone at the foot of a page nor the last alone at the head of one.
    keepWithNext: lines.length > 1 && (index === 0 || index === lines.length - 2),
    draw(page, x, y) {
      const start = index === 0 ? first : opens(line) ? -style.size / 2 : 0
      const baseline = y + height / 2 + style.size * 0.36
      if (align === 'centre') page.text(line, x + width / 2, baseline, style, 'centre')
      else if (align === 'right') page.text(line, x + width, baseline, style, 'right')
      else
        page.text(
          line,
          x + start,
          baseline,
          style,
          'left',
          stretchOf(line, lines, index, width - start, style),
        )
    },
  }))
}

/** How much a full line lacks to the margin; nothing for last lines and lines with little on them. */
function stretchOf(line: string, lines: string[], index: number, room: number, style: Style): number {
  if (index === lines.length - 1) return 0
  const lack = room - textWidth(line, style)
  return lack <= MOST_STRETCH_EMS * style.size ? lack : 0
}
