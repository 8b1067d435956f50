import type { PaperField } from '#shared/guides/paper-form.ts'
import { INDIGO, INK_2, INK_3, LINE_2 } from '../colours.ts'
import type { Canvas } from '../canvas.ts'
import { heightOf, type Block } from './block.ts'
import { paragraph } from './paragraph.ts'

const LABEL_SHARE = 0.34
const PADDING = 7
/** Room to write by hand. */
const LEAST = 30
const SIZE = 11
/** Characters of boxes that stand on one line. */
const ONE_LINE = 18

/** Rows of a form on paper: a label, and at its right boxes to tick or room to write; with `sample` filled in. */
export function writingRows(fields: readonly PaperField[], width: number, sample: boolean): Block[] {
  return fields.map((field) => writingRow(field, width, sample))
}

function writingRow({ label, when, boxes, value }: PaperField, width: number, sample: boolean): Block {
  const labelWidth = width * LABEL_SHARE
  const room = width - labelWidth - PADDING * 2
  const labels = [
    ...paragraph(label, labelWidth - PADDING * 2, { size: SIZE * 0.92, colour: INK_2 }, { leading: 1.4 }),
    ...(when
      ? paragraph(`只在：${when}`, labelWidth - PADDING * 2, { size: 8, colour: INK_3 }, { leading: 1.4 })
      : []),
  ]
  const ticked = (box: string) => (sample && box === value ? `☑ ${box}` : `□ ${box}`)
  const text =
    boxes.length > 0
      ? boxes.map(ticked).join(boxes.join('').length > ONE_LINE ? '\n' : '　')
      : sample
        ? value
        : ''
  const written = sample && boxes.length === 0
  const values = text
    ? paragraph(text, room, { size: SIZE, ...(written && { colour: INDIGO }) }, { leading: 1.6 })
    : []
  const height = Math.max(LEAST, heightOf(labels) + PADDING * 2, heightOf(values) + PADDING * 2)
  return {
    height,
    draw(page, x, y) {
      page.frame(x, y, width, height, 0.5, LINE_2)
      page.line(x + labelWidth, y, x + labelWidth, y + height, 0.5, LINE_2)
      stack(labels, page, x + PADDING, y + (height - heightOf(labels)) / 2)
      stack(values, page, x + labelWidth + PADDING, y + (height - heightOf(values)) / 2)
    },
  }
}

function stack(lines: Block[], page: Canvas, x: number, y: number): void {
  let top = y
  for (const line of lines) {
    line.draw(page, x, top)
    top += line.height
  }
}
