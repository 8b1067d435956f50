import type { Canvas, Step } from '../canvas.ts'
import { INK, INK_2, LINE_2 } from '../colours.ts'
import type { Block } from './block.ts'

/** Somebody's signature: what it is, the name, and the strokes in a field of 300 × 100; without any a line to sign on. */
export interface Signature {
  label: string
  name: string
  drawn: string
}

const FIELD = { width: 300, height: 100 }
const GAP = 28
const HEIGHT = 62
const LABEL = { size: 10.5, colour: INK_2 }

/** Signatures side by side, each over its line. */
export function signatures(all: readonly Signature[], width: number): Block {
  const room = (width - GAP * (all.length - 1)) / Math.max(1, all.length)
  return {
    height: HEIGHT + 40,
    draw(page, x, y) {
      for (const [index, each] of all.entries()) draw(page, each, x + index * (room + GAP), y, room)
    },
  }
}

function draw(page: Canvas, { label, name, drawn }: Signature, x: number, y: number, room: number): void {
  page.text(label, x, y + LABEL.size, LABEL)
  const top = y + LABEL.size + 6
  const scale = Math.min(room / FIELD.width, HEIGHT / FIELD.height)
  const steps = stepsOf(drawn, x, top, scale)
  if (steps.length > 0) page.stroke(steps, 1.1, INK)
  page.line(x, top + HEIGHT, x + room, top + HEIGHT, 0.5, LINE_2)
  if (name) page.text(name, x, top + HEIGHT + 14, LABEL)
}

/** `M12 30L14 33…` as a path on the page. */
function stepsOf(drawn: string, x: number, y: number, scale: number): Step[] {
  return Array.from(drawn.matchAll(/([ML])(\d{1,3}) (\d{1,3})/g), ([, kind, left, top]): Step => [
    kind === 'M' ? 'm' : 'l',
    x + Number(left) * scale,
    y + Number(top) * scale,
  ])
}
