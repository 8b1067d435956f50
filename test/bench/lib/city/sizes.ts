import type { EngineName } from './place.ts'

/** The size of the big city, and of the one that its figures are compared with. */
export const CASES = Number(process.env.BENCH_CASES ?? 5_000_000)
export const FEWER_CASES = Math.max(1, Math.min(50_000, Math.floor(CASES / 10)))

/** The engines that are measured; for trials perhaps one. */
export const ENGINES = (process.env.BENCH_ENGINES ?? 'sqlite,postgres').split(',') as EngineName[]

/** What is done at an open desk first is not counted: compiled code, fonts, pages of the file in memory. */
export const WARM_MS = 10_000

/** The value below which so large a share of all values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
