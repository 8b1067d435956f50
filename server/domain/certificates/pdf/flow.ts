import type { Canvas } from './canvas.ts'
import type { Block } from './words/block.ts'

export interface Column {
  left: number
  top: number
  /** Where the last block of a page must end. */
  bottom: number
  nextPage(): Canvas
}

/** Places blocks one under another and goes on to the next page when one is full. */
export class Flow {
  page: Canvas
  /** Where the next block's top will be. */
  y: number
  private readonly column: Column

  constructor(column: Column) {
    this.column = column
    this.page = column.nextPage()
    this.y = column.top
  }

  place(blocks: Block[]): void {
    for (const [index, block] of blocks.entries()) {
      if (!this.fits(keptHeight(blocks, index))) this.turn()
      block.draw(this.page, this.column.left, this.y)
      this.y += block.height
    }
  }

  private fits(height: number): boolean {
    return this.y + height <= this.column.bottom || this.y === this.column.top
  }

  private turn(): void {
    this.page = this.column.nextPage()
    this.y = this.column.top
  }
}

/** The height of a block and of all that it may not be parted from. */
function keptHeight(blocks: Block[], from: number): number {
  let height = 0
  for (let index = from; index < blocks.length; index++) {
    height += blocks[index]?.height ?? 0
    if (!blocks[index]?.keepWithNext) break
  }
  return height
}
