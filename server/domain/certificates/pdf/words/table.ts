import { INK_2, LINE, LINE_2 } from '../colours.ts'
import type { Align, Canvas } from '../canvas.ts'
import type { Style } from '../text/shape.ts'
import { heightOf, type Block } from './block.ts'
import { paragraph } from './paragraph.ts'

export interface Column {
  title: string
  /** Its part of the width, in relation to the other columns. */
  share: number
  align?: Align
}

const AIR = 5
const GAP = 12

/** A table: a head between two lines, then a row each with a hairline under it; cells wrap. */
export function table(columns: Column[], rows: string[][], width: number, size: number): Block[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => (width * share) / total)
  function row(cells: string[], style: Style, under: Style['colour']): Block {
    const lines = columns.map(({ align }, index) =>
      paragraph(cells[index] ?? '', (widths[index] ?? 0) - (index < columns.length - 1 ? GAP : 0), style, {
        leading: 1.5,
        align,
      }),
    )
    const height = Math.max(...lines.map(heightOf)) + AIR * 2
    return {
      height,
      draw(page, x, y) {
        drawCells(page, lines, widths, x, y + AIR)
        page.line(x, y + height, x + width, y + height, 0.5, under ?? LINE)
      },
    }
  }
  const head = row(
    columns.map(({ title }) => title),
    { size: size * 0.9, colour: INK_2 },
    LINE_2,
  )
  const topped: Block = {
    ...head,
    keepWithNext: true,
    draw(page, x, y) {
      page.line(x, y, x + width, y, 0.9, LINE_2)
      head.draw(page, x, y)
    },
  }
  return [topped, ...rows.map((cells) => row(cells, { size, tabular: true }, LINE))]
}

function drawCells(page: Canvas, cells: Block[][], widths: number[], x: number, y: number): void {
  let left = x
  for (const [index, lines] of cells.entries()) {
    let top = y
    for (const line of lines) {
      line.draw(page, left, top)
      top += line.height
    }
    left += widths[index] ?? 0
  }
}
