import type { CallStretch } from './board-view.ts'

interface Part {
  y: number
  height: number
}

/**
 * One bar of the picture of calls, in units of its view box: answered at the bottom, failed above, and on top what was
 * refused or not made.
 */
export interface Bar {
  label: string
  x: number
  width: number
  answered: Part
  failed: Part
  rest: Part
}

/** The view box of the picture; it is stretched to the width there is. */
export const CHART = { width: 720, height: 160 } as const

/** The part of a bar's place that the bar takes. */
const FILLED = 0.7

/** So many places at least: the first hours of a day leave the rest of the picture free. */
export const FEWEST_PLACES = 7

/** Calls as bars, the highest as high as the picture. A stretch without calls has no bar. */
export function barsOf(series: readonly CallStretch[]): Bar[] {
  const most = Math.max(1, ...series.map(({ calls }) => calls))
  const place = CHART.width / Math.max(FEWEST_PLACES, series.length)
  const high = (count: number) => Math.round((count / most) * CHART.height * 100) / 100
  return series.map(({ label, calls, answered, failed }, i) => {
    const [first, second, whole] = [high(answered), high(answered + failed), high(calls)]
    return {
      label,
      x: Math.round((i * place + (place * (1 - FILLED)) / 2) * 100) / 100,
      width: Math.round(place * FILLED * 100) / 100,
      answered: partOf(0, first),
      failed: partOf(first, second),
      rest: partOf(second, whole),
    }
  })
}

/** A part of a bar between two heights above the ground. */
function partOf(from: number, to: number): Part {
  return { y: CHART.height - to, height: Math.max(0, to - from) }
}
