import { encode } from 'uqr'
import { INK } from '../colours.ts'
import type { Canvas } from '../canvas.ts'

/** A QR code (ISO/IEC 18004, error correction M) as squares; `size` is its width without a quiet zone. */
export function qrCode(page: Canvas, content: string, x: number, y: number, size: number): void {
  const { data } = encode(content, { ecc: 'M', border: 0 })
  const module = size / data.length
  const boxes: [number, number, number, number][] = []
  for (const [row, modules] of data.entries()) {
    for (let from = 0; from < modules.length; from++) {
      const start = from
      while (modules[from]) from++
      if (from > start) boxes.push([x + start * module, y + row * module, (from - start) * module, module])
    }
  }
  page.boxes(boxes, INK)
}
