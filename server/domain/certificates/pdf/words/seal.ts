import { VERMILION } from '../colours.ts'
import type { Canvas, Step } from '../canvas.ts'
import type { Style } from '../text/shape.ts'

/** The width of a seal in points: 42 mm, as government bodies of cities use (国发〔1999〕25号). */
export const SEAL_WIDTH = 119

// How far a circle's control points lie from its four points, in radii.
const ARC = 0.5523
const WIDEST_ARC = (Math.PI * 3) / 2

/** A seal around a centre: a ring, the unit's name along it, 电子印章 in the middle. A drawing, not a signature. */
export function seal(page: Canvas, unit: string, x: number, y: number): void {
  const radius = SEAL_WIDTH / 2
  page.asInk(() => {
    page.stroke(circle(x, y, radius - 1.4), 2.8, VERMILION)
    page.stroke(circle(x, y, radius * 0.56), 0.7, VERMILION)
    around(page, [...unit], x, y, radius)
    page.text('电子', x, y - 1.5, middle, 'centre')
    page.text('印章', x, y + 15, middle, 'centre')
  })
}

const middle: Style = { size: 15, weight: 'bold', colour: VERMILION, tracking: 0.1 }

function around(page: Canvas, name: string[], x: number, y: number, radius: number): void {
  const size = Math.min(15.5, (WIDEST_ARC * radius * 0.74) / name.length / 1.04)
  const style: Style = { size, weight: 'bold', colour: VERMILION }
  const step = Math.min(WIDEST_ARC / name.length, Math.PI / 7)
  for (const [index, character] of name.entries()) {
    const angle = (index - (name.length - 1) / 2) * step
    // The middle of the characters lies halfway between the two rings; their feet lie nearer the centre.
    const foot = radius * 0.76 - size * 0.36
    page.turned(character, x + Math.sin(angle) * foot, y - Math.cos(angle) * foot, angle, style)
  }
}

function circle(x: number, y: number, r: number): Step[] {
  const c = r * ARC
  return [
    ['m', x + r, y],
    ['c', x + r, y + c, x + c, y + r, x, y + r],
    ['c', x - c, y + r, x - r, y + c, x - r, y],
    ['c', x - r, y - c, x - c, y - r, x, y - r],
    ['c', x + c, y - r, x + r, y - c, x + r, y],
    ['h'],
  ]
}
