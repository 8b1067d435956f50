/** One bar of the picture of calls, in units of its view box: answered at the bottom, failed on top. */
export interface Bar {
  label: string
  x: number
  width: number
  answered: { y: number; height: number }
  failed: { y: number; height: number }
}

/** The view box of the picture; it is stretched to the width there is. */
export const CHART = { width: 720, height: 160 } as const

/** The part of a bar's place that the bar takes. */
const FILLED = 0.7

/** Calls as bars, the highest as high as the picture. A stretch without calls has no bar. */
export function barsOf(series: readonly { label: string; calls: number; failed: number }[]): Bar[] {
  const most = Math.max(1, ...series.map(({ calls }) => calls))
  const place = CHART.width / Math.max(1, series.length)
  const high = (count: number) => Math.round((count / most) * CHART.height * 100) / 100
  return series.map(({ label, calls, failed }, i) => {
    const [whole, top] = [high(calls), high(failed)]
    return {
      label,
      x: Math.round((i * place + (place * (1 - FILLED)) / 2) * 100) / 100,
      width: Math.round(place * FILLED * 100) / 100,
      answered: { y: CHART.height - whole + top, height: whole - top },
      failed: { y: CHART.height - whole, height: top },
    }
  })
}
