import { A4, type Canvas } from '../canvas.ts'
import { WATERMARK } from '../colours.ts'
import { textWidth, type Style } from '../text/shape.ts'

const ANGLE = -Math.PI / 7
const STYLE: Style = { size: 15, colour: WATERMARK, tracking: 0.1 }

/** Words repeated in pale slanting lines over the whole page, to be drawn before what they lie under. */
export function watermark(page: Canvas, text: string): void {
  const step = textWidth(text, STYLE) + 60
  const [cos, sin] = [Math.cos(ANGLE), Math.sin(ANGLE)]
  for (let row = -4; row < 9; row++) {
    for (let column = -2; column < 4; column++) {
      let along = column * step + (row % 2) * (step / 2) - A4.width * 0.3
      for (const character of text) {
        const width = textWidth(character, STYLE) + 1.5
        const x = (along + width / 2) * cos - row * 110 * sin
        const y = (along + width / 2) * sin + row * 110 * cos + 120
        const onPage = x > 0 && x < A4.width && y > 0 && y < A4.height
        if (onPage) page.turned(character, x, y, ANGLE, STYLE)
        along += width
      }
    }
  }
}
