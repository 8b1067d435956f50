import { textWidth, type Style } from '../text/shape.ts'
import type { Block } from './block.ts'
import { paragraph } from './paragraph.ts'

// A title that is too long for its line becomes this much smaller before it takes a second line.
const SMALLEST = 0.74

/** The title of a paper: large, bold, centred, opened up when it is short, on even lines when it is long. */
export function title(text: string, width: number, size: number): Block[] {
  const length = [...text].length
  const tracking = length <= 4 ? 0.5 : length <= 8 ? 0.22 : length <= 12 ? 0.08 : 0
  const natural: Style = { size, weight: 'bold', tracking }
  const fitting = Math.max(SMALLEST, Math.min(1, width / textWidth(text.replaceAll('\n', ''), natural)))
  const style = { ...natural, size: Math.floor(size * fitting * 10) / 10 }
  const even = evenWidth(text, width, style)
  const indent = (width - even) / 2
  const lines = paragraph(text, even, style, { align: 'centre', leading: 1.4 })
  return lines.map(({ height, draw }) => ({
    height,
    keepWithNext: true,
    draw: (page, x, y) => draw(page, x + indent, y),
  }))
}

/** A heading inside a paper. */
export function heading(text: string, width: number, size: number): Block[] {
  const lines = paragraph(text, width, { size, weight: 'bold' }, { leading: 2 })
  return lines.map((line) => ({ ...line, keepWithNext: true }))
}

/** The width at which the lines of a text come out about as long as each other. */
export function evenWidth(text: string, width: number, style: Style): number {
  const longest = Math.max(...text.split('\n').map((line) => textWidth(line, style)))
  const lines = Math.ceil(longest / width)
  return lines === 1 ? width : Math.min(width, longest / lines + style.size)
}
