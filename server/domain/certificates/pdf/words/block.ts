import type { Canvas } from '../canvas.ts'

/** Something to be placed on a page: it knows its height in points and draws itself from its top left corner. */
export interface Block {
  height: number
  draw(page: Canvas, x: number, y: number): void
  /** Never the last thing on a page: a heading, the head of a table. */
  keepWithNext?: boolean
}

/** Empty height. */
export function space(height: number): Block {
  return { height, draw: () => undefined }
}

/** A line across the width. */
export function hairline(width: number, colour: Parameters<Canvas['line']>[5], stroke = 0.5): Block {
  return { height: stroke, draw: (page, x, y) => page.line(x, y, x + width, y, stroke, colour) }
}

export function heightOf(blocks: Block[]): number {
  return blocks.reduce((sum, { height }) => sum + height, 0)
}
