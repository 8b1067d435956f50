import { INK_2, LINE } from '../colours.ts'
import { textWidth, type Style } from '../text/shape.ts'
import { heightOf, type Block } from './block.ts'
import { paragraph } from './paragraph.ts'

export interface Pair {
  label: string
  value: string
}

/** How rows are set, in points. */
export interface PairsLook {
  size: number
  /** Space above and below the words of a row. */
  air: number
  /** Height of a line, in sizes of its letters; 1.5 when not given. */
  leading?: number
}

const GAP = 22
/** In ems: 姓名 is spread over the width of 姓名四字. */
const LEAST_LABEL = 4
const WIDEST_LABEL_SHARE = 0.36

/** Rows of label and value with a hairline under each; labels of Han are spread to one width, values wrap. */
export function pairs(rows: Pair[], width: number, { size, air, leading = 1.5 }: PairsLook): Block[] {
  const labelStyle: Style = { size: size * 0.86, colour: INK_2 }
  const widest = Math.max(
    LEAST_LABEL * labelStyle.size,
    ...rows.map(({ label }) => textWidth(label, labelStyle)),
  )
  const labelWidth = Math.min(widest, width * WIDEST_LABEL_SHARE)
  const valueLeft = labelWidth + GAP
  return rows.map(({ label, value }) => {
    const values = paragraph(value, width - valueLeft, { size }, { leading })
    const labels = paragraph(label, labelWidth, labelStyle, { leading: (leading * size) / labelStyle.size })
    const spread = labels.length === 1 && isHan(label) ? labelWidth - textWidth(label, labelStyle) : 0
    const height = Math.max(heightOf(values), heightOf(labels)) + air * 2
    return {
      height,
      draw(page, x, y) {
        if (spread > 0) {
          const baseline = y + air + (leading * size) / 2 + labelStyle.size * 0.36
          page.text(label, x, baseline, labelStyle, 'left', spread)
        } else stack(labels, page, x, y + air)
        stack(values, page, x + valueLeft, y + air)
        page.line(x, y + height, x + width, y + height, 0.5, LINE)
      },
    }
  })
}

function stack(lines: Block[], page: Parameters<Block['draw']>[0], x: number, y: number): void {
  let top = y
  for (const line of lines) {
    line.draw(page, x, top)
    top += line.height
  }
}

function isHan(label: string): boolean {
  return /^\p{Script=Han}{2,}$/u.test(label)
}
