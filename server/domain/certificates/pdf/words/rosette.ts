import { deflateSync } from 'node:zlib'
import type { Canvas, Form } from '../canvas.ts'
import { GUILLOCHE } from '../colours.ts'

const LOBES = 24
const POINTS = 14
/** Radius of each band's middle, how far its lines swing (points), how many lines it has in a lobe. */
const BANDS = [
  { radius: 168, swing: 24, lines: 12 },
  { radius: 112, swing: 27, lines: 10 },
  { radius: 58, swing: 22, lines: 7 },
  { radius: 20, swing: 11, lines: 3 },
] as const

/** One of the equal parts of a guilloche rosette: interlaced sine lines, drawn once, then turned around. */
const lobe: Form = {
  name: 'Rosette',
  packed: deflateSync(
    `${GUILLOCHE.map((part) => part.toFixed(3)).join(' ')} RG 0.45 w\n${lobeLines().join('\n')}`,
  ),
  box: [-200, -200, 200, 200],
}

/** A pale rosette behind the words of a certificate. */
export function rosette(page: Canvas, x: number, y: number): void {
  const angles = Array.from({ length: LOBES }, (_, index) => (index * 2 * Math.PI) / LOBES)
  page.form(lobe, x, y, angles)
}

function lobeLines(): string[] {
  return BANDS.flatMap(({ radius, swing, lines }) =>
    Array.from({ length: lines }, (_, line) => {
      const points = Array.from({ length: POINTS + 1 }, (_, index) => {
        const part = index / POINTS
        const distance = radius + swing * Math.sin(2 * Math.PI * (part + line / lines))
        const angle = (part * 2 * Math.PI) / LOBES
        return `${(distance * Math.cos(angle)).toFixed(2)} ${(distance * Math.sin(angle)).toFixed(2)}`
      })
      return points.map((point, index) => `${point} ${index === 0 ? 'm' : 'l'}`).join(' ') + ' S'
    }),
  )
}
