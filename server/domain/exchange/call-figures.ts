import type { CallFigures } from '#shared/exchange/board-view.ts'
import { percentile } from '#shared/exchange/latency.ts'
import type { CallSums } from './store/board.ts'

/** Sums of calls as figures to read. What was not made, for want of a grant or of consent, is neither success nor failure. */
export function figuresOf(sums: readonly CallSums[]): CallFigures {
  const total = (of: Exclude<keyof CallSums, 'buckets'>) => sums.reduce((sum, each) => sum + each[of], 0)
  const buckets =
    sums[0]?.buckets.map((_, i) => sums.reduce((sum, each) => sum + (each.buckets[i] ?? 0), 0)) ?? []
  const answered = total('found') + total('notFound') + total('several')
  return {
    calls: total('calls'),
    success: { part: answered, whole: answered + total('failed') },
    p50: percentile(buckets, 0.5),
    p95: percentile(buckets, 0.95),
    cached: { part: total('cached'), whole: total('calls') },
  }
}
